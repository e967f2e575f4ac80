import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createImportTarget } from '../../house/import-target.ts';
import { createWorld } from '../../kernel/world.ts';
import { importBooks } from '../../ledger/import/import-books.ts';
import { decimal } from '../../money/format.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, progress } from '../print.ts';
import { sealsIfAny } from '../seals.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const shownMax = 50;

export const importSubcommand: Subcommand = {
  name: 'import',
  summary: 'bring accounts and transactions in from another system',
  help: `
tmm import --accounts FILE --transactions FILE

CSV with headers:
  accounts      member_number,suffix,kind,currency,nickname,overdraft_limit
  transactions  external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance
check_number, description and balance may be empty. Where a balance is given it is compared with the books after that row. Importing
again changes nothing. Exit status 0: all came in without a difference; 1: a line was not taken or a balance differs.

${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...dataOptions,
        ...institutionOption,
        accounts: { type: 'string' },
        transactions: { type: 'string' },
      },
    });
    if (values.accounts === undefined || values.transactions === undefined)
      throw new UsageError('give --accounts FILE and --transactions FILE');
    for (const file of [values.accounts, values.transactions]) {
      if (!statSync(file, { throwIfNoEntry: false })?.isFile())
        throw new UsageError(`there is no file ${file}`);
    }
    await using db = await openData(values, { make: true });
    const institution = await chooseInstitution(db, values.institution);
    const world = createWorld();
    const report = await importBooks(db, {
      institutionId: institution.id,
      accounts: createReadStream(values.accounts, 'utf8'),
      transactions: createReadStream(values.transactions, 'utf8'),
      target: createImportTarget(world, institution.id),
      today: world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate(),
      world,
      seals: sealsIfAny(),
      onProgress: ({ stage, done, total }) => progress(`${stage}: ${done} of ${total}`),
    });
    progress('');
    const { accounts, transactions, errors, differences } = report;
    print(`Accounts: ${accounts.opened} opened, ${accounts.already} there already`);
    print(
      `Transactions: ${transactions.posted} posted, ${transactions.already} there already, ${transactions.compared} balances compared`,
    );
    for (const error of errors.slice(0, shownMax))
      print(`${error.file} line ${error.line}: ${error.reason}`);
    for (const one of differences.slice(0, shownMax)) {
      print(
        `transactions line ${one.line} (${one.externalId}): the old system showed ${decimal(one.shown)}, the books have ${decimal(one.computed)}`,
      );
    }
    print(
      `${counted(errors.length, 'line')} not taken, ${counted(differences.length, 'balance')} different`,
    );
    return errors.length + differences.length === 0 ? 0 : 1;
  },
};

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
