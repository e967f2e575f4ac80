import type { Queries } from '../../database/database.ts';
import { databaseIdentity } from '../../database/identity.ts';
import type { Notice } from './notice.ts';

const columns = `n.id, n.name, n.state, n.texts, n.choice, n.per_minute as "perMinute", n.estimate, n.made_at as "madeAt",
  n.made_by as "madeBy", n.changed_at as "changedAt", n.begun_at as "begunAt", n.begun_by as "begunBy", n.recipients,
  n.ended_at as "endedAt", n.ended_by as "endedBy", n.sent_from as "sentFrom"`;

/** Names a notice. */
export interface NoticeKey {
  readonly institutionId: number;
  readonly id: string;
}

/** Reads a notice. @param how `lock`: keeps other processes and persons from changing it meanwhile */
export async function findNotice(
  q: Queries,
  { institutionId, id }: NoticeKey,
  how: { readonly lock?: boolean } = {},
): Promise<Notice | undefined> {
  const [row] = await q.query<Notice>(
    `select ${columns} from notices n where n.institution_id = $1 and n.id = $2 ${how.lock ? 'for update' : ''}`,
    [institutionId, id],
  );
  return row;
}

/** Lists notices, the newest first. */
export async function listNotices(
  q: Queries,
  institutionId: number,
  page: { readonly before?: Temporal.Instant | undefined; readonly most: number },
): Promise<Notice[]> {
  return q.query<Notice>(
    `select ${columns} from notices n
      where n.institution_id = $1 and n.state <> 'discarded' and ($2::timestamptz is null or n.made_at < $2)
      order by n.made_at desc, n.id limit $3`,
    [institutionId, page.before ?? null, page.most],
  );
}

/** Writes a draft, new or changed. Call it with the row locked, if there is one. */
export async function writeDraft(
  tx: Queries,
  institutionId: number,
  draft: Pick<Notice, 'id' | 'name' | 'texts' | 'choice' | 'perMinute' | 'estimate'> & {
    readonly at: Temporal.Instant;
    readonly by: string;
  },
): Promise<void> {
  const { id, name, texts, choice, perMinute, estimate, at, by } = draft;
  await tx.query(
    `insert into notices (institution_id, id, name, state, texts, choice, per_minute, estimate, made_at, made_by, changed_at, changed_by)
      values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $8, $9)
      on conflict (institution_id, id) do update set name = excluded.name, texts = excluded.texts, choice = excluded.choice,
        per_minute = excluded.per_minute, estimate = excluded.estimate, changed_at = excluded.changed_at, changed_by = excluded.changed_by
      where notices.state = 'draft'`,
    [
      institutionId,
      id,
      name,
      JSON.stringify(texts),
      JSON.stringify(choice),
      perMinute,
      JSON.stringify(estimate),
      at,
      by,
    ],
  );
}

/** Marks a draft as one that nobody wants. */
export async function discardDraft(tx: Queries, { institutionId, id }: NoticeKey): Promise<void> {
  await tx.query(
    `update notices set state = 'discarded' where institution_id = $1 and id = $2 and state = 'draft'`,
    [institutionId, id],
  );
}

/** Begins to send a notice whose recipients are fixed, from the database as it is now. */
export async function beginNotice(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  begun: { readonly at: Temporal.Instant; readonly by: string; readonly recipients: number },
): Promise<void> {
  await tx.query(
    `update notices set state = 'sending', begun_at = $3, begun_by = $4, recipients = $5, sent_from = $6
      where institution_id = $1 and id = $2`,
    [institutionId, id, begun.at, begun.by, begun.recipients, await databaseIdentity(tx)],
  );
}

/** Lets a notice wait until a person decides. */
export async function pauseNotice(tx: Queries, { institutionId, id }: NoticeKey): Promise<void> {
  await tx.query(
    `update notices set state = 'paused' where institution_id = $1 and id = $2 and state = 'sending'`,
    [institutionId, id],
  );
}

/** Goes on with a notice that waits, from the database as it is now. */
export async function resumeNotice(tx: Queries, { institutionId, id }: NoticeKey): Promise<void> {
  await tx.query(
    `update notices set state = 'sending', sent_from = $3 where institution_id = $1 and id = $2 and state = 'paused'`,
    [institutionId, id, await databaseIdentity(tx)],
  );
}

/** Notes from which database a notice is sent that began before this was noted. */
export async function noteSentFrom(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  sentFrom: string,
): Promise<void> {
  await tx.query('update notices set sent_from = $3 where institution_id = $1 and id = $2', [
    institutionId,
    id,
    sentFrom,
  ]);
}

/** Ends a notice. @param ended `by`: who stopped it; absent: all have it */
export async function endNotice(
  tx: Queries,
  { institutionId, id }: NoticeKey,
  ended: { readonly at: Temporal.Instant; readonly by?: string },
): Promise<void> {
  await tx.query(
    'update notices set state = $3, ended_at = $4, ended_by = $5 where institution_id = $1 and id = $2',
    [institutionId, id, ended.by === undefined ? 'sent' : 'halted', ended.at, ended.by ?? null],
  );
}

/** Lists the notices that are being sent. */
export async function sendingNotices(q: Queries, institutionId: number): Promise<string[]> {
  const rows = await q.query<{ id: string }>(
    `select id from notices where institution_id = $1 and state = 'sending' order by begun_at, id`,
    [institutionId],
  );
  return rows.map(({ id }) => id);
}

/** Finds which of these institutions are sending a notice, in one statement. */
export async function institutionsWithNotices(
  q: Queries,
  institutionIds: readonly number[],
): Promise<number[]> {
  const found = await q.query<{ id: number }>(
    `select k.id from unnest($1::int[]) as k (id) where exists (
        select 1 from notices n where n.institution_id = k.id and n.state = 'sending')`,
    [institutionIds],
  );
  return found.map(({ id }) => id);
}
