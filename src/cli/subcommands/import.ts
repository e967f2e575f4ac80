import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createWorld } from '../../kernel/world.ts';
import { debtSigns } from '../../ledger/import/check-debts.ts';
import { ownPostings } from '../../exchange/postings/own-postings.ts';
import { importFiles } from '../../exchange/import-files.ts';
import { isOldFile } from '../../exchange/older-files.ts';
import { digestOf, openTable, type FilePaths } from '../../exchange/open-files.ts';
import type { Mapping } from '../../exchange/files/mapping.ts';
import { UnreadableFile } from '../../exchange/files/unreadable-file.ts';
import { tableNames, type TableName } from '../../exchange/files/tables.ts';
import type { Database } from '../../database/database.ts';
import { recordInAuditLog, type Actor } from '../../members/audit-log.ts';
import type { Institution } from '../../members/institution.ts';
import { currencyOf } from '../../money/amount.ts';
import { institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { chooseOrMakeInstitution } from '../first-institution.ts';
import { fileOptions, filesNamed, oneOf } from '../import-words.ts';
import { print, progress } from '../print.ts';
import { printImport } from '../print-import.ts';
import { keyringForBooks } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { named, namedOptions } from '../actor.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  ...namedOptions,
  ...fileOptions,
  partial: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  since: { type: 'string' },
  again: { type: 'boolean', default: false },
  debts: { type: 'string' },
  rows: { type: 'string' },
  'allow-currency': { type: 'string', multiple: true },
} as const;

export const importSubcommand: Subcommand = {
  name: 'import',
  help: `
tmm import FOLDER [--mapping FILE] [--since DAY] [--dry-run]
tmm import FILE … [--mapping FILE] …

The folder has some of these files, CSV with headers. docs/guides/import.md says more:
  members.csv       number,name,language,phone,email,address
  shares.csv        member_number,suffix,kind,currency,nickname,overdraft_limit,joint_owners,
                    loan_rate,loan_payment,loan_due_day,loan_due_on,loan_original,closed_on,balance
  transactions.csv  external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance,end_to_end_id,
                    currency
  holds.csv         external_id,member_number,suffix,amount,description,expires_on
  FILE.ofx or .xml  statements in OFX or camt.053 in place of transactions.csv; "accounts" in the mapping names their accounts
  rejected.csv      end_to_end_id,reason: our own postings that the core rejected; each is reversed, and the member told

Only number and name of a member, member_number, suffix and kind of an account, and the id, account, day and amount of the others are
needed. A kind is checking, savings, certificate or loan, or a word of the field such as share draft. Importing again changes nothing,
and resumes an interrupted import. A phone enrolls nobody: it is contact data.

Signs: on checking, savings and certificates, money in is positive, money out is negative, and so is an overdrawn balance. On a loan,
the balance is the amount owed and positive; payments are negative; advances, interest and fees are positive.

Order: rows can be oldest or newest first, by day or as posted. If the file has balances, the import uses the order in which each
balance follows from the one before.

Nothing is written unless all files are valid. Every invalid line is listed with file, line, column and what to do.
Exit status 0: everything was imported without a difference; 1: a line is invalid, an account was skipped, or a balance differs.
If there is no institution yet, the import creates one; \`tmm institution set\` sets its name and settings. Once a batch is signed,
TMM_MASTER_KEYS is required; phones and e-mail addresses need it in any case.

  --mapping FILE         how a core's own export becomes these files: column names, separators, dates, decimals, signs (JSON)
  --dry-run              checks everything and prints the same report, but writes nothing
  --since DAY            nightly files: rows before this day are left out; changed names, owners, limits, holds and closings are
                         taken; balances are compared after the file
  --again                takes changes from a file that is older than one imported since
  --partial              imports the valid accounts with all of their rows, and skips the others
  --debts negative       the file shows debts as negative balances (positive: it doesn't, although it looks like it)
  --rows oldest-first    or newest-first: the order of the rows, if balances don't decide it
  --allow-currency CODE  also imports accounts in this currency; can be repeated
  --members FILE         or --shares, --transactions, --holds: a file with another name
  --who NAME             who does this (kept in the audit log; default: your login name)
  --why REASON           and why (kept in the audit log)
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parse(words);
    const { mapping, paths } = filesNamed(positionals, values);
    const how = howOf(values, mapping);
    const actor = {
      ...named(values.who?.trim() || loginName()),
      why: values.why?.trim() || `import of ${namesOf(paths).join(' and ')}`,
    };
    await using db = await openData(values, { make: true });
    const world = createWorld();
    const institution = await chooseOrMakeInstitution(db, world, {
      slug: values.institution,
      actor,
    });
    assertOwnBooks(institution);
    const isDryRun = values['dry-run'];
    const digests = await digestsOf(paths);
    const report = await importFiles(db, {
      institution,
      world,
      keyring: await keyringForBooks(db, institution),
      actor,
      files: filesOf(paths, mapping, institution),
      digests,
      isOld: values.again
        ? { members: false, shares: false, holds: false }
        : {
            members: await isOld(db, institution, { digests, table: 'members' }),
            shares: await isOld(db, institution, { digests, table: 'shares' }),
            holds: await isOld(db, institution, { digests, table: 'holds' }),
          },
      isDryRun,
      country: 'US',
      how: {
        ...how,
        currencies: [institution.currency, ...how.currencies],
        ours: ownPostings({ institution, world }),
      },
      onProgress: ({ stage, done, total }) => progress(`${stage}: ${done} of ${total}`),
    }).catch(async (error: unknown) => {
      progress('');
      if (error instanceof UnreadableFile) throw new UsageError(error.message);
      if (!isDryRun) await recordUnfinished(db, { institution, world, actor });
      throw error;
    });
    progress('');
    printImport(report, { paths, mapping, isDryRun });
    return report.errors.length + report.differences.length === 0 ? 0 : 1;
  },
};

function parse(words: readonly string[]) {
  return parseArgs({ args: [...words], allowPositionals: true, options });
}

function howOf(values: ReturnType<typeof parse>['values'], mapping: Mapping) {
  const rows = oneOf('--rows', values.rows ?? mapping.rows, ['oldest-first', 'newest-first']);
  return {
    partial: values.partial,
    debts: oneOf('--debts', values.debts ?? mapping.debts, debtSigns),
    rows: rows && directions[rows],
    since: dayIn(values.since),
    currencies: (values['allow-currency'] ?? []).map(currencyNamed),
  };
}

const directions = { 'oldest-first': 'oldest_first', 'newest-first': 'newest_first' } as const;

/** Where another core keeps the books, ours would be a second truth. */
function assertOwnBooks({ slug, settings }: Institution): void {
  if (settings.core !== undefined)
    throw new UsageError(
      `the books of ${slug} are kept by the core ‘${settings.core}’ (setting core), which this service asks. Import into our own ledger only after \`tmm institution set\` removed that setting`,
    );
}

function filesOf(paths: FilePaths, mapping: Mapping, institution: Institution) {
  const open = (table: TableName, defaults: Readonly<Record<string, string>> = {}) => {
    const path = paths[table];
    return path === undefined ? undefined : openNamed(path, table, { mapping, defaults });
  };
  return {
    members: open('members'),
    shares: open('shares', { currency: mapping.currency ?? institution.currency }),
    transactions: open('transactions'),
    holds: open('holds'),
    rejected: open('rejected'),
  };
}

/** The rows of a file; what makes it unreadable is said with its name. */
async function* openNamed(
  path: string,
  table: TableName,
  given: { readonly mapping: Mapping; readonly defaults: Readonly<Record<string, string>> },
) {
  try {
    yield* openTable(path, table, given);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new UnreadableFile(`${basename(path)} line ${error.line}: ${error.message}`, error.line);
  }
}

async function digestsOf(paths: FilePaths): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of tableNames) {
    const path = paths[table];
    const digest = path === undefined ? undefined : await digestOf(path);
    if (digest !== undefined) digests[table] = digest;
  }
  return digests;
}

async function isOld(
  db: Database,
  institution: Institution,
  given: { readonly digests: Readonly<Record<string, string>>; readonly table: string },
): Promise<boolean> {
  const { digests, table } = given;
  const digest = digests[table];
  if (digest === undefined) return false;
  const old = await isOldFile(db, institution.id, { table, digest });
  if (old)
    print(
      `This file of ${table} was imported before, and a newer one since: it changes nothing that is there. --again takes its changes`,
    );
  return old;
}

async function recordUnfinished(
  db: Database,
  given: {
    readonly institution: Institution;
    readonly world: ReturnType<typeof createWorld>;
    readonly actor: Actor;
  },
): Promise<void> {
  const { institution, world, actor } = given;
  await recordInAuditLog(db, world, {
    institutionId: institution.id,
    ...actor,
    what: 'books_imported',
    subject: institution.slug,
    detail: { finished: false },
  });
}

function namesOf(paths: FilePaths): string[] {
  return Object.values(paths).map((path) => basename(path));
}

function dayIn(text: string | undefined): Temporal.PlainDate | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new UsageError(`--since ‘${text}’ is not a day, such as 2026-11-29`);
  }
}

function currencyNamed(code: string): string {
  const found = currencyOf(code.trim().toUpperCase());
  if (!found) throw new UsageError(`‘${code}’ is not an ISO 4217 currency`);
  return found.code;
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'someone at the command line';
  }
}
