import { isProgram, type Source } from '../source.ts';
import { unread } from './resolve.ts';
import { statementsOf } from './statements.ts';
import { unboundTables, unknownTable } from './unbound.ts';

/** A function whose SQL works over all institutions on purpose. */
interface OverAll {
  /** The file, and the outermost function or constant in it. */
  readonly where: string;
  readonly tables: readonly string[];
  readonly because: string;
}

/** Every statement that may touch rows of institutions that it does not name. */
export const overAllInstitutions: readonly OverAll[] = [
  {
    where: 'src/audit/made.ts institutionsWithChain',
    tables: ['chain_heads'],
    because: 'Verify checks every record, also of an institution whose row is gone.',
  },
  {
    where: 'src/audit/made.ts isAnythingSigned',
    tables: ['chain'],
    because: 'The first signature of the installation ends what may be taken over unsigned.',
  },
  {
    where: 'src/audit/made.ts isNamed',
    tables: ['chain'],
    because: 'A signed batch of any institution may name those that were there before it.',
  },
  {
    where: 'src/service/measure.ts oldestQueued',
    tables: ['outbound'],
    because: 'A health check asks how long the oldest message of the installation waits.',
  },
  {
    where: 'src/service/measure.ts measureQueue',
    tables: ['outbound'],
    because: 'A metric counts the queue of the installation by channel.',
  },
  {
    where: 'src/service/checks/check-waiting.ts checkWaiting',
    tables: ['staff_alarm_sends', 'outbound', 'tasks'],
    because: 'A check of the installation asks whether anything waits, in any institution.',
  },
  {
    where: 'src/core/remote/due-orders.ts claimDue',
    tables: ['core_orders'],
    because: 'One statement finds the orders that are due; its rows say of which institution.',
  },
  {
    where: 'src/messages/sending/due-work.ts dueWork',
    tables: ['outbound'],
    because: 'One statement finds the messages that are due; its rows say of which institution.',
  },
  {
    where: 'src/messages/sending/receipts.ts settleEchoes',
    tables: ['early_receipts'],
    because: 'Receipts that no message claimed within their time are pruned, whoever they are of.',
  },
];

/**
 * Folders that pass on statements of others, or read tables that a registry names (the record of changes), so that their own source
 * does not show them.
 */
const passesOn = /^src\/(?:database|jobs|audit\/changes)\//;

/** What a program's SQL touches without naming its institution, as `file function: table`. */
export function unboundIn(source: Source, tables: ReadonlySet<string>): readonly string[] {
  const program = new Map([...source].filter(([file]) => isProgram(file)));
  const found = statementsOf(program).flatMap(({ file, by, text }) => {
    if (text.trim().startsWith(unread))
      return passesOn.test(file)
        ? []
        : [`${file} ${by}: a statement that the source does not show`];
    return unboundTables(text, tables)
      .filter((table) => table !== unknownTable || !passesOn.test(file))
      .map((table) => `${file} ${by}: ${table}`);
  });
  return [...new Set(found)].sort();
}

/** The tables of migrations that have the column `institution_id`. */
export function tablesWithInstitution(migrations: readonly string[]): ReadonlySet<string> {
  const created = /create\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_]+)\s*\(([^]*?)\n\)[^\n]*;/gi;
  return new Set(
    migrations.flatMap((text) =>
      [...text.matchAll(created)].flatMap(([, table = '', columns = '']) =>
        /^\s*institution_id\b/m.test(columns) ? [table] : [],
      ),
    ),
  );
}
