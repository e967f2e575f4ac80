import type { World } from '../kernel/world.ts';
import type { Account } from './account.ts';
import type { Hold } from './hold.ts';
import type { PostedEntry } from './outcome.ts';
import type { AccountEventRow, EntryRow, HoldEventRow, TransactionRow } from './rows.ts';

/**
 * The books that a batch decides on, loaded under its locks. Decisions happen here in memory, each
 * seeing the earlier ones, and are written together afterward.
 */
export interface Books {
  readonly institutionId: number;
  readonly world: World;
  /** When the batch opened: the time of all its postings. */
  readonly now: Temporal.Instant;
  /** Accounts as decided so far. Those not in `versions` are read-only. */
  readonly accounts: Map<string, Account>;
  readonly holds: Map<string, Hold>;
  /** Executed orders by key, from earlier batches and this one. */
  readonly known: Map<string, KnownOrder>;
  /** Transactions that this batch may reverse, by id. */
  readonly originals: Map<string, Original>;
  /** The version of each locked account when loaded. The write statement checks it. */
  readonly versions: ReadonlyMap<string, bigint>;
  readonly decided: Decided;
}

export interface KnownOrder {
  readonly content: Uint8Array;
  readonly transactionId: string;
  readonly entries: readonly PostedEntry[];
  readonly holdId?: string;
}

/** The data of a transaction that its reversal needs. */
export interface Original {
  readonly entries: readonly {
    readonly accountId: string;
    readonly amount: bigint;
    readonly kind: string;
  }[];
  readonly isReversed: boolean;
}

/** The decisions to write. */
export interface Decided {
  readonly transactions: TransactionRow[];
  readonly entries: EntryRow[];
  readonly accountEvents: AccountEventRow[];
  readonly holdEvents: HoldEventRow[];
  /** New accounts with their buckets. */
  readonly openedAccounts: Map<string, number>;
  readonly changedAccounts: Set<string>;
  readonly changedHolds: Set<string>;
  /** Accounts that may be below their floor, by force or from before. */
  readonly mayBeBelowFloor: Set<string>;
}

export function nothingDecided(): Decided {
  return {
    transactions: [],
    entries: [],
    accountEvents: [],
    holdEvents: [],
    openedAccounts: new Map(),
    changedAccounts: new Set(),
    changedHolds: new Set(),
    mayBeBelowFloor: new Set(),
  };
}

/** Returns the entry as an outcome reports it. */
export function postedEntry({ accountId, sequence, amount, balanceAfter }: EntryRow): PostedEntry {
  return { accountId, sequence, amount, balanceAfter };
}
