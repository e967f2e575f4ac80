import type { Queries } from '../../database/database.ts';
import type { ChannelName } from '../../messages/channel.ts';

/** One line of a member's log: a message that came in or went out. */
export interface LogRow {
  /** Sorts within one moment. */
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly channel: ChannelName;
  /** The handle, or the masked number. */
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly text: string;
  readonly public: boolean;
  readonly status: string;
  readonly hasCode: boolean;
  /** Of one that went out. */
  readonly outboundId: string | null;
}

export type Cursor = Pick<LogRow, 'at' | 'id'>;

interface Wanted {
  readonly institutionId: number;
  readonly memberId: string;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
}

/**
 * What a member said and was answered, newest first: what came in under their membership, what went out to their addresses. A
 * number that served someone else before shows none of theirs: each binding is an address of its own.
 */
export async function loadLog(q: Queries, wanted: Wanted): Promise<LogRow[]> {
  return q.query<LogRow>(
    `select * from (
      (select 'in:' || i.channel || ':' || i.external_id as id, 'in' as direction, i.channel,
          coalesce((select a.handle from conversations c
            join addresses a on a.institution_id = $1 and a.conversation_id = coalesce(c.merged_into, c.id)
            where c.institution_id = $1 and c.id = i.conversation_id and a.member_id = $2 limit 1), '') as name,
          i.received_at as at, i.text, i.public, i.outcome as status, false as "hasCode",
          null::uuid as "outboundId"
        from inbound i
        where i.institution_id = $1 and i.member_id = $2
          and ($3::timestamptz is null or (i.received_at, 'in:' || i.channel || ':' || i.external_id) < ($3, $4))
        order by i.received_at desc, 1 desc limit $5)
      union all
      (select 'out:' || o.id as id, 'out' as direction, o.channel, coalesce(a.handle, '') as name, o.queued_at as at,
          o.text, false as public, o.status, o.code_version is not null as "hasCode",
          o.id as "outboundId"
        from addresses a
        join outbound o on o.institution_id = $1 and o.address_id = a.id
        where a.institution_id = $1 and a.member_id = $2
          and ($3::timestamptz is null or (o.queued_at, 'out:' || o.id) < ($3, $4))
        order by o.queued_at desc, 1 desc limit $5)
    ) log order by at desc, id desc limit $5`,
    [
      wanted.institutionId,
      wanted.memberId,
      wanted.cursor?.at ?? null,
      wanted.cursor?.id ?? null,
      wanted.limit,
    ],
  );
}

/** Where the next page begins. */
export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.toString()} ${id}`).toString('base64url');
}

/** @returns `undefined` for what is no cursor */
export function readCursor(text: string): Cursor | undefined {
  const match = /^(\S+) (.+)$/s.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (!match || match[2]?.includes('\0')) return undefined;
  try {
    return { at: Temporal.Instant.from(match[1] ?? ''), id: match[2] ?? '' };
  } catch {
    return undefined;
  }
}
