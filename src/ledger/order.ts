import type { Amount } from '../money/amount.ts';
import type { AccountClass } from './account.ts';

/** What the books are asked to do. Each carries a key: asked again with the same key and content, it is done once. */
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
  /** Unique in the institution: the inbound message's identity, a client's key. */
  readonly key: string;
  readonly effectiveOn: Temporal.PlainDate;
  /** For those who read the journal; no part of what makes two orders the same. */
  readonly memo?: string;
}

interface Guarded {
  /** Allowed to take a member's account below its floor (a fee, a returned check, an import): flagged. */
  readonly forced?: boolean;
  /** More than this is refused. */
  readonly limit?: Amount;
}

/** Debits one account and credits the other: out of a deposit account, into another; down a loan. */
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
  /** As history shows it; the transaction's where not told. */
  readonly kind?: string;
  readonly checkNumber?: string;
}

/** Undoes a transaction by its opposite; once. */
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

/** Turns a hold, or a part of it, into a posting; what is left stays held until captured, released or expired. */
export interface CaptureHoldOrder extends Keyed {
  readonly order: 'capture_hold';
  readonly holdId: string;
  /** Whose hold it is. */
  readonly accountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
  readonly kind: string;
  readonly description: string;
}

/** `expire_hold` is refused before its time. */
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
  /** Of an internal account with several; absent: the one that orders name. */
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
