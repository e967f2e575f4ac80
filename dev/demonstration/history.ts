import { seededRandom } from '../../src/kernel/random.ts';
import { liveDay } from './live-day.ts';
import { demoPeople } from './people.ts';
import type { DemoPerson } from './person.ts';
import { createStatements, type DemoRow } from './statement.ts';

export type { DemoRow } from './statement.ts';

/** A hold on a share today, in cents. */
export interface DemoHold {
  readonly memberNumber: string;
  readonly suffix: string;
  readonly amount: number;
  readonly description: string;
  readonly placedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate;
  /** From today until it expires. */
  readonly days: number;
}

const years = 2;

/**
 * Makes two years of every member's history, ending today, and today's holds. The same day and seed
 * give the same rows: member by member, by day, each with the balance after it.
 */
export function demoHistory(
  today: Temporal.PlainDate,
  seed = 'vantage',
): { rows: DemoRow[]; holds: DemoHold[] } {
  const statements = createStatements();
  for (const { number, shares } of demoPeople) {
    for (const { suffix, opening, jointWith } of shares) {
      if (!jointWith) statements.open({ number, suffix }, opening);
    }
  }
  const days = today.subtract({ years }).until(today, { largestUnit: 'days' }).days;
  for (let ago = days; ago >= 0; ago -= 1) {
    const on = today.subtract({ days: ago });
    for (const person of demoPeople) {
      const random = seededRandom(`${seed} ${person.number} ${on.toString()}`);
      liveDay({ person, statements, random, on, ago });
    }
  }
  return {
    rows: demoPeople.flatMap((person) => numberChecks(person, statements.rows)),
    holds: demoPeople.flatMap((person) => holdsOf(person, today)),
  };
}

/** Makes a member's rows. Numbers their checks so that the newest has the right number. */
function numberChecks({ number, life }: DemoPerson, rows: readonly DemoRow[]): DemoRow[] {
  const own = rows.filter(({ memberNumber }) => memberNumber === number);
  const checks = own.filter(({ kind }) => kind === 'check');
  const first = (life.lastCheck ?? checks.length) - checks.length + 1;
  const numbers = new Map(checks.map((row, index) => [row.externalId, String(first + index)]));
  return own.map((row) => {
    const checkNumber = numbers.get(row.externalId);
    if (checkNumber === undefined) return row;
    return { ...row, checkNumber, description: `CHECK ${checkNumber}` };
  });
}

function holdsOf({ number, life }: DemoPerson, today: Temporal.PlainDate): DemoHold[] {
  return life.holds.map(({ suffix, amount, description, placed, expires }) => ({
    memberNumber: number,
    suffix,
    amount,
    description,
    placedOn: today.subtract({ days: placed }),
    expiresOn: today.add({ days: expires }),
    days: expires,
  }));
}
