import type { Queries } from '../database/database.ts';
import type { TableRecord } from '../ledger/import/read-table.ts';

/** An account that an import opened, under the other system's name. */
export interface ListedAccount {
  /** `member/suffix`. */
  readonly share: string;
  readonly accountId: string;
  readonly kind: string;
  readonly currency: string;
}

const prefix = 'import-account:';

/**
 * Lists the accounts that imports opened, by the names that the other system gave them.
 * @param among Absent: all accounts
 */
export async function listAccounts(
  q: Queries,
  institutionId: number,
  among?: readonly string[],
): Promise<ListedAccount[]> {
  const rows = await q.query<ListedAccount & { key: string }>(
    `select t.key, e.account_id as "accountId", e.kind, e.currency
      from account_events e
      join transactions t on t.institution_id = $1 and t.id = e.transaction_id
      where e.institution_id = $1 and e.event = 'opened' and not e.internal
        and ($2::uuid[] is null or e.account_id = any($2::uuid[]))
      order by e.account_id`,
    [institutionId, among ?? null],
  );
  return rows.flatMap(({ key, ...row }) =>
    key.startsWith(prefix) ? [{ ...row, share: key.slice(prefix.length) }] : [],
  );
}

/** The same as rows of a file, where a file of transactions comes alone. */
export async function* recordsOf(accounts: readonly ListedAccount[]): AsyncGenerator<TableRecord> {
  yield await Promise.resolve({
    line: 0,
    fields: ['member_number', 'suffix', 'kind', 'currency', 'nickname', 'overdraft_limit'],
  });
  for (const { share, kind, currency } of accounts) {
    const at = share.lastIndexOf('/');
    yield { line: 0, fields: [share.slice(0, at), share.slice(at + 1), kind, currency, '', ''] };
  }
}
