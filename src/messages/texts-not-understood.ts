import type { Queries } from '../database/database.ts';
import { rowSet } from '../database/row-set.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { NotUnderstood } from '../kernel/vocabulary/not-understood.ts';
import { maskText } from './mask-text.ts';
import { blackedOut } from './redact.ts';

/** A text to keep for staff. It names no member. */
export interface UnreadText {
  readonly what: NotUnderstood;
  /** Redacted. */
  readonly text: string;
  readonly language?: Language | undefined;
  /** The intent that it is nearest to. */
  readonly nearest?: string | undefined;
}

interface Counted extends UnreadText {
  readonly times: number;
}

const counted = rowSet<Counted>({
  from: 3,
  columns: [
    ['text', 'text', (row) => row.text],
    ['what', 'text', (row) => row.what],
    ['language', 'text', (row) => row.language ?? null],
    ['nearest', 'text', (row) => row.nearest ?? null],
    ['times', 'int', (row) => row.times],
  ],
});

const statement = {
  name: 'texts_not_understood_note',
  text: `insert into texts_not_understood as t (institution_id, day, text, what, language, nearest, times)
    select $1, $2, n.text, n.what, n.language, n.nearest, n.times from ${counted.text} order by n.what, n.text
    on conflict (institution_id, day, what, text) do update
      set times = t.times + excluded.times, nearest = coalesce(excluded.nearest, t.nearest)`,
};

/** Counts texts for staff, digits masked. A text that is a secret as a whole is not kept. */
export async function noteTexts(
  tx: Queries,
  { institutionId, day }: { readonly institutionId: number; readonly day: Temporal.PlainDate },
  texts: readonly UnreadText[],
): Promise<void> {
  const rows = countedOf(texts);
  if (rows.length === 0) return;
  await tx.query(statement, [institutionId, day, ...counted.parameters(rows)]);
}

/** One row for each text: a statement can't count the same row twice. */
function countedOf(texts: readonly UnreadText[]): Counted[] {
  const rows = new Map<string, Counted>();
  for (const { text, ...rest } of texts) {
    const masked = text === blackedOut ? '' : maskText(text);
    // Without a letter there is no word to add.
    if (!/\p{L}/u.test(masked)) continue;
    const key = `${rest.what} ${masked}`;
    rows.set(key, { ...rest, text: masked, times: (rows.get(key)?.times ?? 0) + 1 });
  }
  return [...rows.values()];
}

/** A later HELP is about something else. */
const soonMinutes = 10;

/**
 * Keeps the text before this message if a guess answered it a moment ago, because the member says that they meant something else. Rules
 * don't guess: HELP after `#bal 7` says nothing about it. Call it in the transaction that takes the message, before it is stored.
 */
export async function noteNotMeant(
  tx: Queries,
  {
    now,
    ...place
  }: {
    readonly institutionId: number;
    readonly day: Temporal.PlainDate;
    readonly now: Temporal.Instant;
  },
  conversations: readonly { readonly conversationId: string; readonly memberId: string }[],
): Promise<void> {
  if (conversations.length === 0) return;
  const rows = await tx.query<{ text: string; intent: string }>(
    `select i.text, i.intent from unnest($2::uuid[], $3::uuid[]) as k (conversation_id, member_id)
      cross join lateral (
        select text, intent, reading, received_at from inbound
          where institution_id = $1 and member_id = k.member_id and conversation_id = k.conversation_id
          order by received_at desc, position desc limit 1
      ) i
      where i.reading->>'by' = 'guess' and i.received_at >= $4`,
    [
      place.institutionId,
      conversations.map(({ conversationId }) => conversationId),
      conversations.map(({ memberId }) => memberId),
      now.subtract({ minutes: soonMinutes }),
    ],
  );
  await noteTexts(
    tx,
    place,
    rows.map(({ text, intent }) => ({ what: 'not_meant', text, nearest: intent })),
  );
}

/** A text with how often it came since a day. */
export interface ListedText {
  readonly text: string;
  readonly what: NotUnderstood;
  readonly times: number;
  readonly lastOn: Temporal.PlainDate;
  readonly language: Language | null;
  readonly nearest: string | null;
}

/** Lists the texts since a day, the most frequent first. */
export async function listTexts(
  q: Queries,
  institutionId: number,
  { since, count }: { readonly since: Temporal.PlainDate; readonly count: number },
): Promise<ListedText[]> {
  return q.query<ListedText>(
    `select text, what, sum(times)::int as times, max(day) as "lastOn",
        (array_agg(language order by day desc) filter (where language is not null))[1] as language,
        (array_agg(nearest order by day desc) filter (where nearest is not null))[1] as nearest
      from texts_not_understood where institution_id = $1 and day >= $2
      group by text, what
      order by sum(times) desc, max(day) desc, text, what limit $3`,
    [institutionId, since, count],
  );
}

/** Deletes what is older than each institution's day, with one statement for all. @returns how many rows */
export async function pruneTexts(
  q: Queries,
  old: readonly { readonly institutionId: number; readonly before: Temporal.PlainDate }[],
): Promise<number> {
  if (old.length === 0) return 0;
  const [deleted] = await q.query<{ count: number }>(
    `with gone as (
        delete from texts_not_understood t using unnest($1::int[], $2::date[]) as k (institution_id, before)
          where t.institution_id = k.institution_id and t.day < k.before returning 1
      ) select count(*)::int as count from gone`,
    [old.map(({ institutionId }) => institutionId), old.map(({ before }) => before)],
  );
  return deleted?.count ?? 0;
}
