import { describe, expect, it } from 'vitest';
import { demoHistory } from './history.ts';
import { demoPeople } from './people.ts';

const today = Temporal.PlainDate.from('2026-11-23');

describe('the demonstration’s history', () => {
  const { rows, holds } = demoHistory(today);

  it('is the same for the same day', () => {
    expect(demoHistory(today)).toEqual({ rows, holds });
  });

  it('adds up row by row, in order of days, and ends today at the latest', () => {
    const balances = new Map<string, number>();
    const last = new Map<string, Temporal.PlainDate>();
    for (const row of rows) {
      const key = `${row.memberNumber}/${row.suffix}`;
      const balance = (balances.get(key) ?? 0) + row.amount;
      expect(row.balance).toBe(balance);
      expect(
        Temporal.PlainDate.compare(row.effectiveOn, last.get(key) ?? row.effectiveOn),
      ).toBeGreaterThanOrEqual(0);
      balances.set(key, balance);
      last.set(key, row.effectiveOn);
    }
    expect(rows.every((row) => Temporal.PlainDate.compare(row.effectiveOn, today) <= 0)).toBe(true);
    expect(new Set(rows.map((row) => row.externalId)).size).toBe(rows.length);
  });

  it('is believable: nobody is rich or ruined, and everyone has pay, cards and dividends', () => {
    for (const person of demoPeople) {
      const own = rows.filter((row) => row.memberNumber === person.number);
      expect(own.length).toBeGreaterThan(400);
      for (const kind of ['deposit', 'card', 'transfer', 'dividend'])
        expect(own.some((row) => row.kind === kind)).toBe(true);
      for (const share of person.shares.filter((one) => !one.jointWith)) {
        const balances = own.filter((row) => row.suffix === share.suffix).map((row) => row.balance);
        expect(Math.max(...balances)).toBeLessThan(9_000_000);
        expect(Math.min(...balances)).toBeGreaterThanOrEqual(-(share.overdraftLimit ?? 0) - 15_000);
      }
    }
  });
});
