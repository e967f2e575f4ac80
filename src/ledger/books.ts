import type { World } from '../kernel/world.ts';
import type { Account } from './account.ts';
import type { Hold } from './hold.ts';
import type { PostedEntry } from './outcome.ts';
import type { AccountEventRow, EntryRow, HoldEventRow, TransactionRow } from './rows.ts';

/**
 * The part of the books that a batch decides on, loaded under its locks. Decisions are made here in memory, each seeing
 * those before it, and written together afterwards.
 */
export interface Books {
  readonly institutionId: number;
  readonly world: World;
  /** When the batch was opened: the moment of all that it posts. */
  readonly now: Temporal.Instant;
  /** As decided so far. Those that are not in `versions` were only read. */
  readonly accounts: Map<string, Account>;
  readonly holds: Map<string, Hold>;
  /** Orders carried out earlier, by key: in earlier batches and in this one. */
  readonly known: Map<string, KnownOrder>;
  /** Transactions that this batch may reverse, by id. */
  readonly originals: Map<string, Original>;
  /** Version of each locked account as it was loaded: what the writing statement expects to find. */
  readonly versions: ReadonlyMap<string, bigint>;
  readonly decided: Decided;
}

export interface KnownOrder {
  readonly content: Uint8Array;
  readonly transactionId: string;
  readonly entries: readonly PostedEntry[];
  readonly holdId?: string;
}

/** A transaction as its reversal needs it. */
export interface Original {
  readonly entries: readonly {
    readonly accountId: string;
    readonly amount: bigint;
    readonly kind: string;
  }[];
  readonly isReversed: boolean;
}

/** What was decided and is to be written. */
export interface Decided {
  readonly transactions: TransactionRow[];
  readonly entries: EntryRow[];
  readonly accountEvents: AccountEventRow[];
  readonly holdEvents: HoldEventRow[];
  /** New accounts, each with its bucket. */
  readonly openedAccounts: Map<string, number>;
  readonly changedAccounts: Set<string>;
  readonly changedHolds: Set<string>;
  /** Accounts that may stand below their floor: forced there, or there before. */
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

/** What is told of an order's entries. */
export function postedEntry({ accountId, sequence, amount, balanceAfter }: EntryRow): PostedEntry {
  return { accountId, sequence, amount, balanceAfter };
}
