import type { Queries } from '../../../../database/database.ts';

/** Seconds between two polls of an account's chats. */
const everySeconds = 55;

/**
 * Begins a poll, in one process at a time.
 * @returns up to when the inbox was read; `undefined` if never
 */
export async function beginPoll(
  q: Queries,
  { institutionId, now }: { readonly institutionId: number; readonly now: Temporal.Instant },
): Promise<Temporal.Instant | undefined | 'not_due'> {
  const [row] = await q.query<{ seen: Temporal.Instant | null }>(
    `update x_accounts set chat_polled_at = $2
      where institution_id = $1 and (chat_polled_at is null or chat_polled_at <= $3)
      returning chat_seen_at as seen`,
    [institutionId, now, now.subtract({ seconds: everySeconds })],
  );
  if (!row) return 'not_due';
  return row.seen ?? undefined;
}

/** Records how far the inbox was read. */
export async function endPoll(
  q: Queries,
  { institutionId, seenAt }: { readonly institutionId: number; readonly seenAt: Temporal.Instant },
): Promise<void> {
  await q.query('update x_accounts set chat_seen_at = $2 where institution_id = $1', [
    institutionId,
    seenAt,
  ]);
}
