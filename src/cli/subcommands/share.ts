import { parseArgs } from 'node:util';
import type { Database } from '../../database/database.ts';
import { changeShare, type ShareChanges } from '../../exchange/change-share.ts';
import { accountNames } from '../../exchange/postings/named-lines.ts';
import { createWorld } from '../../kernel/world.ts';
import { shareOf } from '../../ledger/import/import-rows.ts';
import type { Actor } from '../../members/audit-log.ts';
import type { Institution } from '../../members/institution.ts';
import { ownersOf } from '../../shares/owners.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { keyringForBooks } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  'overdraft-limit': { type: 'string' },
  'joint-owners': { type: 'string' },
  'loan-rate': { type: 'string' },
  'loan-payment': { type: 'string' },
  'loan-due-day': { type: 'string' },
  'loan-due-on': { type: 'string' },
  'closed-on': { type: 'string' },
} as const;

export const shareSubcommand: Subcommand = {
  name: 'share',
  help: `
tmm share show MEMBER/SUFFIX             its owners
tmm share set MEMBER/SUFFIX OPTION …     change it, as a nightly file with this one row would

MEMBER/SUFFIX is the name that the other core gave it.

  --overdraft-limit AMOUNT   such as 500.00
  --joint-owners LIST        all joint owners: "105;106:3" (member 106 knows it as 3); "" means none
  --loan-rate PERCENT        and --loan-payment AMOUNT, --loan-due-day 1…31, --loan-due-on DAY
  --closed-on DAY            close it; it must be empty
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options,
    });
    const [verb, name = '', ...rest] = positionals;
    if (verb !== 'show' && verb !== 'set')
      throw new UsageError('give show or set: `tmm help share` says more');
    if (rest.length > 0) throw new UsageError(`too many words: ${rest.join(' ')}`);
    if (!name.includes('/'))
      throw new UsageError('give the account as MEMBER/SUFFIX, such as 104305/7');
    const changes: ShareChanges = {
      overdraft_limit: values['overdraft-limit'],
      joint_owners: values['joint-owners'],
      loan_rate: values['loan-rate'],
      loan_payment: values['loan-payment'],
      loan_due_day: values['loan-due-day'],
      loan_due_on: values['loan-due-on'],
      closed_on: values['closed-on'],
    };
    const isSet = verb === 'set';
    if (isSet && Object.values(changes).every((one) => one === undefined))
      throw new UsageError('say what to change: `tmm help share` lists the options');
    const actor = isSet ? actorOf(values) : undefined;
    await using db = await openData(values, { reads: !isSet });
    const institution = await chooseInstitution(db, values.institution);
    const share = name.toUpperCase();
    // Awaited here, while the data is open.
    const status = actor
      ? await change(db, institution, { actor, share, changes })
      : await show(db, institution, share);
    return status;
  },
};

async function change(
  db: Database,
  institution: Institution,
  given: { readonly actor: Actor; readonly share: string; readonly changes: ShareChanges },
): Promise<number> {
  const { actor, share, changes } = given;
  if (institution.settings.core !== undefined)
    throw new UsageError(
      `the books of ${institution.slug} are kept by the core ‘${institution.settings.core}’: change the account there`,
    );
  const keyring = await keyringForBooks(db, institution);
  const world = createWorld();
  const done = await changeShare(db, { institution, world, keyring, actor }, { share, changes });
  if ('refused' in done) {
    process.stderr.write(`tmm: ${done.refused}\n`);
    return 1;
  }
  print(done.changes.length === 0 ? 'Nothing changed' : done.changes.join('\n'));
  return 0;
}

async function show(db: Database, institution: Institution, share: string): Promise<number> {
  const names = await accountNames(db, institution.id);
  const found = [...names].find(([, one]) => shareOf(one) === share);
  if (!found) throw new UsageError(`there is no account ${share}`);
  const [accountId, { kind, currency }] = found;
  print(`${share}: ${kind}, ${currency}`);
  const owned = (await ownersOf(db, institution.id, [accountId])).get(accountId);
  printTable(
    ['member', 'role', 'suffix', ''],
    (owned?.owners ?? []).map((one) => [
      one.number,
      one.role,
      one.suffix,
      one.maySee ? '' : 'no longer',
    ]),
  );
  return 0;
}
