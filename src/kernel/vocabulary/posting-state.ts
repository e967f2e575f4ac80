/** How a posting that was sent to another core ended: it came back, or the core refused it. */
export const postingStates = ['sent', 'settled', 'rejected'] as const;

export type PostingState = (typeof postingStates)[number];

/** What staff decided about an entry that may be one of ours. */
export const waitingStates = ['waiting', 'ours', 'posted'] as const;

export type WaitingState = (typeof waitingStates)[number];
