/** What can be proven: a message that went out, one that came in, or a transaction with its entries. */
export type Provable =
  | { readonly what: 'outbound'; readonly id: string }
  | { readonly what: 'inbound'; readonly channel: string; readonly id: string }
  | { readonly what: 'transaction'; readonly id: string };

/** Why nothing can be proven of it. */
export type Unprovable =
  /** There is no such row. */
  | 'unknown'
  /** It is in no batch of the chain. */
  | 'not_recorded'
  /** The batch was written before each row had its own hash. */
  | 'first_format'
  /** It is not as it was recorded. */
  | 'altered';
