import type { Queries } from '../../../../database/database.ts';
import type { Keyring } from '../../../../kernel/keyring.ts';
import { addressPlace } from '../../../../members/bind-address.ts';

/**
 * The X user ids of the next enrolled members, in turn.
 * @param most how many
 */
export async function nextEnrolled(
  q: Queries,
  keyring: Keyring,
  { institutionId, most }: { readonly institutionId: number; readonly most: number },
): Promise<string[]> {
  const rows = await q.query<{ id: string; address: Uint8Array }>(
    `select id, address from addresses
      where institution_id = $1 and channel = 'x' and state in ('proven', 'suspended', 'paused')
      order by id > coalesce((select chat_reached from x_accounts where institution_id = $1),
        '00000000-0000-0000-0000-000000000000') desc, id
      limit $2`,
    [institutionId, most],
  );
  const last = rows.at(-1);
  if (!last) return [];
  await q.query('update x_accounts set chat_reached = $2 where institution_id = $1', [
    institutionId,
    last.id,
  ]);
  return rows.map(({ id, address }) =>
    keyring.decrypt('address', addressPlace(institutionId, id), address),
  );
}
