import { parseArgs } from 'node:util';
import { exportJournal } from '../../ledger/export/export-journal.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const exportSubcommand: Subcommand = {
  name: 'export',
  help: `
tmm export --format hledger|beancount > FILE

Writes the whole journal with balance assertions, so that independent programs can audit the ledger:
  tmm export --format hledger > books.journal && hledger -f books.journal check --strict
  tmm export --format beancount > books.beancount && bean-check books.beancount

${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { ...dataOptions, ...institutionOption, format: { type: 'string' } },
    });
    const { format } = values;
    if (format !== 'hledger' && format !== 'beancount')
      throw new UsageError('--format must be hledger or beancount');
    await using db = await openData(values, { reads: true });
    const institution = await chooseInstitution(db, values.institution);
    await exportJournal(db, { institutionId: institution.id, format }, async (text) => {
      if (!process.stdout.write(text))
        await new Promise((resolve) => process.stdout.once('drain', resolve));
    });
    return 0;
  },
};
