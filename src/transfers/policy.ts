/** Where an order to transfer between own accounts comes from. `approval`: a message, and the member approved it by passkey. */
export type Origin = 'message' | 'site' | 'app' | 'approval';

/** The differences between origins. Every other rule applies to all of them. */
export interface OriginPolicy {
  /**
   * Which limits apply: the institution's for messages (with the address's own below them), or
   * those for online banking.
   */
  readonly limits: 'limits' | 'onlineLimits';
  /** Whose daily usage a transfer counts toward. */
  readonly usage: 'address' | 'member';
  /**
   * How we show a doubtful order (unclear, a repeat, an overdraft, a large sum, a claimed sender)
   * to the member before money moves: by asking for `OK 4821`, or always, on a review page.
   */
  readonly doubt: 'ok' | 'review';
  /**
   * What proves the member: the message's sender, a session with a recent proof for large sums, or a passkey's signature for just this
   * transfer.
   */
  readonly proof: 'sender' | 'session' | 'passkey';
}

/**
 * One row for each origin. Each difference is intended:
 * - Messages have lower limits: an address is easier to lose than a way to sign in.
 * - Messages count by address, so that a lost one uses up only its own day.
 * - A message is one step, so doubt asks. The site and the app show every order first, and a nonce
 * makes it once.
 * - A message can't prove the member again, so a large sum asks. A session can, so a large sum
 * needs fresh proof.
 * - An approval is an order by message that a passkey signed: the signature is the proof, and the limits are those of a session.
 */
export const transferPolicy: Readonly<Record<Origin, OriginPolicy>> = {
  message: { limits: 'limits', usage: 'address', doubt: 'ok', proof: 'sender' },
  site: { limits: 'onlineLimits', usage: 'member', doubt: 'review', proof: 'session' },
  app: { limits: 'onlineLimits', usage: 'member', doubt: 'review', proof: 'session' },
  approval: { limits: 'onlineLimits', usage: 'member', doubt: 'review', proof: 'passkey' },
};
