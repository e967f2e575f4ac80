import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exportJournal } from '../../ledger/export/export-journal.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { exportPostings, postingFormats } from '../export-postings.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  format: { type: 'string' },
  mapping: { type: 'string' },
  file: { type: 'string' },
  out: { type: 'string' },
} as const;

export const exportSubcommand: Subcommand = {
  name: 'export',
  help: `
tmm export --format hledger|beancount > FILE
tmm export postings [--format csv|pain.001] [--mapping FILE] [--out FILE] [--file NUMBER]

Writes the whole journal with balance assertions, so that independent programs can audit the ledger:
  tmm export --format hledger > books.journal && hledger -f books.journal check --strict
  tmm export --format beancount > books.beancount && bean-check books.beancount

With \`postings\`, writes what was posted here and is in no file yet, for another core. Each line has an end-to-end id. When the core's
entry comes back with it, \`tmm import\` settles ours instead of posting again.
  --mapping FILE   the core's own columns, dates and signs, as for \`tmm import\`
  --out FILE       a new file that only you can read (default: standard output)
  --file NUMBER    the file of that number again, with the same lines and ids

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
      const { out } = values;
      // Before the lines are put into a file.
      if (out !== undefined && existsSync(out))
        throw new UsageError(`${out} is there already: name a new file`);
      await using db = await openData(values, { reads: values.file !== undefined });
      const institution = await chooseInstitution(db, values.institution);
      const status = await exportPostings(db, institution, {
        format,
        out,
        mapping: values.mapping,
        number: values.file,
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
