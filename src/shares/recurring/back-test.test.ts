import { expect, it } from 'vitest';
import { daysDueUntil, isDayOfMonth } from '../../../dev/demonstration/calendar.ts';
import { demoHistory, type DemoRow } from '../../../dev/demonstration/history.ts';
import { demoPeople } from '../../../dev/demonstration/people.ts';
import type { Bill, DemoPerson } from '../../../dev/demonstration/person.ts';
import type { CoreEntry } from '../../core/core.ts';
import { present } from '../../kernel/assert.ts';
import { findRecurring, recurringLookback } from './find-recurring.ts';
import { forecast } from './forecast.ts';

/**
 * Asks on many days of the demonstration's second year how much could be spent, spends all of it at
 * once, and lets the bills, payments and pay of the days that follow come as they came. What is a
 * bill says the demonstration's own list of lives, not the code under test.
 */
const today = Temporal.PlainDate.from('2026-11-30');

const entryOf = (row: DemoRow, index: number): CoreEntry => ({
  accountId: 'a',
  sequence: BigInt(index + 1),
  amount: BigInt(row.amount),
  balanceAfter: BigInt(row.balance),
  effectiveOn: row.effectiveOn,
  postedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  kind: row.kind,
  description: row.description,
});

/** What a row is in the person's life; `undefined`: a purchase, or a movement without a rule. */
function ruleOf({ life }: DemoPerson, row: DemoRow): string | undefined {
  const { amount, description, kind, effectiveOn } = row;
  if (kind === 'household') return amount > 0 ? 'share of the household' : 'household';
  if (amount > 0) return life.pay.find((pay) => pay.description === description)?.description;
  if (kind === 'payment') return 'loan';
  if (kind === 'transfer') {
    const due = daysDueUntil(effectiveOn);
    const standing = life.transfers.find(
      (one) => one.amount === -amount && due.some((day) => isDayOfMonth(day, one.day)),
    );
    return standing && `transfer of ${standing.amount} on ${standing.day}`;
  }
  const bill = life.bills.find((one) =>
    kind === 'check'
      ? one.by === 'check' && isAbout(one, -amount)
      : one.description === description,
  );
  return bill && `${bill.description} on ${bill.day}`;
}

function isAbout({ amount, spread = 0, season }: Bill, paid: number): boolean {
  const least = amount * (1 - spread / 100) * (season ? 0.5 : 1) - 2;
  const most = amount * (1 + spread / 100) * (season ? 1.5 : 1) + 2;
  return paid >= least && paid <= most;
}

const year = { from: 365, to: 16 };

const { rows: everyRow } = demoHistory(today);

/** A row of the history with its rule and its age today in days. */
interface Known {
  readonly row: DemoRow;
  readonly rule: string | undefined;
  readonly age: number;
}

it.each(demoPeople.map((person) => [person.name, person] as const))(
  'never promises %s what the next days’ known items take',
  (_name, person) => {
    const rows = everyRow.filter(
      ({ memberNumber, suffix }) =>
        memberNumber === person.number && suffix === person.defaultShare,
    );
    const known = rows.map((row) => ({
      row,
      rule: ruleOf(person, row),
      age: row.effectiveOn.until(today).days,
    }));
    const entries = rows.map(entryOf);
    let promised = 0;
    let kept = 0n;
    let had = 0n;
    for (let ago = year.from; ago >= year.to; ago -= 5) {
      const day = today.subtract({ days: ago });
      const past = entries.filter((_entry, index) => {
        const age = present(known[index], 'each entry has its row').age - ago;
        return age >= 0 && age <= recurringLookback.days;
      });
      const available = past.at(-1)?.balanceAfter ?? 0n;
      for (const days of [7, 15]) {
        const until = day.add({ days });
        const { room } = forecast(available, findRecurring(past, { today: day, until }), until);
        if (room <= 0n) continue;
        promised += 1;
        kept += room;
        had += available;
        const broken = brokenBy(known, { ago, days, left: available - room });
        expect([day.toString(), days, broken]).toEqual([day.toString(), days, undefined]);
      }
    }
    // It would be easy to keep a promise of nothing.
    expect(promised).toBeGreaterThan(100);
    expect(Number(kept) / Number(had)).toBeGreaterThan(0.35);
  },
);

/** The first known item that the rest does not cover. `ago`: how many days before today the promise was made */
function brokenBy(
  known: readonly Known[],
  { ago, days, left }: { ago: number; days: number; left: bigint },
): string | undefined {
  let balance = left;
  for (const { row, rule, age } of known) {
    const ahead = ago - age;
    if (rule === undefined || ahead < 1 || ahead > days) continue;
    // Known is what has come three times in the last four months.
    const before = known.filter(
      (other) => other.rule === rule && other.age >= ago && other.age - ago <= 125,
    ).length;
    if (row.amount < 0 && before < 3) continue;
    balance += BigInt(row.amount);
    if (balance < 0n) return `${rule}: ${row.effectiveOn.toString()} ${row.amount}`;
  }
  return undefined;
}
