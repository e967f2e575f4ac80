import type { Queries } from '../database/database.ts';
import type { ListQuestion } from '../kernel/vocabulary/intent.ts';
import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import type { World } from '../kernel/world.ts';
import type { Amount } from '../money/amount.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import type { CoreEntry } from './core-entry.ts';
import type { EntrySearch, SearchAnswer } from './entry-search.ts';
import type { LedgerRefusal } from './ledger-refusal.ts';

export type { CoreEntry, LedgerRefusal };

/**
 * The port to an institution's books: ours (`core/local`) or a core elsewhere (`core/remote`). All
 * calls are for batches. Our books answer inside the batch's transaction. A remote core is asked
 * before it (`Remote.prefetch`). It answers a transfer with `pending`, and the order is sent after
 * the commit.
 */
export interface Core {
  /** Absent for our own books, which need no prefetch and answer a transfer at once. */
  readonly remote?: Remote;
  /** What staff post. Absent for a core elsewhere, whose own staff post there. */
  readonly bookkeeping?: Bookkeeping;
  /**
   * Locks the accounts of the batch (`moving`, in order of id) and loads the data for its
   * decisions. It looks for posted keys after it holds the locks.
   */
  open(tx: Queries, request: OpenRequest): Promise<CoreView>;
  /**
   * Reads the newest entries for each request, newest first. It is one statement for all, and its
   * cost does not grow with the history.
   */
  history(
    tx: Queries,
    institutionId: number,
    requests: readonly HistoryRequest[],
    snapshot?: CoreSnapshot,
  ): Promise<HistoryAnswer[]>;
  /**
   * Tells of each transfer, in order, whether the same amount went from the same account to the same account since then. It is one
   * statement for all. A core elsewhere knows it of the account's latest entries only.
   */
  repeats(
    tx: Queries,
    institutionId: number,
    asked: { readonly movements: readonly Movement[]; readonly since: Temporal.Instant },
    snapshot?: CoreSnapshot,
  ): Promise<boolean[]>;
  /** Reads cleared checks by number, newest first, for each request in order. */
  checks(
    tx: Queries,
    institutionId: number,
    requests: readonly CheckRequest[],
    snapshot?: CoreSnapshot,
  ): Promise<CoreEntry[][]>;
  /** Reads the kinds of accounts by id: `checking`, `savings`, or the institution's own. */
  kinds(
    tx: Queries,
    institutionId: number,
    accountIds: readonly string[],
    snapshot?: CoreSnapshot,
  ): Promise<ReadonlyMap<string, string>>;
  /** Reads the open holds of each account, largest amount first. */
  holds(
    tx: Queries,
    institutionId: number,
    accountIds: readonly string[],
    snapshot?: CoreSnapshot,
  ): Promise<ReadonlyMap<string, readonly CoreHold[]>>;
  /**
   * Searches entries of several accounts by effective day, and adds them up. It takes one statement
   * for all searches, and one more each if they name merchants, leave out own transfers or sum holds.
   * @returns an answer for each search, in order; a core elsewhere may refuse one
   */
  search(
    tx: Queries,
    institutionId: number,
    searches: readonly EntrySearch[],
    snapshot?: CoreSnapshot,
  ): Promise<SearchAnswer[]>;
  /** Reads a page of one account's history, newest first, filtered by the conditions. */
  historyPage(
    tx: Queries,
    institutionId: number,
    request: HistoryPageRequest,
  ): Promise<HistoryAnswer>;
  /**
   * Reads an account's changes between two days, both included: opening plus entries equals
   * closing. Entries are in posting order. A backdated entry counts for the latest day reached
   * before it, so that a past period never changes.
   * @returns `undefined`: no such account; `too_many`: more entries than `count`
   */
  period(
    tx: Queries,
    institutionId: number,
    request: PeriodRequest & { readonly count: number },
  ): Promise<CorePeriod | 'too_many' | undefined>;
  /** Reads the balance at the end of each day on which it changed; `undefined`: no such account. */
  dailyBalances(
    tx: Queries,
    institutionId: number,
    request: PeriodRequest,
  ): Promise<CoreDailyBalances | undefined>;
  /**
   * Reads balances at the end of past days for messages: one statement for all requests.
   * @returns a balance for each request, in order; `undefined`: no such account, or a core elsewhere,
   *   which has none for messages
   */
  pastBalances(
    tx: Queries,
    institutionId: number,
    requests: readonly PastBalanceRequest[],
  ): Promise<(Amount | undefined)[]>;
  /**
   * Reads the entries of the transaction that contains this entry, itself included; empty if there
   * is no such entry.
   */
  posting(
    tx: Queries,
    institutionId: number,
    entry: { readonly accountId: string; readonly sequence: bigint },
  ): Promise<readonly CoreEntry[]>;
  /**
   * Writes the view's decisions with set-based statements.
   * @returns `undefined`: nothing that our record covers
   */
  write(tx: Queries, view: CoreView, batchId: string): Promise<Written | undefined>;
}

/** The rows that a core wrote, for the batch's row in the record. */
export interface Written {
  /** The hash of each row that it wrote, as the record knows it. */
  readonly leaves: readonly Uint8Array[];
  readonly events: readonly DomainEvent[];
}

export interface OpenRequest {
  readonly institutionId: number;
  readonly world: World;
  /** Accounts that a transfer of this batch may touch. They get locked. */
  readonly moving: readonly string[];
  /** Accounts whose balances are only read. */
  readonly reading: readonly string[];
  /** Idempotency keys that this batch may post. */
  readonly keys: readonly string[];
  /** Nothing will be written, so nothing gets locked. */
  readonly isTrial?: boolean | undefined;
  /** The prefetched data. Without it a remote core only knows its own orders. */
  readonly snapshot?: CoreSnapshot | undefined;
}

/** The work of a remote core before a transaction. */
export interface Remote {
  /**
   * Asks the core for all of this, outside any transaction and within two seconds.
   * @returns `undefined`: the core did not answer in time
   */
  prefetch(institutionId: number, needs: CoreNeeds): Promise<CoreSnapshot | undefined>;
}

/** The data that one message or request needs from the books. */
export interface CoreNeeds {
  readonly balances?: readonly string[] | undefined;
  readonly history?: readonly HistoryRequest[] | undefined;
  readonly checks?: readonly CheckRequest[] | undefined;
  readonly holds?: readonly string[] | undefined;
  readonly searches?: readonly EntrySearch[] | undefined;
}

/** The answer of a remote core before a transaction began. */
export interface CoreSnapshot extends CoreFigures {
  /** By `searchKey`. We page through the core's history for them. */
  readonly searches?: ReadonlyMap<string, SearchAnswer> | undefined;
  readonly since: SnapshotSince;
}

/** Determines which of our orders a snapshot includes: those that had ended before. */
export interface SnapshotSince {
  /** When we asked the core, by the database's clock, which all processes share. */
  readonly asked: Temporal.Instant;
  /** By our clock; set only if the core's figures are older than our request. */
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
  /** Kinds of the accounts on the other side of the entries above. */
  readonly kinds: ReadonlyMap<string, string>;
}

export interface CoreView {
  /** The current balance, including this batch's decisions so far. `undefined`: no such account. */
  balance(accountId: string): CoreBalance | undefined;
  /** Decides one transfer in memory. Later calls see it, and `Core.write` writes it. */
  transfer(order: TransferOrder): TransferOutcome;
  /** Whether the same transfer was sent to a remote core and is unconfirmed. Absent: never. */
  awaits?(order: Movement): boolean;
}

/** The accounts and the amount. */
export type Movement = Pick<TransferOrder, 'fromAccountId' | 'toAccountId' | 'amount'>;

/** What a loan's contract says, as far as the books know it. */
export interface LoanTerms {
  /** Thousandths of a percent a year: 5490 is 5.49 %. */
  readonly rate?: number;
  /** The regular payment. */
  readonly payment?: Amount;
  /** The day of the month on which it is due. */
  readonly dueDay?: number;
  /** The date of the next payment. */
  readonly dueOn?: Temporal.PlainDate;
  /** The amount that was lent. */
  readonly original?: Amount;
  /** What pays the loan off through `payoffOn`, interest included. */
  readonly payoff?: Amount;
  readonly payoffOn?: Temporal.PlainDate;
}

export interface CoreBalance {
  readonly ledger: Amount;
  readonly held: Amount;
  /** Ledger balance less holds. The overdraft limit is separate. */
  readonly available: Amount;
  readonly overdraftLimit: Amount;
  readonly currency: string;
  readonly openedOn: Temporal.PlainDate;
  readonly lastActivityOn?: Temporal.PlainDate;
  readonly closed: boolean;
  /** For a loan, if a remote core gives its terms. Absent: those of the share count. */
  readonly loan?: LoanTerms;
}

export interface TransferOrder {
  /** The inbound message's identity, such as `x:2080765901528535096`. */
  readonly key: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  /** The text that history shows on each side, such as `TRANSFER TO SAVINGS 0`. */
  readonly fromDescription: string;
  readonly toDescription: string;
  readonly asker: Asker;
}

/** The principal of an order. A late answer reaches the member through it. */
export interface Asker {
  readonly memberId: string;
  /** The address that sent the order. Absent: it came through a session. */
  readonly addressId?: string | undefined;
}

/** The reference of a posted transfer in the books. */
export type CoreReceipt =
  /** From the entry on the source account. */
  | { readonly sequence: bigint }
  /** The remote core's own reference. */
  | { readonly reference: string };

export type TransferOutcome =
  | {
      readonly outcome: 'posted';
      readonly receipt: CoreReceipt;
      /** Absent if staff found the posting at a remote core: it gave no balances. */
      readonly from?: CoreBalance | undefined;
      readonly to?: CoreBalance | undefined;
      /** This key was posted before with the same content, so nothing was posted now. */
      readonly already: boolean;
    }
  /**
   * A remote core gets the order after the commit, or has it and has not answered yet (`already`:
   * this key was there before).
   */
  | { readonly outcome: 'pending'; readonly already: boolean }
  /** `already`: the core refused this key before, so we sent nothing now. */
  | { readonly outcome: 'refused'; readonly reason: CoreRefusal; readonly already?: boolean };

/** Reasons why a core may refuse a transfer. */
export type CoreRefusal =
  | LedgerRefusal
  /** A remote core did not answer, so we could not decide. */
  | 'books_away'
  /** The same transfer was sent to a remote core and is unconfirmed. */
  | 'already_pending';

export interface HistoryRequest {
  readonly accountId: string;
  readonly of: ListQuestion;
  /** The limit. */
  readonly count: number;
  /** Only entries before this sequence, for MORE. */
  readonly before?: bigint;
}

export interface HistoryAnswer {
  readonly entries: readonly CoreEntry[];
  readonly more: boolean;
}

export interface HistoryPageRequest {
  readonly accountId: string;
  /** Matches the description, ignoring case, or the check's number. */
  readonly text?: string | undefined;
  /** Or this amount, in either direction. */
  readonly amount?: Amount | undefined;
  /** Any of these entry kinds. */
  readonly kinds?: readonly string[] | undefined;
  /** Incoming or outgoing, on the account's normal side. */
  readonly direction?: 'in' | 'out' | undefined;
  /** Effective on this day or later (`from`) or earlier (`to`). */
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** Only entries before this sequence. */
  readonly before?: bigint | undefined;
  /** The limit. */
  readonly count: number;
}

export interface PeriodRequest {
  readonly accountId: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Asks for the balance at the end of a day. */
export interface PastBalanceRequest {
  readonly accountId: string;
  readonly on: Temporal.PlainDate;
}

export interface CorePeriod {
  readonly opening: Amount;
  readonly closing: Amount;
  /** Oldest first. */
  readonly entries: readonly CoreEntry[];
}

export interface CoreDailyBalances {
  /** The balance before the first day. */
  readonly opening: Amount;
  readonly days: readonly { readonly on: Temporal.PlainDate; readonly balance: Amount }[];
}

export interface CheckRequest {
  readonly accountIds: readonly string[];
  readonly number: string;
}

export interface CoreHold {
  readonly id: string;
  readonly amount: Amount;
  readonly description: string;
  readonly placedAt: Temporal.Instant;
  readonly expiresAt?: Temporal.Instant;
}
