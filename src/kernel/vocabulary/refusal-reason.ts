/**
 * Every expected "no", in order of precedence: where several apply, the first is told. Each has a text in each language
 * (the compiler asks for it) and a heading in `docs/reference/refusals.md`.
 */
export const refusalReasons = [
  // Who and where: nothing else is told before these hold.
  'member_locked',
  'address_suspended',
  'address_paused',
  'money_locked',
  // When.
  'too_late',
  // How it was written.
  'amount_malformed',
  'amount_foreign',
  'amount_not_positive',
  'amount_too_large',
  'same_account',
  'share_not_found',
  'share_unclear',
  'no_default_share',
  'no_transfer_source',
  // What this address or this share may do.
  'pay_not_offered',
  'disclosures_missing',
  'read_only',
  'share_not_movable',
  // A core elsewhere.
  'books_away',
  'already_pending',
  // The books, in the ledger's order.
  'key_reused',
  'account_not_found',
  'account_closed',
  'currency_mismatch',
  'limit_exceeded',
  'daily_limit_exceeded',
  'insufficient_funds',
  'exceeds_owed',
  // The second step.
  'nothing_pending',
  'confirmation_wrong',
  'confirmation_expired',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];
