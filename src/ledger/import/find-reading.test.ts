import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '../../kernel/assert.ts';
import { directionOfFile, findReading } from './find-reading.ts';
import type { OrderedRow, Reading } from './readings.ts';

const firstDay = Temporal.PlainDate.from('2026-10-01');

/** Rows from a list of `[day, amount, balance]`, with lines from 2 as in a file with a header. */
function rowsOf(list: readonly (readonly [number, number, number?])[]): OrderedRow[] {
  return list.map(([day, amount, balance], index) => ({
    line: index + 2,
    effectiveOn: firstDay.add({ days: day - 1 }),
    amount: BigInt(amount),
    balance: balance === undefined ? undefined : BigInt(balance),
  }));
}

function mustFit(rows: readonly OrderedRow[], given = {}): Reading<OrderedRow> {
  const found = findReading(rows, given);
  if ('problem' in found) throw new Error(`no order fits: ${JSON.stringify(found, text)}`);
  expectChained(found);
  expect(found.rows.toSorted((a, b) => a.line - b.line)).toEqual(rows);
  return found;
}

const text = (_key: string, value: unknown) =>
  typeof value === 'bigint' ? value.toString() : value;

function expectChained({ rows, opening, closing }: Reading<OrderedRow>): void {
  let balance = opening;
  for (const row of rows) {
    balance += row.amount;
    if (row.balance !== undefined) expect(row.balance).toBe(balance);
  }
  expect(balance).toBe(closing);
}

describe('the order of rows', () => {
  it.each([
    [
      'newest first within a day',
      [
        [1, -5, 75],
        [1, -20, 80],
        [1, 100, 100],
      ],
      0n,
      75n,
    ],
    [
      'as posted, the second row backdated',
      [
        [5, 100, 100],
        [1, -5, 95],
      ],
      0n,
      95n,
    ],
    [
      'as posted, newest first',
      [
        [1, -5, 95],
        [5, 100, 100],
      ],
      0n,
      95n,
    ],
    [
      'oldest first',
      [
        [1, 100, 100],
        [1, -20, 80],
        [2, -5, 75],
      ],
      0n,
      75n,
    ],
    [
      'newest first over days',
      [
        [2, -5, 75],
        [1, -20, 80],
        [1, 100, 100],
      ],
      0n,
      75n,
    ],
    [
      'days oldest first, rows of a day newest first',
      [
        [1, -20, 80],
        [1, 100, 100],
        [2, 1, 76],
        [2, -5, 75],
      ],
      0n,
      76n,
    ],
    [
      'in any order within a day',
      [
        [1, -20, 80],
        [1, -5, 75],
        [1, 100, 100],
        [2, 1, 76],
      ],
      0n,
      76n,
    ],
    [
      'backdated and sorted by day',
      [
        [1, -5, 95],
        [5, 100, 100],
        [6, 1, 96],
      ],
      0n,
      96n,
    ],
    [
      'equal amounts',
      [
        [1, 10, 20],
        [1, 10, 10],
        [1, -10, 10],
        [1, 10, 20],
      ],
      0n,
      20n,
    ],
    [
      'balances only at the end of a day',
      [
        [1, 100],
        [1, -20, 80],
        [2, -5],
        [2, 1, 76],
      ],
      0n,
      76n,
    ],
    [
      'balances only at the end of a day, newest first',
      [
        [2, 1, 76],
        [2, -5],
        [1, -20, 80],
        [1, 100],
      ],
      0n,
      76n,
    ],
    [
      'no balances',
      [
        [2, 5],
        [1, 100],
      ],
      0n,
      105n,
    ],
    [
      'an opening balance',
      [
        [1, -5, 75],
        [1, -20, 80],
      ],
      100n,
      75n,
    ],
  ] as const)('%s', (_name, list, opening, closing) => {
    expect(mustFit(rowsOf(list))).toMatchObject({ opening, closing });
  });

  it('starts at the balance in the books', () => {
    const rows = rowsOf([
      [1, -5, 75],
      [1, -20, 80],
    ]);
    expect(mustFit(rows, { start: 100n }).closing).toBe(75n);
    expect(findReading(rows, { start: 90n })).toMatchObject({ problem: 'misfit' });
  });

  it('names the row that fits no order', () => {
    const rows = rowsOf([
      [1, 100, 100],
      [1, -20, 80],
      [2, -5, 76],
    ]);
    expect(findReading(rows, {})).toEqual({
      problem: 'misfit',
      misfit: { line: 4, shown: 76n, follows: 75n, after: 2 },
    });
  });

  it('does not choose between orders with different closing balances without evidence', () => {
    const circle = rowsOf([
      [1, 100, 100],
      [1, -100, 0],
    ]);
    expect(findReading(circle, {})).toEqual({ problem: 'several', closings: [0n, 100n] });
    expect(mustFit(circle, { direction: 'oldest_first' }).closing).toBe(0n);
    expect(mustFit(circle, { direction: 'newest_first' }).closing).toBe(100n);
    const another = rowsOf([
      [1, -5, 95],
      [1, 100, 100],
    ]);
    expect(mustFit(circle, { file: directionOfFile([circle, another]) }).closing).toBe(100n);
    const byDays = rowsOf([
      [3, 1, 2],
      [2, 1, 1],
    ]);
    expect(mustFit(circle, { file: directionOfFile([circle, byDays]) }).closing).toBe(100n);
    // Its own days decide, too.
    expect(
      mustFit(
        rowsOf([
          [1, 100, 100],
          [1, -100, 0],
          [2, 7, 7],
          [2, -7, 0],
        ]),
      ).closing,
    ).toBe(0n);
  });

  const history = fc
    .record({
      opening: fc.integer({ min: -50, max: 500 }),
      // Few amounts, so that many balances occur again and again.
      steps: fc.array(
        fc.record({
          days: fc.integer({ min: 0, max: 1 }),
          amount: fc.constantFrom(-20, -5, -5, 5, 10, 100),
        }),
        { minLength: 1, maxLength: 40 },
      ),
      seed: fc.integer(),
    })
    .map(({ opening, steps, seed }) => {
      let balance = opening;
      let day = 1;
      const list = steps.map(({ days, amount }) => {
        day += days;
        balance += amount;
        return [day, amount, balance] as const;
      });
      return { opening: BigInt(opening), closing: BigInt(balance), list, seed };
    })
    // Another test covers steps that form a cycle.
    .filter(({ opening, closing }) => opening !== closing);

  const shuffles = {
    'oldest first': (list) => list,
    'newest first': (list) => list.toReversed(),
    'each day newest first': (list) => byDays(list).flatMap((day) => day.toReversed()),
    'days newest first, rows of a day oldest first': (list) => byDays(list).toReversed().flat(),
    'each day in any order': (list, seed) => byDays(list).flatMap((day) => shuffled(day, seed)),
    anyhow: (list, seed) => shuffled(list, seed),
    'some backdated, in posting order': (list, seed) =>
      list.map(
        ([day, amount, balance], index) =>
          [(index + seed) % 5 === 0 ? Math.max(1, day - 3) : day, amount, balance] as const,
      ),
    'some backdated, then sorted by day': (list, seed) =>
      list
        .map(
          ([day, amount, balance], index) =>
            [(index + seed) % 5 === 0 ? Math.max(1, day - 3) : day, amount, balance] as const,
        )
        .toSorted(([a], [b]) => a - b),
  } satisfies Record<string, (list: readonly Entry[], seed: number) => readonly Entry[]>;
  type Entry = readonly [number, number, number];

  it.each(Object.entries(shuffles))('is found: %s', (_name, shuffle) => {
    fc.assert(
      fc.property(history, ({ list, opening, closing, seed }) => {
        const reading = mustFit(rowsOf(shuffle(list, Math.abs(seed))));
        expect([reading.opening, reading.closing]).toEqual([opening, closing]);
      }),
      { numRuns: 300, seed: 13 },
    );
  });

  it('orders 50,000 rows of one account within seconds, however they are shuffled', () => {
    let balance = 0;
    const list = Array.from({ length: 50_000 }, (_, index): Entry => {
      const amount = [100, -20, -5, 10, -84][index % 5] ?? 1;
      balance += index === 0 ? 7 : amount;
      return [1 + Math.floor(index / 100), index === 0 ? 7 : amount, balance];
    });
    for (const shuffle of Object.values(shuffles)) {
      const began = performance.now();
      expect(mustFit(rowsOf(shuffle(list, 4))).closing).toBe(BigInt(balance));
      expect(performance.now() - began).toBeLessThan(15_000);
    }
  }, 120_000);

  function byDays(list: readonly Entry[]): Entry[][] {
    return [...Map.groupBy(list, ([day]) => day).values()];
  }

  function shuffled(list: readonly Entry[], seed: number): Entry[] {
    let state = (seed % 2_147_483_646) + 1;
    const rest = [...list];
    for (let index = rest.length - 1; index > 0; index -= 1) {
      state = (state * 48_271) % 2_147_483_647;
      const other = state % (index + 1);
      const [one, two] = [rest[index], rest[other]];
      rest[index] = present(two, 'within the list');
      rest[other] = present(one, 'within the list');
    }
    return rest;
  }
});
