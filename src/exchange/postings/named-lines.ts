import type { Queries } from '../../database/database.ts';
import { shareOf } from '../../ledger/import/import-rows.ts';
import { listAccounts } from '../listed-accounts.ts';
import type { OwnEntry } from './own-entries.ts';

/** An account as the other core names it. */
export interface NamedAccount {
  readonly memberNumber: string;
  readonly suffix: string;
  readonly currency: string;
  /** Of the share. */
  readonly kind: string;
  readonly isLoan: boolean;
}

export type NamedLine = OwnEntry & { readonly account: NamedAccount };

/** Two accounts have one name in the other core, so a line with it would post on the wrong one. */
export class SharedName extends Error {
  override readonly name = 'SharedName';
}

/**
 * Names the accounts of lines as the other core does. An account that no import opened has its owner's number and suffix.
 * A line without an owner is named by its account id, so that none is left out.
 * @throws SharedName where another account has the same name
 */
export async function nameLines(
  q: Queries,
  institutionId: number,
  lines: readonly OwnEntry[],
): Promise<NamedLine[]> {
  const names = await accountNames(q, institutionId);
  assertOwnNames(
    names,
    lines.map(({ accountId }) => accountId),
  );
  return lines.map((line) => ({
    ...line,
    account: names.get(line.accountId) ?? {
      memberNumber: line.accountId,
      suffix: '',
      currency: 'USD',
      kind: '',
      isLoan: false,
    },
  }));
}

/**
 * Makes sure that each of these accounts has a name of its own.
 * @throws SharedName
 */
export function assertOwnNames(
  names: ReadonlyMap<string, NamedAccount>,
  accountIds: Iterable<string>,
): void {
  const counts = new Map<string, number>();
  for (const name of names.values()) {
    const share = shareOf(name).toUpperCase();
    counts.set(share, (counts.get(share) ?? 0) + 1);
  }
  for (const accountId of accountIds) {
    const name = names.get(accountId);
    if (name && (counts.get(shareOf(name).toUpperCase()) ?? 0) > 1)
      throw new SharedName(
        `the core’s name ${shareOf(name)} fits two accounts: one that the core opened and the member renamed here, and one that was opened here. Give the one that was opened here another suffix, which the core doesn’t use`,
      );
  }
}

/** All accounts of members by id, as the other core names them. */
export async function accountNames(
  q: Queries,
  institutionId: number,
): Promise<Map<string, NamedAccount>> {
  const owned = await q.query<{
    accountId: string;
    memberNumber: string;
    suffix: string;
    currency: string;
    kind: string;
    isLoan: boolean;
  }>(
    `select s.account_id as "accountId", m.number as "memberNumber", o.suffix, s.currency, s.kind, s.kind = 'loan' as "isLoan"
      from shares s
      join share_owners o on o.institution_id = $1 and o.share_id = s.id and o.role = 'owner'
      join members m on m.institution_id = $1 and m.id = o.member_id
      where s.institution_id = $1`,
    [institutionId],
  );
  const names = new Map(owned.map(({ accountId, ...name }) => [accountId, name]));
  // A member may have renamed it here; the core knows its own name.
  for (const { accountId, share } of await listAccounts(q, institutionId)) {
    const name = names.get(accountId);
    const at = share.lastIndexOf('/');
    if (name)
      names.set(accountId, {
        ...name,
        memberNumber: share.slice(0, at),
        suffix: share.slice(at + 1),
      });
  }
  return names;
}
