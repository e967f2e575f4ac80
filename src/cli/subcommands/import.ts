import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createImportTarget } from '../../service/import-target.ts';
import { createWorld } from '../../kernel/world.ts';
import { debtSigns } from '../../ledger/import/check-debts.ts';
import { importBooks } from '../../ledger/import/import-books.ts';
import type { ImportReport } from '../../ledger/import/import-report.ts';
import { recordInAuditLog } from '../../members/audit-log.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { chooseOrMakeInstitution } from '../first-institution.ts';
import { print, progress } from '../print.ts';
import { keyringForBooks } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { named, namedOptions } from '../actor.ts';

export const importSubcommand: Subcommand = {
  name: 'import',
  help: `
tmm import --accounts FILE --transactions FILE [--partial]

CSV with headers:
  accounts      member_number,suffix,kind,currency,nickname,overdraft_limit
  transactions  external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance
nickname, overdraft_limit, check_number, description and balance can be empty. An account's kind is checking, savings, certificate or
loan. Importing again changes nothing, and resumes an interrupted import.

Signs: on checking, savings and certificates, money in is positive, money out is negative, and so is an overdrawn balance. On a loan,
the balance is the amount owed and positive; payments are negative; advances, interest and fees are positive.

Order: rows can be oldest or newest first, by day or as posted. If the file has balances, the import uses the order in which each
balance follows from the one before.

Nothing is posted unless both files are valid. Every invalid line is listed with the reason.
Exit status 0: everything was imported without a difference; 1: a line is invalid, an account was skipped, or a balance differs.
If there is no institution yet, the import creates one; \`tmm institution set\` sets its name and settings. Once a batch is signed,
TMM_MASTER_KEYS is required.

  --partial              imports the valid accounts with all of their rows, and skips the others
  --debts negative       the file shows debts as negative balances (positive: it doesn't, although it looks like it)
  --rows oldest-first    or newest-first: the order of the rows, if balances don't decide it
  --allow-currency CODE  also imports accounts in this currency; can be repeated
  --who NAME             who does this (kept in the audit log; default: your login name)
  --why REASON           and why (kept in the audit log)
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...dataOptions,
        ...institutionOption,
        ...namedOptions,
        accounts: { type: 'string' },
        transactions: { type: 'string' },
        partial: { type: 'boolean', default: false },
        debts: { type: 'string' },
        rows: { type: 'string' },
        'allow-currency': { type: 'string', multiple: true, default: [] },
      },
    });
    const { accounts, transactions } = values;
    if (accounts === undefined || transactions === undefined)
      throw new UsageError('give --accounts FILE and --transactions FILE');
    const how = {
      partial: values.partial,
      debts: oneOf('--debts', values.debts, debtSigns),
      rows: oneOf('--rows', values.rows, ['oldest-first', 'newest-first'] as const),
      currencies: values['allow-currency'].map(currencyNamed),
    };
    for (const file of [accounts, transactions]) assertReadable(file);
    const actor = {
      ...named(values.who?.trim() || loginName()),
      why: values.why?.trim() || `import of ${basename(accounts)} and ${basename(transactions)}`,
    };
    await using db = await openData(values, { make: true });
    const world = createWorld();
    const institution = await chooseOrMakeInstitution(db, world, {
      slug: values.institution,
      actor,
    });
    const keyring = await keyringForBooks(db, institution);
    const record = async (detail: object) =>
      recordInAuditLog(db, world, {
        institutionId: institution.id,
        ...actor,
        what: 'books_imported',
        subject: institution.slug,
        detail,
      });
    const report = await importBooks(db, {
      institutionId: institution.id,
      accounts: createReadStream(accounts, 'utf8'),
      transactions: createReadStream(transactions, 'utf8'),
      target: createImportTarget(world, institution.id),
      today: world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate(),
      world,
      keyring,
      currencies: [institution.currency, ...how.currencies],
      partial: how.partial,
      debts: how.debts,
      rows: how.rows && directions[how.rows],
      onProgress: ({ stage, done, total }) => progress(`${stage}: ${done} of ${total}`),
    }).catch(async (error: unknown) => {
      await record({ finished: false });
      throw error;
    });
    progress('');
    const counts = { opened: report.accounts.opened, posted: report.transactions.posted };
    // A repeat without anything new: nothing to record.
    if (counts.opened + counts.posted > 0) await record(counts);
    tell(report);
    return report.errors.length + report.differences.length === 0 ? 0 : 1;
  },
};

const directions = { 'oldest-first': 'oldest_first', 'newest-first': 'newest_first' } as const;

function oneOf<Word extends string>(
  option: string,
  given: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (given === undefined) return undefined;
  const found = words.find((word) => word === given);
  if (!found) throw new UsageError(`${option} must be ${words.join(' or ')}`);
  return found;
}

function currencyNamed(code: string): string {
  const found = currencyOf(code.trim().toUpperCase());
  if (!found) throw new UsageError(`‘${code}’ is not an ISO 4217 currency`);
  return found.code;
}

function tell(report: ImportReport): void {
  const { accounts, transactions, errors, notes, differences } = report;
  print(`Accounts: ${accounts.opened} opened, ${accounts.already} already there`);
  print(
    `Transactions: ${transactions.posted} posted, ${transactions.already} already there, ${transactions.compared} balances compared`,
  );
  for (const note of notes) print(`${note.file} line ${note.line}: imported, but ${note.reason}`);
  for (const error of errors) print(`${error.file} line ${error.line}: ${error.reason}`);
  for (const one of differences) {
    print(
      `transactions line ${one.line} (${one.externalId}): the old system showed ${decimal(one.shown, one.digits)}, the ledger has ${decimal(one.computed, one.digits)}`,
    );
  }
  print(
    `${counted(errors.length, 'line')} not imported, ${counted(differences.length, 'balance')} different`,
  );
  if (report.leftOut.length > 0)
    print(
      `Skipped, with all of their rows: ${counted(report.leftOut.length, 'account')} (${report.leftOut.join(', ')})`,
    );
  if (report.isRefused)
    print(
      'Nothing was posted, because some lines are invalid. Fix the files and import again, or import the valid accounts with --partial',
    );
}

/** A pipe works as well as a file. */
function assertReadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no file ${file}`);
  if (found.isDirectory()) throw new UsageError(`${file} is a folder, not a file`);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new UsageError(`you don’t have permission to read ${file}`);
  }
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'someone at the command line';
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
