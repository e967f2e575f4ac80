import type { z } from 'zod';
import type { Institution } from '../members/institution.ts';
import type { historySchema } from '../operations/staff/history.ts';
import { localText } from './days.ts';
import { print, printTable } from './print.ts';

/** Prints the history of a task or a case, oldest first. */
export function printHistory(
  history: z.output<typeof historySchema>,
  { zone }: Pick<Institution, 'zone'>,
): void {
  if (history.length === 0) return;
  print('');
  printTable(
    ['when', 'who', 'what', 'why', ''],
    history.map((one) => [
      localText(one.at, zone),
      one.who,
      one.what.replaceAll('_', ' '),
      one.why,
      Object.entries(one.detail)
        .filter(([, value]) => value !== null && value !== false)
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('; '),
    ]),
  );
}
