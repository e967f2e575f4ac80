/** Where an order to move money between own shares comes from. */
export type Origin = 'message' | 'site' | 'app';

/** What differs between origins. All that does not stand here holds for all of them alike. */
export interface OriginPolicy {
  /** Whose limits hold: the institution's for messages with the address's own beneath them, or those of the online bank. */
  readonly limits: 'limits' | 'onlineLimits';
  /** Whose day a transfer counts to. */
  readonly usage: 'address' | 'member';
  /**
   * How an order in doubt (not clear, the same again, an overdraft, a large sum, a sender who is only claimed) is shown to the
   * member before money moves: by asking for `OK 4821`, or always, on a page that reads it back.
   */
  readonly doubt: 'ok' | 'review';
  /** What stands for the member: the sender of the message, or a session that was verified lately where the sum is large. */
  readonly proof: 'sender' | 'session';
}

/**
 * One row for each origin. Each difference is meant:
 * - a message has lower limits, since an address is easier to lose than a way to sign in
 * - a message counts by address, so that one that was lost uses up its own day and no other
 * - a message is one step, so doubt asks; the site and the app read every order back, and a nonce makes it once
 * - a message can't prove the member again, so a large sum asks; a session can, so a large sum wants fresh proof
 */
export const transferPolicy: Readonly<Record<Origin, OriginPolicy>> = {
  message: { limits: 'limits', usage: 'address', doubt: 'ok', proof: 'sender' },
  site: { limits: 'onlineLimits', usage: 'member', doubt: 'review', proof: 'session' },
  app: { limits: 'onlineLimits', usage: 'member', doubt: 'review', proof: 'session' },
};
