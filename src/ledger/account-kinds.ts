import { column } from '../database/column.ts';
import type { Queries } from '../database/database.ts';

const statement = {
  name: 'ledger-account-kinds',
  text: `select a.id, a.kind from unnest($2::uuid[]) as k (id)
    join accounts a on a.institution_id = $1 and a.id = k.id`,
};

/** Returns the kinds of accounts by id, without those that do not exist. */
export async function accountKinds(
  q: Queries,
  institutionId: number,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await q.query<{ id: string; kind: string }>(statement, [
    institutionId,
    column('uuid', accountIds),
  ]);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
