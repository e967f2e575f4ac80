/** The books' refusals, in order of precedence: if several apply, the first counts. */
export const bookRefusals = [
  /**
   * The key was used before with different content. (With the same content the earlier outcome
   * counts.)
   */
  'key_reused',
  'transaction_not_found',
  'hold_not_found',
  'account_not_found',
  'account_closed',
  'currency_mismatch',
  'amount_not_positive',
  'same_account',
  'limit_exceeded',
  /** A transaction can be reversed only once. */
  'already_reversed',
  /** It was fully captured, released or has expired. */
  'hold_ended',
  /** More than the rest of the hold. */
  'hold_exceeded',
  /** It is not due yet. */
  'hold_not_due',
  'insufficient_funds',
  /** An account with a balance or holds can't be closed. */
  'account_not_empty',
] as const;

export type BookRefusal = (typeof bookRefusals)[number];
