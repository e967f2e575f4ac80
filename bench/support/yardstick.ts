import { median, rounded } from './median.ts';
import type { Pgbench, PgbenchResult } from './pgbench.ts';

/** With more than this share of the processors idle or busy elsewhere, pgbench's CPU was not its limit. */
const elsewhereMax = 0.25;

/** One round of pgbench, to which figures of the same round are compared. */
export interface Yardstick {
  /** The fastest of 8, 16 and 32 clients. */
  readonly best: PgbenchResult;
  /** CPU µs of PostgreSQL and pgbench together for one transaction at `best`: the unit of ratios. */
  readonly c: number;
  /** How long one client waits for a transaction. */
  readonly loneMilliseconds: number;
}

/** Measures one round of pgbench. */
export async function measureYardstick(pgbench: Pgbench, seconds: number): Promise<Yardstick> {
  const lone = await pgbench({ clients: 1, seconds });
  const many: PgbenchResult[] = [];
  for (const clients of [8, 16, 32]) many.push(await pgbench({ clients, seconds }));
  const best = many.reduce((a, b) => (b.transactionsPerSecond > a.transactionsPerSecond ? b : a));
  return {
    best,
    c: best.postgresMicroseconds + best.pgbenchMicroseconds,
    loneMilliseconds: lone.milliseconds,
  };
}

/** Sums up the rounds of pgbench. */
export function yardstickFigures(rounds: readonly Yardstick[]) {
  const of = (figure: (one: Yardstick) => number, digits = 0) =>
    rounded(median(rounds.map(figure)), digits);
  return {
    c: of((one) => one.c),
    postgresMicroseconds: of(({ best }) => best.postgresMicroseconds),
    pgbenchMicroseconds: of(({ best }) => best.pgbenchMicroseconds),
    transactionsPerSecond: of(({ best }) => best.transactionsPerSecond),
    idleShare: of(({ best }) => best.idleShare, 2),
    othersShare: of(({ best }) => best.othersShare, 2),
    loneMilliseconds: of((one) => one.loneMilliseconds, 2),
  };
}

/** A ratio, or why there is none. */
export type Ratio = number | { readonly refused: string };

/**
 * Compares figures of each round with pgbench's in the same round, and takes the median. It refuses
 * where pgbench left much of the machine idle (then the disk was measured) or something else ran.
 */
export function ratioTo(
  rounds: readonly { readonly yardstick: Yardstick; readonly figure: number }[],
  unit: 'c' | 'loneMilliseconds',
): Ratio {
  const idle = median(rounds.map(({ yardstick }) => yardstick.best.idleShare));
  const others = median(rounds.map(({ yardstick }) => yardstick.best.othersShare));
  if (!(idle <= elsewhereMax)) return { refused: `pgbench left ${percent(idle)} idle` };
  if (!(others <= elsewhereMax)) return { refused: `other programs used ${percent(others)}` };
  return rounded(median(rounds.map(({ yardstick, figure }) => figure / yardstick[unit])), 2);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} % of the processors`;
}
