import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createImportTarget } from '../../house/import-target.ts';
import { createWorld } from '../../kernel/world.ts';
import { importBooks, type ImportReport } from '../../ledger/import/import-books.ts';
import { recordAct } from '../../members/acts.ts';
import { decimal } from '../../money/format.ts';
import { institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { chooseOrMakeInstitution } from '../first-institution.ts';
import { print, progress } from '../print.ts';
import { sealsIfAny } from '../seals.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { actorOptions } from '../actor.ts';

export const importSubcommand: Subcommand = {
  name: 'import',
  help: `
tmm import --accounts FILE --transactions FILE

CSV with headers:
  accounts      member_number,suffix,kind,currency,nickname,overdraft_limit
  transactions  external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance
nickname, overdraft_limit, check_number, description and balance may be empty; kind of an account is checking, savings, certificate or
loan. Where a balance is given it is compared with the books after that row. Importing again changes nothing, and goes on where an
import was interrupted. Every line that was not taken and every balance that differs is listed.
Exit status 0: all came in without a difference; 1: a line was not taken or a balance differs.
Where there is no institution yet, one is made; \`tmm institution set\` gives it its name and settings.

  --who NAME       who does this (recorded; your login name, where it is not said)
  --why REASON     and why (recorded)
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...dataOptions,
        ...institutionOption,
        ...actorOptions,
        accounts: { type: 'string' },
        transactions: { type: 'string' },
      },
    });
    const { accounts, transactions } = values;
    if (accounts === undefined || transactions === undefined)
      throw new UsageError('give --accounts FILE and --transactions FILE');
    for (const file of [accounts, transactions]) assertReadable(file);
    const actor = {
      who: values.who?.trim() || loginName(),
      why: values.why?.trim() || `import of ${basename(accounts)} and ${basename(transactions)}`,
    };
    await using db = await openData(values, { make: true });
    const world = createWorld();
    const institution = await chooseOrMakeInstitution(db, world, {
      slug: values.institution,
      actor,
    });
    const record = async (detail: object) =>
      recordAct(db, world, {
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
      seals: sealsIfAny(),
      onProgress: ({ stage, done, total }) => progress(`${stage}: ${done} of ${total}`),
    }).catch(async (error: unknown) => {
      await record({ finished: false });
      throw error;
    });
    progress('');
    const counts = { opened: report.accounts.opened, posted: report.transactions.posted };
    // Again, and nothing new: nothing to record.
    if (counts.opened + counts.posted > 0) await record(counts);
    tell(report);
    return report.errors.length + report.differences.length === 0 ? 0 : 1;
  },
};

function tell({ accounts, transactions, errors, notes, differences }: ImportReport): void {
  print(`Accounts: ${accounts.opened} opened, ${accounts.already} there already`);
  print(
    `Transactions: ${transactions.posted} posted, ${transactions.already} there already, ${transactions.compared} balances compared`,
  );
  for (const note of notes) print(`${note.file} line ${note.line}: taken, but ${note.reason}`);
  for (const error of errors) print(`${error.file} line ${error.line}: ${error.reason}`);
  for (const one of differences) {
    print(
      `transactions line ${one.line} (${one.externalId}): the old system showed ${decimal(one.shown)}, the books have ${decimal(one.computed)}`,
    );
  }
  print(
    `${counted(errors.length, 'line')} not taken, ${counted(differences.length, 'balance')} different`,
  );
}

/** A pipe will do as well as a file. */
function assertReadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no file ${file}`);
  if (found.isDirectory()) throw new UsageError(`${file} is a folder, not a file`);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new UsageError(`${file} may not be read by you`);
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
