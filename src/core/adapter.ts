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
 * What a core elsewhere must be able to do. An adapter speaks its protocol and nothing else: orders, times and repeats are kept by
 * `core/remote`. Any call may throw, hang or answer late. `signal` ends when the answer is of no use any more.
 */
export interface CoreAdapter {
  /** Everything that is asked for, as of one moment. */
  fetch(institutionId: number, needs: CoreNeeds, signal: AbortSignal): Promise<CoreFigures>;
  /** Posts one order, once. A throw counts as `unknown`. */
  send(order: SentOrder, signal: AbortSignal): Promise<SendAnswer>;
  /** What became of an order. A throw counts as no answer. */
  find(order: SentOrder, signal: AbortSignal): Promise<FindAnswer>;
  /**
   * So long after it was sent an order may still reach the core. `find` proves its absence only after that.
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

/** An order as the core gets it. */
export interface SentOrder {
  readonly institutionId: number;
  /** The same at each try. */
  readonly key: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amount: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  readonly fromDescription: string;
  readonly toDescription: string;
  /** When the member asked: nothing of it is older in the core. */
  readonly askedAt: Temporal.Instant;
}

/** The core has posted the order. */
export interface Posted {
  readonly outcome: 'posted';
  readonly reference: string;
  /** Both accounts after it. */
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
  /** The order surely never left, such as a connection refused. */
  | { readonly outcome: 'unsent' }
  | { readonly outcome: 'unknown' };

export type FindAnswer =
  | Posted
  | Refused
  /**
   * The core does not have it. `completeAsOf`: the answer is complete for all that reached the core before. Absent: the core can't
   * prove an absence.
   */
  | { readonly outcome: 'absent'; readonly completeAsOf?: Temporal.Instant };
