/**
 * Every refusal, in order of precedence: if several apply, the member gets the first. The compiler
 * requires a text for each in each language. Each also has a heading in
 * `docs/reference/refusals.md`.
 */
export const refusalReasons = [
  // Who and where. These come before everything else.
  'member_locked',
  'address_suspended',
  'address_paused',
  'money_locked',
  // When.
  'too_late',
  // Its form.
  'amount_malformed',
  'amount_foreign',
  'amount_not_positive',
  'amount_too_large',
  'same_account',
  'share_not_found',
  'share_unclear',
  'no_default_share',
  'no_transfer_source',
  // Rights of this address or account.
  'pay_not_offered',
  'disclosures_missing',
  'read_only',
  'share_not_movable',
  'alerts_full',
  'alerts_no_due',
  // A core elsewhere.
  'books_away',
  'search_too_long',
  'already_pending',
  'past_balance_away',
  'alerts_away',
  // The books, in the order in which the ledger checks.
  'key_reused',
  'account_not_found',
  'account_closed',
  'currency_mismatch',
  'limit_exceeded',
  'daily_limit_exceeded',
  'insufficient_funds',
  'exceeds_owed',
  // Approval.
  'approvals_full',
  // Confirmation.
  'nothing_pending',
  'confirmation_wrong',
  'confirmation_expired',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];
