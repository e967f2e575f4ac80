import type { Queries } from '../../../../database/database.ts';

/** Seconds between two polls of an account's chats. */
const everySeconds = 55;

/** How far the list of conversations was read. */
export interface ListPosition {
  /** Up to when it was read to its end; `undefined` if never. */
  readonly seen: Temporal.Instant | undefined;
  /** The page to go on with, and the newest time that the pages before it named. */
  readonly token: string | undefined;
  readonly newest: Temporal.Instant | undefined;
}

/** Begins a poll, in one process at a time. */
export async function beginPoll(
  q: Queries,
  { institutionId, now }: { readonly institutionId: number; readonly now: Temporal.Instant },
): Promise<ListPosition | 'not_due'> {
  const [row] = await q.query<{
    seen: Temporal.Instant | null;
    token: string | null;
    newest: Temporal.Instant | null;
  }>(
    `update x_accounts set chat_polled_at = $2
      where institution_id = $1 and (chat_polled_at is null or chat_polled_at <= $3)
      returning chat_seen_at as seen, chat_list_token as token, chat_list_newest as newest`,
    [institutionId, now, now.subtract({ seconds: everySeconds })],
  );
  if (!row) return 'not_due';
  return {
    seen: row.seen ?? undefined,
    token: row.token ?? undefined,
    newest: row.newest ?? undefined,
  };
}

/** Records up to when the list was read to its end. Absent `seenAt`: as before. */
export async function endList(
  q: Queries,
  {
    institutionId,
    seenAt,
  }: { readonly institutionId: number; readonly seenAt: Temporal.Instant | undefined },
): Promise<void> {
  await q.query(
    `update x_accounts set chat_seen_at = coalesce($2, chat_seen_at), chat_list_token = null, chat_list_newest = null
      where institution_id = $1`,
    [institutionId, seenAt ?? null],
  );
}

/** Records the next page of a list that is not at its end. */
export async function notePage(
  q: Queries,
  {
    institutionId,
    token,
    newest,
  }: {
    readonly institutionId: number;
    readonly token: string;
    readonly newest: Temporal.Instant | undefined;
  },
): Promise<void> {
  await q.query(
    'update x_accounts set chat_list_token = $2, chat_list_newest = $3 where institution_id = $1',
    [institutionId, token, newest ?? null],
  );
}
