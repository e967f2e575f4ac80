import type { Queries } from '../../database/database.ts';
import { withdrawUnsent } from '../../messages/withdraw-unsent.ts';
import { endNotice, type NoticeKey } from './store.ts';

/**
 * Stops a notice whose row is locked: nobody else gets it, and what is queued and has not left is
 * withdrawn. A message that a process is sending at this moment may still leave once; a process that
 * puts it back finds it withdrawn.
 * @returns how many get nothing
 */
export async function haltNotice(
  tx: Queries,
  key: NoticeKey,
  stopped: { readonly at: Temporal.Instant; readonly by: string },
): Promise<number> {
  const { institutionId, id } = key;
  await endNotice(tx, key, stopped);
  const [waiting] = await tx.query<{ count: number }>(
    `with kept as (
      update notice_recipients set left_out = 'withdrawn'
        where institution_id = $1 and notice_id = $2 and outbound_id is null and left_out is null returning 1
      ) select count(*)::int as count from kept`,
    [institutionId, id],
  );
  const queued = await tx.query<{ id: string }>(
    `select o.id from notice_recipients r
      join outbound o on o.institution_id = $1 and o.id = r.outbound_id and o.status in ('queued', 'errored')
      where r.institution_id = $1 and r.notice_id = $2 and r.outbound_id is not null order by o.id`,
    [institutionId, id],
  );
  const withdrawn = await withdrawUnsent(
    tx,
    institutionId,
    queued.map((one) => one.id),
  );
  return (waiting?.count ?? 0) + withdrawn.length;
}
