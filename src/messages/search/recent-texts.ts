import type { Queries } from '../../database/database.ts';

/** A text that a member sent, as it is stored. */
export interface RecentText {
  readonly at: Temporal.Instant;
  readonly ref: string;
  readonly channel: string;
  readonly conversationId: string;
  readonly memberId: string;
  readonly text: string;
}

interface Period {
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const ofMembers = `w.institution_id = $1 and w.direction = 'in' and w.member_id is not null and w.at >= $2 and w.at <= $3`;

/** Counts the texts of members in a period, up to a limit. Those that came a moment ago may be missing. */
export async function countRecentTexts(
  q: Queries,
  institutionId: number,
  { since, until, most }: Period & { readonly most: number },
): Promise<number> {
  const [row] = await q.query<{ count: number }>(
    `select count(*)::int as count from (select 1 from message_words w where ${ofMembers} limit $4) t`,
    [institutionId, since, until, most],
  );
  return row?.count ?? 0;
}

/**
 * Reads texts of members in a period, the newest first.
 * @param given `after`: where the last batch ended
 */
export async function recentTexts(
  q: Queries,
  institutionId: number,
  {
    since,
    until,
    after,
    count,
  }: Period & {
    readonly after?: Pick<RecentText, 'at' | 'ref' | 'channel'> | undefined;
    readonly count: number;
  },
): Promise<RecentText[]> {
  return q.query<RecentText>(
    `select w.at, w.ref, w.channel, i.conversation_id as "conversationId", w.member_id as "memberId", i.text
      from message_words w
      join inbound i on i.institution_id = $1 and i.channel = w.channel and i.external_id = w.ref
      where ${ofMembers} and ($4::timestamptz is null or (w.at, w.ref, w.channel) < ($4, $5, $6))
      order by w.at desc, w.ref desc, w.channel desc limit $7`,
    [
      institutionId,
      since,
      // The index takes a plain bound. It would read all texts before the place again.
      after?.at ?? until,
      after?.at ?? null,
      after?.ref ?? null,
      after?.channel ?? null,
      count,
    ],
  );
}
