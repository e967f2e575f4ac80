import type { Queries } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { ChannelName } from '../../messages/channel.ts';
import { conversationsAcrossKeys } from '../../messages/conversations.ts';

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
}

export type Cursor = Pick<LogRow, 'at' | 'id'>;

interface Wanted {
  readonly institutionId: number;
  readonly memberId: string;
  readonly keyring: Keyring;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
}

/**
 * What a member said and was answered, newest first: what came in under their membership, what went out to their addresses. A
 * number that served someone else before shows none of theirs: each binding is an address of its own.
 */
export async function loadLog(q: Queries, wanted: Wanted): Promise<LogRow[]> {
  const rows = await q.query<LogRow & { readonly conversationId: string | null }>(
    `select * from (
      (select 'in:' || i.channel || ':' || i.external_id as id, 'in' as direction, i.channel,
          coalesce((select a.handle from addresses a join conversations c
            on c.institution_id = $1 and c.id = i.conversation_id and c.channel = a.channel and c.lookup = a.lookup
            where a.institution_id = $1 and a.member_id = $2 limit 1), '') as name,
          i.received_at as at, i.text, i.public, i.outcome as status, false as "hasCode",
          i.conversation_id as "conversationId"
        from inbound i
        where i.institution_id = $1 and i.member_id = $2
          and ($3::timestamptz is null or (i.received_at, 'in:' || i.channel || ':' || i.external_id) < ($3, $4))
        order by i.received_at desc, 1 desc limit $5)
      union all
      (select 'out:' || o.id as id, 'out' as direction, o.channel, coalesce(a.handle, '') as name, o.queued_at as at,
          o.text, false as public, o.status, o.code_version is not null as "hasCode",
          null as "conversationId"
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
  const nameless = rows.some(({ name, conversationId }) => name === '' && conversationId !== null);
  const names = nameless ? await namesAcrossKeys(q, wanted) : new Map<string, string>();
  return rows.map(({ conversationId, ...row }) => ({
    ...row,
    name: row.name === '' ? (names.get(conversationId ?? '') ?? '') : row.name,
  }));
}

/** By conversation, what its address is called, where a rotated master key keeps the two from being joined by their hash. */
async function namesAcrossKeys(
  q: Queries,
  { institutionId, memberId, keyring }: Pick<Wanted, 'institutionId' | 'memberId' | 'keyring'>,
): Promise<Map<string, string>> {
  const addresses = await q.query<{ id: string; handle: string }>(
    `select id, handle from addresses
      where institution_id = $1 and member_id = $2 and handle is not null order by id`,
    [institutionId, memberId],
  );
  const held = await conversationsAcrossKeys(
    q,
    { institutionId, keyring },
    addresses.map(({ id }) => id),
  );
  return new Map(
    addresses.flatMap(({ id, handle }) =>
      (held.get(id)?.ids ?? []).map((conversation): [string, string] => [conversation, handle]),
    ),
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
