import type { Queries } from '../database/database.ts';

/**
 * Whether this address still needs its one notice that the service can't read it. Locks the
 * address's row.
 */
export async function awaitsUnreadableNotice(
  tx: Queries,
  institutionId: number,
  addressId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from addresses where institution_id = $1 and id = $2 and unreadable_told_at is null for no key update`,
    [institutionId, addressId],
  );
  return rows.length > 0;
}

/** Records that the notice was queued, so that it is never sent twice. */
export async function recordUnreadableNotice(
  tx: Queries,
  institutionId: number,
  { addressId, at }: { readonly addressId: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.query(
    'update addresses set unreadable_told_at = $3 where institution_id = $1 and id = $2',
    [institutionId, addressId, at],
  );
}
