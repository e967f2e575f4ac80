import type { Queries } from '../database/database.ts';

/**
 * Withdraws queued messages that have certainly not left. Their texts stay in the record. What a
 * process is sending right now stays as it is.
 * @returns those that were withdrawn
 */
export async function withdrawUnsent(
  tx: Queries,
  institutionId: number,
  outboundIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update outbound set status = 'expired', error_code = 'withdrawn'
      where institution_id = $1 and id = any($2::uuid[]) and status in ('queued', 'errored') returning id`,
    [institutionId, outboundIds],
  );
  return rows.map(({ id }) => id);
}
