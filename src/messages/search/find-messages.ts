import type { Database, Queries } from '../../database/database.ts';
import { marksOf, wordsOf } from './words-of.ts';

/** What to look for. All that is given must hold. */
export interface MessageCriteria {
  /** Each word by how it begins. */
  readonly words?: string | undefined;
  readonly memberId?: string | undefined;
  readonly channel?: string | undefined;
  readonly direction?: 'in' | 'out' | undefined;
  /** What came of one that came in; the purpose of one that went out. */
  readonly outcome?: string | undefined;
  readonly since?: Temporal.Instant | undefined;
  /** Exclusive. */
  readonly until?: Temporal.Instant | undefined;
}

/** The place of a message in the results, which are in order of time. */
export interface FoundPlace {
  readonly at: Temporal.Instant;
  readonly ref: string;
}

/** A found message, as it is stored. */
export interface FoundMessage extends FoundPlace {
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly memberNumber: string | null;
  readonly memberName: string | null;
  readonly conversationId: string;
  readonly text: string;
  readonly outcome: string;
}

/** So few hits are sorted by themselves. Of more, the newest are found by going back in time. */
const fewMax = 2_000;

const filters = `w.institution_id = $1 and ($2::tsquery is null or w.words @@ $2::tsquery)
  and ($3::uuid is null or w.member_id = $3) and ($4::text is null or w.channel = $4)
  and ($5::text is null or w.direction = $5) and ($6::text is null or w.outcome = $6)
  and ($7::timestamptz is null or w.at >= $7) and ($8::timestamptz is null or w.at < $8)`;

/**
 * Finds messages, the newest first.
 * @param asked `after`: those before this place; `limit`: the most
 */
export async function findMessages(
  db: Pick<Database, 'transaction'>,
  institutionId: number,
  asked: {
    readonly criteria: MessageCriteria;
    readonly after: FoundPlace | undefined;
    readonly limit: number;
  },
): Promise<FoundMessage[]> {
  const { criteria, after, limit } = asked;
  const query = queryOf(criteria);
  const given = [
    institutionId,
    query,
    criteria.memberId ?? null,
    criteria.channel ?? null,
    criteria.direction ?? null,
    criteria.outcome ?? null,
    criteria.since ?? null,
    criteria.until ?? null,
  ];
  const place = [after?.at ?? null, after?.ref ?? null, limit];
  return db.transaction(async (tx) => {
    // A plan for these values, not for any: which index is best depends on them.
    await tx.query('set local plan_cache_mode = force_custom_plan');
    if (query !== null) await steer(tx, { institutionId, query, values: [...given, ...place] });
    return tx.query<FoundMessage>(
      `with hits as materialized (
          select w.at, w.ref, w.direction, w.channel, w.member_id, w.outcome from message_words w
          where ${filters} and ($9::timestamptz is null or (w.at, w.ref) < ($9, $10))
          order by w.at desc, w.ref desc limit $11)
        select h.at, h.ref, h.direction, h.channel, m.number as "memberNumber", m.name as "memberName",
          coalesce(i.conversation_id, o.conversation_id) as "conversationId", coalesce(i.text, o.text) as text,
          coalesce(i.outcome, o.status) as outcome
        from hits h
        left join members m on m.institution_id = $1 and m.id = h.member_id
        left join inbound i on h.direction = 'in' and i.institution_id = $1 and i.channel = h.channel and i.external_id = h.ref
        left join outbound o on h.direction = 'out' and o.institution_id = $1
          and o.id = case when h.direction = 'out' then h.ref::uuid end
        where i.text is not null or o.text is not null
        order by h.at desc, h.ref desc`,
      [...given, ...place],
    );
  });
}

/**
 * Chooses how to look for words. Statistics can't tell how many messages have all of several words, and
 * a wrong guess reads everything. Few are found by their words and sorted. Of many, the newest are found
 * by going back in time, since sorting all would take longer.
 */
async function steer(
  tx: Queries,
  {
    institutionId,
    query,
    values,
  }: { readonly institutionId: number; readonly query: string; readonly values: unknown[] },
): Promise<void> {
  const by = async (what: 'words' | 'time') => {
    const byWords = what === 'words';
    await tx.query(`set local enable_bitmapscan = ${byWords ? 'on' : 'off'}`);
    await tx.query(`set local enable_indexscan = ${byWords ? 'off' : 'on'}`);
    await tx.query(`set local enable_seqscan = ${byWords ? 'off' : 'on'}`);
  };
  await by('time');
  if (await areNear(tx, values)) return;
  await by('words');
  if (await isCommon(tx, institutionId, query)) await by('time');
}

/**
 * Tells whether the newest messages fill the page. Words that most messages have are so found at once: their index would list them all.
 */
async function areNear(tx: Queries, values: unknown[]): Promise<boolean> {
  const [row] = await tx.query<{ isFull: boolean }>(
    `select count(*) = $11 as "isFull" from (
        select 1 from (
          select * from message_words n where n.institution_id = $1 and ($7::timestamptz is null or n.at >= $7)
            and ($8::timestamptz is null or n.at < $8) and ($9::timestamptz is null or (n.at, n.ref) < ($9, $10))
          order by n.at desc, n.ref desc limit ${fewMax}) w
        where ${filters} limit $11) page`,
    values,
  );
  return row?.isFull ?? false;
}

/** Tells whether so many messages have these words that sorting them all would take long. */
async function isCommon(tx: Queries, institutionId: number, query: string): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select 1 from message_words w
        where w.institution_id = $1 and w.words @@ $2::tsquery limit ${fewMax + 1}) few`,
    [institutionId, query],
  );
  return (row?.count ?? 0) > fewMax;
}

/** Each word by its beginning, all of them. Without words, other indexes find direction and channel. */
function queryOf({ words, ...of }: MessageCriteria): string | null {
  const found = wordsOf(words ?? '').slice(0, 12);
  if (found.length === 0) return null;
  const marks = marksOf(of).map((mark) => `'${mark}'`);
  return [...found.map((word) => `'${word}':*`), ...marks].join(' & ');
}

/** Whether a text has a word that can be looked for. */
export function hasWords(text: string): boolean {
  return wordsOf(text).length > 0;
}
