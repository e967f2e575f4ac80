/** In order of precedence. A member never sees `already_posted`: the earlier answer counts. */
export type LedgerRefusal =
  | 'key_reused'
  | 'account_not_found'
  | 'account_closed'
  | 'currency_mismatch'
  | 'amount_not_positive'
  | 'same_account'
  | 'limit_exceeded'
  | 'insufficient_funds';
