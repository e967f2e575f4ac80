import type { Queries } from '../database/database.ts';
import type { Institution } from '../members/institution.ts';
import { historyOf } from '../staff/history.ts';
import { localText } from './days.ts';
import { print, printTable } from './print.ts';

/** Prints what was done with a task or a case, oldest first. */
export async function printHistory(
  q: Queries,
  { id, zone }: Pick<Institution, 'id' | 'zone'>,
  reference: string,
): Promise<void> {
  const history = await historyOf(q, id, reference);
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
