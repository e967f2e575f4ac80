import { parseArgs } from 'node:util';
import { exportJournal } from '../../ledger/export/export-journal.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { exportPostings, postingFormats } from '../export-postings.ts';
import { mappingIn, withDebts } from '../import-words.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  format: { type: 'string' },
  mapping: { type: 'string' },
  file: { type: 'string' },
  rest: { type: 'boolean', default: false },
  debts: { type: 'string' },
  out: { type: 'string' },
} as const;

export const exportSubcommand: Subcommand = {
  name: 'export',
  help: `
tmm export --format hledger|beancount > FILE
tmm export postings [--format csv|pain.001] [--mapping FILE] [--debts negative] [--out FILE] [--file NUMBER [--rest]]

Writes the whole journal with balance assertions, so that independent programs can audit the ledger:
  tmm export --format hledger > books.journal && hledger -f books.journal check --strict
  tmm export --format beancount > books.beancount && bean-check books.beancount

With \`postings\`, writes what was posted here and is in no file yet, for another core. Each line has an end-to-end id. When the core's
entry comes back with it, \`tmm import\` settles ours instead of posting again.
  --mapping FILE   the core's own columns, dates and signs, as for \`tmm import\`
  --out FILE       a new file that only you can read (default: standard output)
  --debts negative the core shows debts as negative, as for \`tmm import\`
  --file NUMBER    the file of that number again, with the same lines and ids
  --rest           of that file only what is no transfer between two accounts, as CSV: pain.001 can't say it

${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options,
    });
    const [what, ...rest] = positionals;
    if (rest.length > 0 || (what !== undefined && what !== 'postings'))
      throw new UsageError(
        `unknown word ‘${rest[0] ?? what}’: it is \`tmm export postings\` or \`tmm export --format …\``,
      );
    if (what === 'postings') {
      const format = postingFormats.find((one) => one === (values.format ?? 'csv'));
      if (!format) throw new UsageError(`--format must be ${postingFormats.join(' or ')}`);
      if (values.rest && (values.file === undefined || format !== 'csv'))
        throw new UsageError(
          '--rest is for a file that was sent as pain.001: say --file NUMBER, and no other --format',
        );
      const mapping = withDebts(mappingIn(values.mapping), values.debts);
      await using db = await openData(values, { reads: values.file !== undefined });
      const institution = await chooseInstitution(db, values.institution);
      const status = await exportPostings(db, institution, {
        format,
        out: values.out,
        mapping,
        number: values.file,
        isRest: values.rest,
      });
      return status;
    }
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
