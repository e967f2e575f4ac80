import type { z } from 'zod';
import type { readBalances } from '../../../operations/shares/read-balances.ts';
import type { Point } from './sparkline.ts';

type Balances = z.output<typeof readBalances.output>;

/**
 * Gives the balance at each change, by days since the start of the period, with the opening balance
 * first.
 */
export function balancePoints({ from, to, opening, days }: Balances): {
  readonly points: readonly Point[];
  readonly days: number;
} {
  const start = Temporal.PlainDate.from(from);
  const since = (on: string) => start.until(Temporal.PlainDate.from(on)).days;
  return {
    days: since(to) + 1,
    points: [
      { day: 0, value: Number(opening) },
      ...days.map(({ on, balance }) => ({ day: since(on), value: Number(balance) })),
    ],
  };
}
