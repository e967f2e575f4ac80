import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { checkBooks, importChecked } from '../ledger/import/import-books.ts';
import { shareOf } from '../ledger/import/import-rows.ts';
import type { TableRecord } from '../ledger/import/read-table.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import type { Institution } from '../members/institution.ts';
import { createImportTarget } from './import-target.ts';
import { accountNames, type NamedAccount } from './postings/named-lines.ts';
import { noTransactions } from './no-transactions.ts';

/** What may change of a share: columns of a file of shares, with their text. */
export const changeableColumns = [
  'overdraft_limit',
  'joint_owners',
  'loan_rate',
  'loan_payment',
  'loan_due_day',
  'loan_due_on',
  'closed_on',
] as const;

export type ShareChanges = {
  readonly [Name in (typeof changeableColumns)[number]]?: string | undefined;
};

/**
 * Changes one share as a nightly file with this one row would, so by the same rules.
 * @param share `member/suffix`, as the other core names it
 * @returns what changed, in words; or why it can't
 */
export async function changeShare(
  db: Database,
  given: {
    readonly institution: Institution;
    readonly world: World;
    readonly keyring?: Keyring | undefined;
    readonly actor: Actor;
  },
  { share, changes }: { readonly share: string; readonly changes: ShareChanges },
): Promise<{ readonly changes: readonly string[] } | { readonly refused: string }> {
  const { institution, world, keyring, actor } = given;
  const names = [...(await accountNames(db, institution.id)).values()];
  const [named, other] = names.filter((one) => shareOf(one) === share);
  if (!named)
    return { refused: `there is no account ${share}: \`tmm member show\` lists a member’s` };
  if (other)
    return {
      refused: `the core’s name ${share} fits two accounts: give the one that was opened here another suffix`,
    };
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const options = {
    institutionId: institution.id,
    accounts: oneRow(named, changes),
    transactions: noTransactions(),
    target: createImportTarget(world, institution.id, { mayChange: true }),
    today,
    since: today,
    mayChange: true,
    world,
    keyring,
  };
  const checked = await checkBooks(db, options);
  const [problem] = checked.report.errors;
  if (problem) return { refused: problem.reason };
  const report = await importChecked(db, options, checked);
  const [late] = report.errors;
  if (late) return { refused: late.reason };
  const changed = report.changes.map(({ reason }) => reason);
  if (changed.length > 0)
    await recordInAuditLog(db, world, {
      institutionId: institution.id,
      ...actor,
      what: 'share_changed',
      subject: share,
      detail: { changes: changed },
    });
  return { changes: changed };
}

async function* oneRow(
  { memberNumber, suffix, kind, currency }: NamedAccount,
  changes: ShareChanges,
): AsyncGenerator<TableRecord> {
  const says = changeableColumns.flatMap((name) => {
    const value = changes[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  yield await Promise.resolve({
    line: 1,
    fields: [
      'member_number',
      'suffix',
      'kind',
      'currency',
      'nickname',
      ...(changes.overdraft_limit === undefined ? ['overdraft_limit'] : []),
      ...says.map(([name]) => name),
    ],
  });
  yield {
    line: 2,
    fields: [
      memberNumber,
      suffix,
      kind,
      currency,
      '',
      ...(changes.overdraft_limit === undefined ? [''] : []),
      ...says.map(([, value]) => value),
    ],
  };
}
