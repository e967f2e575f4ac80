import type { Amount } from '../money/amount.ts';
import type { AccountClass } from './account.ts';

/**
 * The orders that the books execute. Each has a key: an order repeated with the same key and
 * content is executed once.
 */
export type Order =
  | TransferOrder
  | EntriesOrder
  | ReversalOrder
  | PlaceHoldOrder
  | CaptureHoldOrder
  | EndHoldOrder
  | OpenAccountOrder
  | LimitOrder
  | CloseAccountOrder;

interface Keyed {
  /** Unique in the institution: the inbound message's identity or a client's key. */
  readonly key: string;
  readonly effectiveOn: Temporal.PlainDate;
  /** For readers of the journal. It does not count when orders are compared. */
  readonly memo?: string;
}

interface Guarded {
  /**
   * May take a member's account below its floor (a fee, a returned check, an import); such a
   * transaction is flagged.
   */
  readonly forced?: boolean;
  /** Amounts above this are refused. */
  readonly limit?: Amount;
}

/** Debits one account and credits another: out of a deposit, into a deposit, or toward a loan. */
export interface TransferOrder extends Keyed, Guarded {
  readonly order: 'transfer';
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
  readonly kind: string;
  readonly fromDescription: string;
  readonly toDescription: string;
  readonly checkNumber?: string;
}

/** Two or more entries that sum to zero. */
export interface EntriesOrder extends Keyed, Guarded {
  readonly order: 'entries';
  readonly kind: string;
  readonly entries: readonly EntryOrder[];
}

export interface EntryOrder {
  readonly accountId: string;
  /** Debit positive. */
  readonly amount: Amount;
  readonly description: string;
  /** The kind for history; by default the transaction's. */
  readonly kind?: string;
  readonly checkNumber?: string;
}

/** Reverses a transaction, once. */
export interface ReversalOrder extends Keyed, Guarded {
  readonly order: 'reversal';
  readonly transactionId: string;
  readonly description: string;
}

export interface PlaceHoldOrder extends Keyed, Guarded {
  readonly order: 'place_hold';
  readonly accountId: string;
  readonly amount: Amount;
  readonly description: string;
  readonly expiresAt?: Temporal.Instant;
}

/** Posts all or part of a hold. The rest stays held until captured, released or expired. */
export interface CaptureHoldOrder extends Keyed {
  readonly order: 'capture_hold';
  readonly holdId: string;
  /** The account with the hold. */
  readonly accountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
  readonly kind: string;
  readonly description: string;
}

/** `expire_hold` is refused before the hold is due. */
export interface EndHoldOrder extends Keyed {
  readonly order: 'release_hold' | 'expire_hold';
  readonly holdId: string;
  readonly accountId: string;
}

export interface OpenAccountOrder extends Keyed {
  readonly order: 'open_account';
  /** A new UUIDv7. */
  readonly accountId: string;
  readonly class: AccountClass;
  readonly kind: string;
  readonly currency: string;
  readonly internal: boolean;
  /** For an internal account with several buckets; absent: the first one. */
  readonly bucket?: number;
  readonly overdraftLimit?: Amount;
}

export interface LimitOrder extends Keyed {
  readonly order: 'set_overdraft_limit';
  readonly accountId: string;
  readonly overdraftLimit: Amount;
}

export interface CloseAccountOrder extends Keyed {
  readonly order: 'close_account';
  readonly accountId: string;
}
