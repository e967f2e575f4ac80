import { describe, expect, it } from 'vitest';
import { demonstrationBooks } from './books.ts';
import { isBusinessDay } from './calendar.ts';
import { demoHistory } from './history.ts';
import { demoPeople } from './people.ts';
import type { DemoRow } from './statement.ts';

// Months of different length, a leap day, New Year.
const days = ['2026-11-23', '2026-12-31', '2027-03-01', '2028-02-29', '2029-07-04'].map((day) =>
  Temporal.PlainDate.from(day),
);
const seeds = ['vantage', 'another'];
const inside = new Set(['transfer', 'household', 'payment', 'interest']);

describe('the demonstration’s books', () => {
  it('are the same for the same day and seed, and others for another seed', () => {
    const [today = Temporal.PlainDate.from('2026-11-23')] = days;
    expect(demonstrationBooks({ today })).toEqual(demonstrationBooks({ today }));
    expect(demonstrationBooks({ today, seed: 'another' })).not.toEqual(
      demonstrationBooks({ today }),
    );
  });

  it('have the columns that the import reads', () => {
    const [today = Temporal.PlainDate.from('2026-11-23')] = days;
    const { accounts, transactions, members, holds } = demonstrationBooks({ today });
    expect(members).toHaveLength(6);
    expect(accounts).toHaveLength(15);
    expect(accounts[0]).toEqual({
      member_number: '104211',
      suffix: '7',
      kind: 'checking',
      currency: 'USD',
      nickname: '',
      overdraft_limit: '200.00',
    });
    const amount = /^-?\d+\.\d{2}$/;
    for (const row of transactions) {
      expect(row.amount).toMatch(amount);
      expect(row.balance).toMatch(amount);
      expect(row.effective_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row.check_number).toMatch(row.kind === 'check' ? /^\d{3,4}$/ : /^$/);
      // No comma or quote that needs escaping, no number that could be an account number.
      expect(row.description).toMatch(/^[A-Z][A-Z0-9 #*.&-]{3,40}$/);
      expect(row.description).not.toMatch(/\d{5}/);
    }
    expect(holds.length).toBeGreaterThanOrEqual(4);
  });
});

describe.each(seeds)('two years of lives, seed %s', (seed) => {
  it.each(days)('ending %s', (today) => {
    const { rows, holds } = demoHistory(today, seed);
    expectSound(rows, today);
    for (const person of demoPeople) {
      const own = rows.filter((row) => row.memberNumber === person.number);
      expect(own.length).toBeGreaterThan(700);
      for (const share of person.shares) {
        if (share.jointWith) continue;
        const on = own.filter((row) => row.suffix === share.suffix);
        const balances = on.map((row) => row.balance);
        expect((on[0]?.balance ?? 0) - (on[0]?.amount ?? 0)).toBe(share.opening);
        expect(Math.min(...balances)).toBeGreaterThanOrEqual(-(share.overdraftLimit ?? 0));
        expect(Math.max(...balances)).toBeLessThan(4 * share.opening + 1_000_000);
        const held = holds
          .filter((hold) => hold.memberNumber === person.number && hold.suffix === share.suffix)
          .reduce((sum, { amount }) => sum + amount, 0);
        expect((balances.at(-1) ?? 0) - held).toBeGreaterThanOrEqual(-(share.overdraftLimit ?? 0));
      }
      expectBalancedLife(own.filter((row) => row.suffix === person.defaultShare));
    }
  });
});

/**
 * Balances add up, days are in order, ids are unique, banks settle on business days, and every
 * transfer has both halves.
 */
function expectSound(rows: readonly DemoRow[], today: Temporal.PlainDate): void {
  const last = new Map<string, DemoRow>();
  const moved = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.memberNumber}/${row.suffix}`;
    const before = last.get(key);
    if (before) {
      expect(row.balance).toBe(before.balance + row.amount);
      expect(
        Temporal.PlainDate.compare(row.effectiveOn, before.effectiveOn),
      ).toBeGreaterThanOrEqual(0);
    }
    last.set(key, row);
    if (row.kind === 'check' || row.description.startsWith('ACH ')) {
      expect(isBusinessDay(row.effectiveOn)).toBe(true);
    }
    if (row.kind === 'transfer' || row.kind === 'household') {
      const day = `${row.kind} ${row.effectiveOn.toString()}`;
      moved.set(day, (moved.get(day) ?? 0) + row.amount);
    }
  }
  expect([...moved.values()].every((sum) => sum === 0)).toBe(true);
  expect(new Set(rows.map(({ externalId }) => externalId)).size).toBe(rows.length);
  const ages = rows.map(({ effectiveOn }) => effectiveOn.until(today).days);
  expect(Math.min(...ages)).toBeLessThanOrEqual(2);
  expect(ages.every((age) => age >= 0)).toBe(true);
}

/** Nearly all income is spent again, and no month brings more than twice another. */
function expectBalancedLife(rows: readonly DemoRow[]): void {
  const outside = rows.filter(({ kind }) => !inside.has(kind));
  const income = outside.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const outgo = outside.reduce((sum, { amount }) => sum - Math.min(0, amount), 0);
  expect(outgo / income).toBeGreaterThan(0.65);
  expect(outgo / income).toBeLessThan(1.2);
}

describe('dividends', () => {
  it('are the average balance of the month at the share’s rate', () => {
    const today = Temporal.PlainDate.from('2026-11-23');
    const rows = demoHistory(today).rows.filter(
      (row) => row.memberNumber === '104412' && row.suffix === '5',
    );
    // Nothing else happens on a certificate: each month's average is the balance before the
    // dividend.
    expect(rows.every(({ kind }) => kind === 'dividend')).toBe(true);
    const october = rows.find((row) => row.effectiveOn.toString() === '2026-10-31');
    const before = (october?.balance ?? 0) - (october?.amount ?? 0);
    expect(october?.amount).toBe(Math.round((before * 31 * 0.041) / 365));
  });
});
