import type { Amount } from '../money/amount.ts';
import type {
  CoreBalance,
  CoreDailyBalances,
  CoreEntry,
  CoreFigures,
  CoreNeeds,
  CorePeriod,
  HistoryAnswer,
  HistoryPageRequest,
  LedgerRefusal,
  PeriodRequest,
} from './core.ts';

/**
 * Connects to a core elsewhere. An adapter only speaks its protocol: `core/remote` keeps orders,
 * times and retries. Any call may throw, hang or answer late. `signal` aborts when the answer is no
 * longer needed.
 */
export interface CoreAdapter {
  /** Fetches all requested data, as of one moment. */
  fetch(institutionId: number, needs: CoreNeeds, signal: AbortSignal): Promise<CoreFigures>;
  /** Posts one order, once. An exception counts as `unknown`. */
  send(order: SentOrder, signal: AbortSignal): Promise<SendAnswer>;
  /** Finds out what happened to an order. An exception counts as no answer. */
  find(order: SentOrder, signal: AbortSignal): Promise<FindAnswer>;
  /**
   * How long after sending an order may still reach the core. Only after that can `find` prove its
   * absence.
   */
  readonly landsWithinSeconds: number;
  historyPage(institutionId: number, request: HistoryPageRequest): Promise<HistoryAnswer>;
  period(
    institutionId: number,
    request: PeriodRequest & { readonly count: number },
  ): Promise<CorePeriod | 'too_many' | undefined>;
  dailyBalances(
    institutionId: number,
    request: PeriodRequest,
  ): Promise<CoreDailyBalances | undefined>;
  posting(
    institutionId: number,
    entry: { readonly accountId: string; readonly sequence: bigint },
  ): Promise<readonly CoreEntry[]>;
  kinds(institutionId: number, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** An order as the core receives it. */
export interface SentOrder {
  readonly institutionId: number;
  /** The same for each attempt. */
  readonly key: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  readonly fromDescription: string;
  readonly toDescription: string;
  /** When the member asked. The core has nothing older for this order. */
  readonly askedAt: Temporal.Instant;
}

/** The core has posted the order. */
export interface Posted {
  readonly outcome: 'posted';
  readonly reference: string;
  /** Both accounts' balances afterward. */
  readonly from: CoreBalance;
  readonly to: CoreBalance;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly reason: LedgerRefusal;
}

export type SendAnswer =
  | Posted
  | Refused
  /** The order certainly never left, for example after a refused connection. */
  | { readonly outcome: 'unsent' }
  | { readonly outcome: 'unknown' };

export type FindAnswer =
  | Posted
  | Refused
  /**
   * The core does not have it. `completeAsOf`: the answer covers everything that reached the core
   * before then. Absent: the core can't prove an absence.
   */
  | { readonly outcome: 'absent'; readonly completeAsOf?: Temporal.Instant };
