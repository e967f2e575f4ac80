import { describe, expect, it } from 'vitest';
import type { CoreEntry } from '../../core/core.ts';
import { findRecurring } from './find-recurring.ts';
import { forecast } from './forecast.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const day = (text: string) => Temporal.PlainDate.from(text);

let sequence = 0n;
function entry(on: string, amount: bigint, description: string, kind = 'withdrawal'): CoreEntry {
  sequence += 1n;
  return {
    accountId: 'a',
    sequence,
    amount,
    balanceAfter: 0n,
    effectiveOn: day(on),
    postedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    kind,
    description,
  };
}

const monthly = (days: readonly string[], amount: bigint, text: string, kind?: string) =>
  days.map((on) => entry(on, amount, text, kind));

const found = (entries: readonly CoreEntry[], until = '2026-12-20') =>
  findRecurring(entries, { today, until: day(until) }).map((item) => ({
    every: `${item.direction} each ${item.every}`,
    expected: item.expected.map(({ on, amount }) => `${on.toString()} ${amount}`),
    evidence: item.evidence.map(({ on }) => on.toString()),
  }));

describe('what recurs', () => {
  it('is a bill on about the same day of each month, with its evidence', () => {
    const bill = monthly(
      ['2026-06-18', '2026-07-20', '2026-08-18', '2026-09-18', '2026-10-19', '2026-11-18'],
      -3_500n,
      'ACH PAYMENT RIVER MOBILE',
    );
    expect(found(bill)).toEqual([
      {
        every: 'out each month',
        expected: ['2026-12-18 3500'],
        evidence: ['2026-11-18', '2026-10-19', '2026-09-18'],
      },
    ]);
    // Nothing is due before its day.
    expect(found(bill, '2026-12-17')).toMatchObject([{ expected: [] }]);
  });

  it('counts a bill that varies for more than it has been', () => {
    const bill = ['2026-08-05', '2026-09-08', '2026-10-05', '2026-11-05'].map((on, index) =>
      entry(on, BigInt(-9_000 - index * 500), 'ACH PAYMENT ARCH ELECTRIC'),
    );
    // Of the last three, the most, and a fifth more; so soon after the start two days early.
    expect(found(bill)).toMatchObject([{ expected: ['2026-12-03 12600'] }]);
  });

  it('is pay of every other week, and no more than the least of it', () => {
    const pay = [
      '2026-09-04',
      '2026-09-18',
      '2026-10-02',
      '2026-10-16',
      '2026-10-30',
      '2026-11-13',
    ];
    const entries = pay.map((on, index) =>
      entry(on, BigInt(80_000 + index * 1_000), 'ACME PAYROLL', 'deposit'),
    );
    expect(found(entries)).toMatchObject([
      { every: 'in each two weeks', expected: ['2026-11-27 76000', '2026-12-11 76000'] },
    ]);
  });

  it('counts on no income that is overdue, but on a bill that is', () => {
    const days = ['2026-07-13', '2026-08-13', '2026-09-14', '2026-10-13'];
    const pay = days.map((on) => entry(on, 80_000n, 'ACME PAYROLL', 'deposit'));
    expect(found(pay)).toMatchObject([{ expected: ['2026-12-14 80000'] }]);
    expect(
      found(
        monthly(
          days.map((on) => on.replace('13', '18')),
          -3_500n,
          'GYM',
        ),
      ),
    ).toMatchObject([{ expected: ['2026-11-24 3500', '2026-12-16 3500'] }]);
    // Each other Friday, the last time due on the 20th.
    const fridays = ['2026-09-11', '2026-09-25', '2026-10-09', '2026-10-23', '2026-11-06'];
    const weekly = fridays.map((on) => entry(on, 80_000n, 'ACME PAYROLL', 'deposit'));
    expect(found(weekly)).toMatchObject([{ expected: ['2026-12-04 80000', '2026-12-18 80000'] }]);
  });

  it('tells checks and transfers apart by their amount', () => {
    const rent = ['2026-08-03', '2026-09-01', '2026-10-01', '2026-11-02'];
    const entries = [
      ...rent.map((on, index) => entry(on, -142_500n, `CHECK ${1_000 + index}`, 'check')),
      ...['2026-08-22', '2026-09-22', '2026-10-22'].map((on, index) =>
        entry(on, -3_900n, `CHECK ${1_100 + index}`, 'check'),
      ),
      entry('2026-10-11', -7_700n, 'CHECK 1200', 'check'),
    ];
    // The second did not come on the 22nd of November yet: it is due today.
    expect(found(entries)).toMatchObject([
      { expected: ['2026-11-29 142500'] },
      { expected: ['2026-11-24 3900', '2026-12-20 3900'] },
    ]);
  });

  it('is not what only comes often, or what has ended', () => {
    const coffee = [
      '2026-10-02',
      '2026-10-03',
      '2026-10-09',
      '2026-10-21',
      '2026-11-02',
      '2026-11-19',
    ];
    expect(found(coffee.map((on) => entry(on, -450n, 'SQ *NORTHSIDE COFFEE', 'card')))).toEqual([]);
    const ended = monthly(['2026-03-10', '2026-04-10', '2026-05-11', '2026-06-10'], -2_000n, 'GYM');
    expect(found(ended)).toEqual([]);
    expect(found([])).toEqual([]);
  });
});

describe('a forecast', () => {
  const items = (entries: readonly CoreEntry[], until: string) =>
    findRecurring(entries, { today, until: day(until) });
  const entries = [
    ...monthly(['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'], -60_000n, 'RENT OFFICE'),
    ...['2026-09-04', '2026-09-18', '2026-10-02', '2026-10-16', '2026-10-30', '2026-11-13'].map(
      (on) => entry(on, 50_000n, 'ACME PAYROLL', 'deposit'),
    ),
  ];

  it('takes what leaves first, and what comes in from the day after', () => {
    const until = '2026-12-05';
    const { room, dues, income } = forecast(30_000n, items(entries, until), day(until));
    expect(dues.map(({ on }) => on.toString())).toEqual(['2026-11-29']);
    expect(income.map(({ on }) => on.toString())).toEqual(['2026-11-27']);
    // 300 now; 800 from the 28th; 200 after the rent.
    expect(room).toBe(20_000n);
  });

  it('never counts income that comes after what it should pay', () => {
    const until = '2026-12-20';
    const late = items(
      entries.filter(({ amount }) => amount < 0n),
      until,
    );
    expect(forecast(30_000n, late, day(until)).room).toBe(-30_000n);
    expect(forecast(-500n, [], day(until)).room).toBe(-500n);
  });
});
