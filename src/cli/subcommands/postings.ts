import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../../database/database.ts';
import type { Mapping } from '../../exchange/files/mapping.ts';
import { UnreadableFile } from '../../exchange/files/unreadable-file.ts';
import { openTable } from '../../exchange/open-files.ts';
import { balance } from '../../exchange/postings/balancing.ts';
import { decideWaiting, type Deciding } from '../../exchange/postings/decide-waiting.ts';
import { endToEndId } from '../../exchange/postings/end-to-end-id.ts';
import { listPostings } from '../../exchange/postings/list-postings.ts';
import { accountNames, SharedName } from '../../exchange/postings/named-lines.ts';
import { rejectPosting } from '../../exchange/postings/reject-posting.ts';
import { createWorld } from '../../kernel/world.ts';
import { shareOf } from '../../ledger/import/import-rows.ts';
import type { Actor } from '../../members/audit-log.ts';
import type { Institution } from '../../members/institution.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { assertReadable, mappingIn, withDebts } from '../import-words.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { keyringForBooks } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  mapping: { type: 'string' },
  debts: { type: 'string' },
} as const;

export const postingsSubcommand: Subcommand = {
  name: 'postings',
  help: `
tmm postings list                     what was sent to the core and did not come back, and what waits for a decision
tmm postings settle ENTRY …           the core's entry is our own posting: nothing posts
tmm postings post ENTRY …             it is another entry: post it
tmm postings reject END-TO-END-ID …   the core rejected our posting: reverse it, and tell the member
tmm postings balance FILE [--mapping FILE] [--debts negative]
                                      compare the balances of the core's accounts with our books; exit status 1: some differ

\`tmm export postings\` writes the file for the core. docs/guides/import.md says more.

  --mapping FILE   how the core's own file becomes shares.csv
  --debts negative the file shows debts as negative balances, as for \`tmm import\`
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options,
    });
    const [verb = 'list', subject, ...rest] = positionals;
    const isRead = verb === 'list' || verb === 'balance';
    if (!isRead && verb !== 'settle' && verb !== 'post' && verb !== 'reject')
      throw new UsageError(`unknown command ‘${verb}’: \`tmm help postings\` lists them all`);
    if (rest.length > 0) throw new UsageError(`too many words: ${rest.join(' ')}`);
    if (verb !== 'list' && subject === undefined)
      throw new UsageError(
        verb === 'balance'
          ? 'give the core’s file of accounts'
          : 'give the id: `tmm postings list` shows them',
      );
    const actor = isRead ? undefined : actorOf(values);
    await using db = await openData(values, { reads: isRead });
    const institution = await chooseInstitution(db, values.institution);
    // Awaited here, while the data is open.
    const status = await carryOut(db, institution, {
      verb,
      subject: subject ?? '',
      actor,
      mapping: withDebts(mappingIn(values.mapping), values.debts),
    });
    return status;
  },
};

async function carryOut(
  db: Database,
  institution: Institution,
  given: {
    readonly verb: string;
    readonly subject: string;
    readonly actor: Actor | undefined;
    readonly mapping: Mapping;
  },
): Promise<number> {
  const { verb, subject, actor } = given;
  if (verb === 'list') return list(db, institution);
  if (!actor) return compare(db, institution, { path: subject, mapping: given.mapping });
  const keyring = await keyringForBooks(db, institution);
  return decide(db, { institution, world: createWorld(), keyring, actor }, { verb, subject });
}

async function decide(
  db: Database,
  deciding: Deciding,
  { verb, subject }: { readonly verb: string; readonly subject: string },
): Promise<number> {
  const done =
    verb === 'reject'
      ? await rejectPosting(db, deciding, { id: subject, reason: deciding.actor.why })
      : await decideWaiting(db, deciding, { externalId: subject, isOurs: verb === 'settle' });
  if ('refused' in done) {
    process.stderr.write(`tmm: ${done.refused}\n`);
    return 1;
  }
  if ('already' in done) print('It was reversed before');
  else if (verb === 'reject') print('Reversed. The member hears of it');
  else print(verb === 'settle' ? 'Settled: nothing was posted' : 'Posted');
  return 0;
}

async function list(db: Database, institution: Institution): Promise<number> {
  const { open, waiting } = await listPostings(db, institution.id);
  const names = await accountNames(db, institution.id);
  const share = (accountId: string) => {
    const name = names.get(accountId);
    return name ? shareOf(name) : accountId;
  };
  const figure = (accountId: string, amount: bigint) =>
    decimal(amount, currencyOf(names.get(accountId)?.currency ?? institution.currency)?.digits);
  print(`Sent and not back: ${open.length}`);
  if (open.length > 0)
    printTable(
      ['end-to-end id', 'account', 'amount', 'file', 'made'],
      open.map((one) => [
        endToEndId(one.transactionId),
        share(one.accountId),
        figure(one.accountId, one.amount),
        one.madeAt ? String(one.fileNumber) : 'lost',
        one.madeAt?.toZonedDateTimeISO(institution.zone).toPlainDate().toString() ?? '',
      ]),
    );
  print(`Waiting for a decision: ${waiting.length}`);
  if (waiting.length > 0)
    printTable(
      ['entry', 'account', 'day', 'amount', 'may be our'],
      waiting.map((one) => [
        one.externalId,
        share(one.accountId),
        one.effectiveOn.toString(),
        figure(one.accountId, one.amount),
        endToEndId(one.transactionId),
      ]),
    );
  return 0;
}

async function compare(
  db: Database,
  institution: Institution,
  given: { readonly path: string; readonly mapping: Mapping },
): Promise<number> {
  const { mapping } = given;
  assertReadable(given.path);
  const rows = openTable(given.path, 'shares', {
    mapping,
    defaults: { currency: mapping.currency ?? institution.currency },
  });
  const { accounts, errors } = await balance(
    db,
    { institution, world: createWorld(), debts: mapping.debts },
    rows,
  ).catch((error: unknown) => {
    if (error instanceof UnreadableFile)
      throw new UsageError(`${basename(given.path)} line ${error.line}: ${error.message}`);
    if (error instanceof SharedName) throw new UsageError(error.message);
    throw error;
  });
  for (const { line, reason } of errors) print(`${basename(given.path)} line ${line}: ${reason}`);
  const different = accounts.filter(
    ({ difference, core, ours }) => difference !== 0n || core === undefined || ours === undefined,
  );
  const figure = (amount: bigint | undefined, digits: number) =>
    amount === undefined ? 'none' : decimal(amount, digits);
  if (different.length > 0)
    printTable(
      ['account', 'core', 'ours', 'not yet in the core', 'difference'],
      different.map((one) => [
        one.share,
        figure(one.core, one.digits),
        figure(one.ours, one.digits),
        figure(one.outstanding, one.digits),
        figure(one.difference, one.digits),
      ]),
    );
  print(
    `${accounts.length} accounts compared, ${different.length} different, ${accounts.filter(({ outstanding }) => outstanding !== 0n).length} with postings that the core doesn’t have yet`,
  );
  return different.length + errors.length === 0 ? 0 : 1;
}
