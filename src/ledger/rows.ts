import type { Amount } from '../money/amount.ts';
import type { AccountClass, AccountEvent } from './account.ts';
import type { HoldEvent } from './hold.ts';

/** What a batch adds to the books, as its tables hold it. All of it is append-only and in the record. */
export interface BookRows {
  readonly transactions: readonly TransactionRow[];
  readonly entries: readonly EntryRow[];
  readonly accountEvents: readonly AccountEventRow[];
  readonly holdEvents: readonly HoldEventRow[];
}

export interface TransactionRow {
  readonly id: string;
  readonly key: string;
  readonly content: Uint8Array;
  readonly kind: string;
  readonly memo: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly reversalOf: string | null;
  readonly forced: boolean;
}

export interface EntryRow {
  readonly accountId: string;
  readonly sequence: bigint;
  readonly transactionId: string;
  /** Of the transaction's other entry, where it has exactly two. The record's first format lacks it: `verify` derives it. */
  readonly counterAccountId: string | null;
  /** Debit positive. */
  readonly amount: Amount;
  /** On the account's normal side. */
  readonly balanceAfter: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly belowFloor: boolean;
  readonly kind: string;
  readonly checkNumber: string | null;
  readonly description: string;
}

export interface AccountEventRow {
  readonly accountId: string;
  readonly number: number;
  readonly transactionId: string;
  readonly event: AccountEvent;
  readonly class: AccountClass | null;
  readonly kind: string | null;
  readonly currency: string | null;
  readonly internal: boolean | null;
  readonly overdraftLimit: Amount | null;
  readonly happenedOn: Temporal.PlainDate;
}

export interface HoldEventRow {
  readonly holdId: string;
  readonly number: number;
  readonly transactionId: string;
  readonly accountId: string;
  readonly event: HoldEvent;
  readonly amount: Amount;
  readonly description: string;
  readonly expiresAt: Temporal.Instant | null;
  readonly happenedAt: Temporal.Instant;
}
