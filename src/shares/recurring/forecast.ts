import type { Amount } from '../../money/amount.ts';
import type { RecurringItem } from './recurring-item.ts';

/** What we know about an account's money until a day. What else will be spent nobody knows. */
export interface Forecast {
  /** How much can leave today so that, by what we know, the account never falls below zero. */
  readonly room: Amount;
  /** What leaves until then, in order. */
  readonly dues: readonly Movement[];
  /** What comes in until then, in order. It counts from the day after it is due at the latest. */
  readonly income: readonly Movement[];
}

export interface Movement {
  readonly on: Temporal.PlainDate;
  readonly amount: Amount;
  readonly description: string;
  readonly kind: string;
  /** A payment on this loan. */
  readonly loanAccountId?: string;
}

/**
 * Looks ahead from what is available now, without any overdraft limit.
 * @param until both included; later items don't count
 */
export function forecast(
  available: Amount,
  items: readonly RecurringItem[],
  until: Temporal.PlainDate,
): Forecast {
  const dues = movements(items, 'out', until);
  const income = movements(items, 'in', until).filter(({ kind }) => !uncertain.has(kind));
  let left = available;
  let room = available;
  // What leaves on a day may leave before what comes in on it.
  const all = [
    ...dues.map(({ on, amount }) => ({ on, amount: -amount })),
    ...income.map(({ on, amount }) => ({ on: on.add({ days: 1 }), amount })),
  ].sort((a, b) => Temporal.PlainDate.compare(a.on, b.on) || (a.amount > b.amount ? -1 : 1));
  for (const { on, amount } of all) {
    if (Temporal.PlainDate.compare(on, until) > 0) break;
    left += amount;
    if (left < room) room = left;
  }
  return { room, dues, income };
}

/** What a balance earns depends on the balance. */
const uncertain: ReadonlySet<string> = new Set(['dividend', 'interest']);

function movements(
  items: readonly RecurringItem[],
  direction: RecurringItem['direction'],
  until: Temporal.PlainDate,
): Movement[] {
  return items
    .filter((item) => item.direction === direction)
    .flatMap(({ expected, description, kind, loanAccountId }) =>
      expected.map(({ on, amount }) => ({
        on,
        amount,
        description,
        kind,
        ...(loanAccountId === undefined ? {} : { loanAccountId }),
      })),
    )
    .filter(({ on }) => Temporal.PlainDate.compare(on, until) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
}
