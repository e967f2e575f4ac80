/** Why the books say no, in order of precedence: where several apply, the first is told. */
export const bookRefusals = [
  /** The key was used before with another content. (The same content is no refusal: the earlier outcome holds.) */
  'key_reused',
  'transaction_not_found',
  'hold_not_found',
  'account_not_found',
  'account_closed',
  'currency_mismatch',
  'amount_not_positive',
  'same_account',
  'limit_exceeded',
  /** A transaction is reversed once. */
  'already_reversed',
  /** It was captured whole, released or has expired. */
  'hold_ended',
  /** More than what is left of the hold. */
  'hold_exceeded',
  /** Its time is not up. */
  'hold_not_due',
  'insufficient_funds',
  /** An account that has a balance or holds is not closed. */
  'account_not_empty',
] as const;

export type BookRefusal = (typeof bookRefusals)[number];
