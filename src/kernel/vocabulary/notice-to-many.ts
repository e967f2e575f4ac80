/**
 * How far a notice to many has come. `paused`: the database was restored meanwhile, and a person has
 * to decide. `halted`: a person stopped it before all had it. `discarded`: a draft that nobody wants.
 */
export const noticeStates = ['draft', 'sending', 'paused', 'sent', 'halted', 'discarded'] as const;

export type NoticeState = (typeof noticeStates)[number];

/**
 * Why a recipient gets no message: they said STOP, their address was removed, paused or suspended,
 * they locked the service, or a person stopped the notice.
 */
export const leftOutReasons = ['opted_out', 'unreachable', 'locked', 'withdrawn'] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/** What became of a notice, recipient by recipient. */
export const recipientFates = ['waiting', 'accepted', 'undelivered', ...leftOutReasons] as const;

export type RecipientFate = (typeof recipientFates)[number];
