/**
 * What became of a transfer that waits for its member's approval. `ordered`: approved, and a core elsewhere has not confirmed it yet.
 * `withdrawn`: canceled from the channel that asked, by NO, STOP or LOCK.
 */
export const approvalStates = [
  'waiting',
  'ordered',
  'posted',
  'declined',
  'withdrawn',
  'expired',
  'refused',
] as const;

export type ApprovalState = (typeof approvalStates)[number];
