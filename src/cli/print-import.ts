import { basename } from 'node:path';
import type { FilesReport } from '../exchange/import-files.ts';
import type { FilePaths } from '../exchange/open-files.ts';
import type { Mapping } from '../exchange/files/mapping.ts';
import { isStatementFile } from '../exchange/statements/statement-records.ts';
import type { TableName } from '../exchange/files/tables.ts';
import type { ImportError, ImportFile } from '../ledger/import/read-table.ts';
import { decimal } from '../money/format.ts';
import { print } from './print.ts';
import { tellFindings } from './tell-findings.ts';

/** Prints what an import did, or would do. */
export function printImport(
  report: FilesReport,
  given: { readonly paths: FilePaths; readonly mapping: Mapping; readonly isDryRun: boolean },
): void {
  const { members, accounts, transactions, holds } = report;
  const { paths, isDryRun } = given;
  const isRehearsed = isDryRun || report.isRefused;
  const done = (word: string) => (isRehearsed ? `to be ${word}` : word);
  if (paths.members !== undefined)
    print(
      `Members: ${members.added} ${done('added')}, ${members.changed} ${done('changed')}, ${members.different} different and left as they are`,
    );
  print(`Accounts: ${accounts.opened} ${done('opened')}, ${accounts.already} already there`);
  print(
    `Transactions: ${transactions.posted} ${done('posted')}, ${transactions.already} already there, ${transactions.compared} balances compared`,
  );
  if (transactions.settled + transactions.waiting + transactions.before > 0)
    print(
      `  ${transactions.settled} of ours came back, ${transactions.waiting} may be ours and wait for staff, ${transactions.before} before the first day left out`,
    );
  if (paths.holds !== undefined)
    print(
      `Holds: ${holds.placed} ${done('placed')}, ${holds.already} already there, ${holds.released} ${done('released')}`,
    );
  if (paths.rejected !== undefined)
    print(
      `Rejected by the core: ${report.rejected.reversed} ${done('reversed')}, ${report.rejected.already} already reversed`,
    );
  const say = lineOf(given);
  for (const one of report.changes) print(`${say(one)}${one.reason}`);
  const notes = tellFindings(report.notes, (note) => `${say(note)}imported, but ${note.reason}`);
  const errors = tellFindings(report.errors, (error) => `${say(error)}${error.reason}`);
  for (const line of [...notes, ...errors]) print(line);
  for (const one of report.differences)
    print(
      `transactions line ${one.line} (${one.externalId}): the old system showed ${decimal(one.shown, one.digits)}, the ledger has ${decimal(one.computed, one.digits)}`,
    );
  print(
    `${counted(report.errors.length, 'line')} not imported, ${counted(report.differences.length, 'balance')} different`,
  );
  if (report.leftOut.length > 0)
    print(
      `Skipped, with all of their rows: ${counted(report.leftOut.length, 'account')} (${report.leftOut.join(', ')})`,
    );
  if (report.isRefused)
    print(
      'Nothing was posted, because some lines are invalid. Change the mapping or the files and import again, or import the valid accounts with --partial',
    );
  else if (isDryRun) print('No member, account or entry was written: this was a dry run');
}

const tableOfFile: Readonly<Record<ImportFile, TableName>> = {
  members: 'members',
  accounts: 'shares',
  transactions: 'transactions',
  holds: 'holds',
  rejected: 'rejected',
};

/** Words where a finding is: file, line, and the file's own column if the mapping has another name for it. */
function lineOf({
  paths,
  mapping,
}: {
  readonly paths: FilePaths;
  readonly mapping: Mapping;
}): (one: ImportError) => string {
  return ({ file, line, reason }) => {
    const table = tableOfFile[file];
    const path = paths[table];
    const name = path === undefined ? file : basename(path);
    const column = /^([a-z_]+) (?:"|is |has |names )/.exec(reason)?.[1];
    const source = column === undefined ? undefined : mapping[table]?.columns[column];
    const own =
      typeof source === 'string'
        ? source
        : Array.isArray(source)
          ? source.flat().join(', ')
          : undefined;
    const word = isStatementFile(name) ? 'entry' : 'line';
    return `${name} ${word} ${line}: ${own === undefined ? '' : `column ${own}: `}`;
  };
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
