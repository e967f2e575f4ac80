import type { Queries } from '../database/database.ts';
import type { ListQuestion } from '../kernel/vocabulary/intent.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import type { World } from '../kernel/world.ts';
import type { Amount } from '../money/amount.ts';

/**
 * The port to a credit union's books: our own (`core/local`), or a core elsewhere (`core/remote`). Everything is asked in batches.
 * Ours answers inside the batch's own transaction. A remote one is asked before that transaction (`Remote.prefetch`); it answers a
 * transfer with `pending`, and the order is sent after the commit.
 */
export interface Core {
  /** Absent: our own books. They need no prefetch, and answer a transfer at once. */
  readonly remote?: Remote;
  /**
   * Takes the locks that the batch needs (`moving`, in order of id) and loads what it decides on. Keys that are already posted are
   * found after the locks are taken.
   */
  open(tx: Queries, request: OpenRequest): Promise<CoreView>;
  /** The newest entries of each request, newest first: one statement for all, its cost independent of history's length. */
  history(
    tx: Queries,
    institutionId: number,
    requests: readonly HistoryRequest[],
    snapshot?: CoreSnapshot,
  ): Promise<HistoryAnswer[]>;
  /** Cleared checks by number, newest first, for each request in order. */
  checks(
    tx: Queries,
    institutionId: number,
    requests: readonly CheckRequest[],
    snapshot?: CoreSnapshot,
  ): Promise<CoreEntry[][]>;
  /** What accounts are, by id: `checking`, `savings`, or a kind of the institution's own. */
  kinds(
    tx: Queries,
    institutionId: number,
    accountIds: readonly string[],
    snapshot?: CoreSnapshot,
  ): Promise<ReadonlyMap<string, string>>;
  /** Open holds of each account, greatest amount first. */
  holds(
    tx: Queries,
    institutionId: number,
    accountIds: readonly string[],
    snapshot?: CoreSnapshot,
  ): Promise<ReadonlyMap<string, readonly CoreHold[]>>;
  /** A page of one account's history, newest first, of what meets the conditions. */
  historyPage(
    tx: Queries,
    institutionId: number,
    request: HistoryPageRequest,
  ): Promise<HistoryAnswer>;
  /**
   * What an account went through from one day to another, both included: opening and entries sum to closing. Entries stand in
   * the order of posting; one that is dated back counts for the day that had been reached when it was posted, so that a period
   * once over does not change.
   * @returns `undefined`: no such account; `too_many`: more entries than `count`
   */
  period(
    tx: Queries,
    institutionId: number,
    request: PeriodRequest & { readonly count: number },
  ): Promise<CorePeriod | 'too_many' | undefined>;
  /** The balance at the end of each day on which it changed; `undefined`: no such account. */
  dailyBalances(
    tx: Queries,
    institutionId: number,
    request: PeriodRequest,
  ): Promise<CoreDailyBalances | undefined>;
  /** The entries of the transaction to which an entry belongs, that one included; none: there is no such entry. */
  posting(
    tx: Queries,
    institutionId: number,
    entry: { readonly accountId: string; readonly sequence: bigint },
  ): Promise<readonly CoreEntry[]>;
  /** Writes what the view decided, set-based. @returns `undefined`: nothing was decided that is in our record */
  write(tx: Queries, view: CoreView, batchId: string): Promise<Written | undefined>;
}

/** What a core wrote, for the row of the batch in the record. */
export interface Written {
  /** The hash of each row that it wrote, as the record knows it. */
  readonly leaves: readonly Uint8Array[];
  readonly events: readonly DomainEvent[];
}

export interface OpenRequest {
  readonly institutionId: number;
  readonly world: World;
  /** Accounts that a transfer of this batch may touch: locked. */
  readonly moving: readonly string[];
  /** Accounts whose balances are only shown. */
  readonly reading: readonly string[];
  /** Idempotency keys that this batch may post. */
  readonly keys: readonly string[];
  /** What was prefetched; without it a remote core knows its own orders only. */
  readonly snapshot?: CoreSnapshot | undefined;
}

/** What a remote core does before a transaction. */
export interface Remote {
  /**
   * Asks the core for all of this, outside any transaction and within two seconds.
   * @returns `undefined`: the core did not answer in time
   */
  prefetch(institutionId: number, needs: CoreNeeds): Promise<CoreSnapshot | undefined>;
}

/** What one message or request wants to know of the books. */
export interface CoreNeeds {
  readonly balances?: readonly string[] | undefined;
  readonly history?: readonly HistoryRequest[] | undefined;
  readonly checks?: readonly CheckRequest[] | undefined;
  readonly holds?: readonly string[] | undefined;
}

/** What a remote core said before a transaction began. */
export interface CoreSnapshot extends CoreFigures {
  readonly since: SnapshotSince;
}

/** Which of our own orders a snapshot shows: those that had ended before. */
export interface SnapshotSince {
  /** By the database's clock, which all processes share: when the core was asked. */
  readonly asked: Temporal.Instant;
  /** By our clock; only where the core's figures are older than our question. */
  readonly stale?: Temporal.Instant;
}

/** Figures of a remote core, as of one moment. */
export interface CoreFigures {
  readonly asOf: Temporal.Instant;
  readonly balances: ReadonlyMap<string, CoreBalance>;
  /** By `historyKey`. */
  readonly histories: ReadonlyMap<string, HistoryAnswer>;
  /** By `checkKey`. */
  readonly checks: ReadonlyMap<string, readonly CoreEntry[]>;
  readonly holds: ReadonlyMap<string, readonly CoreHold[]>;
  /** Of the accounts on the other side of the entries above. */
  readonly kinds: ReadonlyMap<string, string>;
}

export interface CoreView {
  /** As of now, with what this batch has decided so far. `undefined`: no such account. */
  balance(accountId: string): CoreBalance | undefined;
  /** Decides one transfer, in memory: later calls see it. Written by `Core.write`. */
  transfer(order: TransferOrder): TransferOutcome;
  /** Whether the same transfer was asked of a remote core and is not confirmed. Absent: never. */
  awaits?(order: Movement): boolean;
}

/** Between which accounts, and how much. */
export type Movement = Pick<TransferOrder, 'fromAccountId' | 'toAccountId' | 'amount'>;

export interface CoreBalance {
  readonly ledger: Amount;
  readonly held: Amount;
  /** Ledger less held; the overdraft limit is shown apart. */
  readonly available: Amount;
  readonly overdraftLimit: Amount;
  readonly currency: string;
  readonly openedOn: Temporal.PlainDate;
  readonly lastActivityOn?: Temporal.PlainDate;
  readonly closed: boolean;
}

export interface TransferOrder {
  /** The inbound message's identity, such as `x:2080765901528535096`. */
  readonly key: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  /** What history shows on each side, such as `TRANSFER TO SAVINGS 0`. */
  readonly fromDescription: string;
  readonly toDescription: string;
  readonly asker: Asker;
}

/** On whose behalf an order is given: a late answer finds its way by it. */
export interface Asker {
  readonly memberId: string;
  /** The address that the order came from. Absent: it came through a session. */
  readonly addressId?: string | undefined;
}

/** What identifies a posted transfer in the books. */
export type CoreReceipt =
  /** Of the entry on the account that money left. */
  | { readonly sequence: bigint }
  /** As a remote core calls it. */
  | { readonly reference: string };

export type TransferOutcome =
  | {
      readonly outcome: 'posted';
      readonly receipt: CoreReceipt;
      readonly from: CoreBalance;
      readonly to: CoreBalance;
      /** This key was posted before with the same content: nothing was posted now. */
      readonly already: boolean;
    }
  /** A remote core is asked after the commit, or was asked and has not answered yet (`already`: this key was there before). */
  | { readonly outcome: 'pending'; readonly already: boolean }
  /** `already`: the core refused this key before, and nothing was asked now. */
  | { readonly outcome: 'refused'; readonly reason: CoreRefusal; readonly already?: boolean };

/** In order of precedence. `already_posted` is no refusal to a member: the earlier answer holds. */
export type LedgerRefusal =
  | 'key_reused'
  | 'account_not_found'
  | 'account_closed'
  | 'currency_mismatch'
  | 'amount_not_positive'
  | 'same_account'
  | 'limit_exceeded'
  | 'insufficient_funds';

/** What a core may refuse a transfer with. */
export type CoreRefusal =
  | LedgerRefusal
  /** A remote core did not answer, so nothing could be decided. */
  | 'books_away'
  /** The same transfer was sent to a remote core and is not confirmed. */
  | 'already_pending';

export interface HistoryRequest {
  readonly accountId: string;
  readonly of: ListQuestion;
  /** At most this many. */
  readonly count: number;
  /** Only entries before this sequence: MORE. */
  readonly before?: bigint;
}

export interface HistoryAnswer {
  readonly entries: readonly CoreEntry[];
  readonly more: boolean;
}

export interface HistoryPageRequest {
  readonly accountId: string;
  /** Stands in the description, in capitals or not, or is the check's number. */
  readonly text?: string | undefined;
  /** Or of this size, whichever way it went. */
  readonly amount?: Amount | undefined;
  /** Any of these kinds of entry. */
  readonly kinds?: readonly string[] | undefined;
  /** What came in, or went out; on the account's normal side. */
  readonly direction?: 'in' | 'out' | undefined;
  /** Effective on this day or later, or earlier. */
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** Only entries before this sequence. */
  readonly before?: bigint | undefined;
  /** At most this many. */
  readonly count: number;
}

export interface PeriodRequest {
  readonly accountId: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export interface CorePeriod {
  readonly opening: Amount;
  readonly closing: Amount;
  /** Oldest first. */
  readonly entries: readonly CoreEntry[];
}

export interface CoreDailyBalances {
  /** What stood before the first day. */
  readonly opening: Amount;
  readonly days: readonly { readonly on: Temporal.PlainDate; readonly balance: Amount }[];
}

export interface CheckRequest {
  readonly accountIds: readonly string[];
  readonly number: string;
}

export interface CoreEntry {
  readonly accountId: string;
  readonly sequence: bigint;
  /** On the account's normal side: money in is positive on a deposit account. */
  readonly amount: Amount;
  readonly balanceAfter: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly kind: string;
  readonly description: string;
  readonly checkNumber?: string;
  /** The account on the other side; absent where there is none, or more than one. */
  readonly counterAccountId?: string;
}

export interface CoreHold {
  readonly id: string;
  readonly amount: Amount;
  readonly description: string;
  readonly placedAt: Temporal.Instant;
  readonly expiresAt?: Temporal.Instant;
}
