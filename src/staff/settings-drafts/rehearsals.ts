import { createHash } from 'node:crypto';
import type { Queries } from '../../database/database.ts';
import { rowSet } from '../../database/row-set.ts';
import type { RehearsalState } from '../../kernel/vocabulary/settings-draft.ts';

/** The most kinds of texts that one rehearsal lists. It counts all. */
export const listedMax = 5_000;

/** How far a rehearsal is. */
export interface Rehearsal {
  readonly draftId: string;
  /** Of the draft. A changed draft needs another rehearsal. */
  readonly revision: number;
  readonly state: RehearsalState;
  readonly since: Temporal.Instant;
  readonly startedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly total: number;
  readonly lookedAt: number;
  readonly readOtherwise: number;
  readonly answeredOtherwise: number;
  readonly listed: number;
  /** The last text that was looked at. */
  readonly at: Temporal.Instant | null;
  readonly ref: string | null;
  readonly channel: string | null;
}

/** A text that is read or answered otherwise, masked. */
export interface RehearsedText {
  readonly text: string;
  readonly readBefore: string;
  readonly readAfter: string;
  readonly replyBefore: string;
  readonly replyAfter: string;
}

const columns = `draft_id as "draftId", revision, state, since, started_at as "startedAt", finished_at as "finishedAt", total,
  looked_at as "lookedAt", read_otherwise as "readOtherwise", answered_otherwise as "answeredOtherwise", listed, at, ref, channel`;

/** Begins a draft's rehearsal, anew if there was one. */
export async function beginRehearsal(
  tx: Queries,
  institutionId: number,
  begun: Pick<Rehearsal, 'draftId' | 'revision' | 'since' | 'startedAt' | 'total'> & {
    readonly by: string;
  },
): Promise<void> {
  await dropRehearsal(tx, institutionId, begun.draftId);
  await tx.query(
    `insert into settings_rehearsals (institution_id, draft_id, revision, state, since, started_by, started_at, moved_at, total)
      values ($1, $2, $3, 'running', $4, $5, $6, $6, $7)`,
    [
      institutionId,
      begun.draftId,
      begun.revision,
      begun.since,
      begun.by,
      begun.startedAt,
      begun.total,
    ],
  );
}

/** Removes a draft's rehearsal with its texts. */
export async function dropRehearsal(
  tx: Queries,
  institutionId: number,
  draftId: string,
): Promise<void> {
  const key = [institutionId, draftId];
  await tx.query(
    'delete from settings_rehearsals where institution_id = $1 and draft_id = $2',
    key,
  );
  await tx.query('delete from rehearsed_texts where institution_id = $1 and draft_id = $2', key);
}

/** Reads how far a draft's rehearsal is; `undefined` if there is none. */
export async function readRehearsal(
  q: Queries,
  institutionId: number,
  draftId: string,
): Promise<Rehearsal | undefined> {
  const [row] = await q.query<Rehearsal>(
    `select ${columns} from settings_rehearsals where institution_id = $1 and draft_id = $2`,
    [institutionId, draftId],
  );
  return row;
}

/** Reads the rehearsal that has run longest; `undefined` if none runs. */
export async function runningRehearsal(
  q: Queries,
  institutionId: number,
): Promise<Rehearsal | undefined> {
  const [row] = await q.query<Rehearsal>(
    `select ${columns} from settings_rehearsals where institution_id = $1 and state = 'running' order by started_at limit 1`,
    [institutionId],
  );
  return row;
}

/** The institutions where a rehearsal stands still since a time: its job ended or was lost. */
export async function institutionsRehearsing(
  q: Queries,
  institutionIds: readonly number[],
  since: Temporal.Instant,
): Promise<number[]> {
  const rows = await q.query<{ id: number }>(
    `select distinct institution_id as id from settings_rehearsals where institution_id = any($1::int[]) and state = 'running' and moved_at <= $2`,
    [institutionIds, since],
  );
  return rows.map(({ id }) => id);
}

/** Ends a rehearsal that runs. */
export async function endRehearsal(
  tx: Queries,
  institutionId: number,
  { draftId, startedAt }: Pick<Rehearsal, 'draftId' | 'startedAt'>,
  end: { readonly state: Exclude<RehearsalState, 'running'>; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `update settings_rehearsals set state = $4, finished_at = $5, total = looked_at
      where institution_id = $1 and draft_id = $2 and started_at = $3 and state = 'running'`,
    [institutionId, draftId, startedAt, end.state, end.at],
  );
}

type Counted = RehearsedText & { readonly times: number; readonly digest: Buffer };

const counted = rowSet<Counted>({
  from: 3,
  columns: [
    ['digest', 'bytea', (row) => row.digest],
    ['text', 'text', (row) => row.text],
    ['read_before', 'text', (row) => row.readBefore],
    ['read_after', 'text', (row) => row.readAfter],
    ['reply_before', 'text', (row) => row.replyBefore],
    ['reply_after', 'text', (row) => row.replyAfter],
    ['times', 'int', (row) => row.times],
  ],
});

/**
 * Writes what a batch of texts showed, and that they were looked at. A batch counts once: another
 * process that was faster makes it count for nothing.
 * @param batch `last`: the last text of the batch; `texts`: those with another reading or answer
 * @returns whether it counted
 */
export async function noteRehearsed(
  tx: Queries,
  institutionId: number,
  rehearsal: Rehearsal,
  batch: {
    readonly last: {
      readonly at: Temporal.Instant;
      readonly ref: string;
      readonly channel: string;
    };
    readonly now: Temporal.Instant;
    readonly lookedAt: number;
    readonly readOtherwise: number;
    readonly answeredOtherwise: number;
    readonly texts: readonly RehearsedText[];
  },
): Promise<boolean> {
  const { last } = batch;
  const [moved] = await tx.query(
    `update settings_rehearsals set looked_at = looked_at + $5, read_otherwise = read_otherwise + $6,
        answered_otherwise = answered_otherwise + $7, at = $8, ref = $9, channel = $10, moved_at = $11, total = greatest(total, looked_at + $5)
      where institution_id = $1 and draft_id = $2 and started_at = $3 and looked_at = $4 and state = 'running' returning 1`,
    [
      institutionId,
      rehearsal.draftId,
      rehearsal.startedAt,
      rehearsal.lookedAt,
      batch.lookedAt,
      batch.readOtherwise,
      batch.answeredOtherwise,
      last.at,
      last.ref,
      last.channel,
      batch.now,
    ],
  );
  if (!moved) return false;
  if (batch.texts.length === 0 || rehearsal.listed >= listedMax) return true;
  await tx.query(
    `insert into rehearsed_texts as t
        (institution_id, draft_id, digest, text, read_before, read_after, reply_before, reply_after, times)
      select $1, $2, n.digest, n.text, n.read_before, n.read_after, n.reply_before, n.reply_after, n.times from ${counted.text}
      on conflict (institution_id, draft_id, digest) do update set times = t.times + excluded.times`,
    [institutionId, rehearsal.draftId, ...counted.parameters(countedOf(batch.texts))],
  );
  await tx.query(
    `update settings_rehearsals set listed =
        (select count(*)::int from rehearsed_texts where institution_id = $1 and draft_id = $2)
      where institution_id = $1 and draft_id = $2`,
    [institutionId, rehearsal.draftId],
  );
  return true;
}

/** One row for each kind of text. */
function countedOf(texts: readonly RehearsedText[]): Counted[] {
  const rows = new Map<string, Counted>();
  for (const one of texts) {
    const digest = createHash('sha256')
      .update(
        JSON.stringify([one.text, one.readBefore, one.readAfter, one.replyBefore, one.replyAfter]),
      )
      .digest();
    const key = digest.toString('hex');
    rows.set(key, { ...one, digest, times: (rows.get(key)?.times ?? 0) + 1 });
  }
  return [...rows.values()];
}

/** Lists texts of a rehearsal, the most frequent first. */
export async function listRehearsed(
  q: Queries,
  institutionId: number,
  { draftId, count }: { readonly draftId: string; readonly count: number },
): Promise<(RehearsedText & { readonly times: number })[]> {
  return q.query<RehearsedText & { readonly times: number }>(
    `select text, read_before as "readBefore", read_after as "readAfter", reply_before as "replyBefore",
        reply_after as "replyAfter", times
      from rehearsed_texts where institution_id = $1 and draft_id = $2
      order by (read_before <> read_after) desc, times desc, text, digest limit $3`,
    [institutionId, draftId, count],
  );
}

/** Deletes the texts of rehearsals that ended before an institution's time. */
export async function pruneRehearsed(
  q: Queries,
  old: readonly { readonly institutionId: number; readonly before: Temporal.Instant }[],
): Promise<void> {
  if (old.length === 0) return;
  await q.query(
    `delete from rehearsed_texts t using settings_rehearsals r, unnest($1::int[], $2::timestamptz[]) as k (institution_id, before)
      where r.institution_id = k.institution_id and r.finished_at < k.before
        and t.institution_id = k.institution_id and t.draft_id = r.draft_id`,
    [old.map(({ institutionId }) => institutionId), old.map(({ before }) => before)],
  );
}
