import type { z } from 'zod';
import type { Inbox, InboundMessage } from '../../messages/channel.ts';
import { assertAnswered, type XAnswer, type XCall, type XClient } from './client.ts';
import type { TokenSource } from './oauth.ts';
import type { SeenCursor } from './ports.ts';
import { instantFrom } from './read-events.ts';
import { dmEvents, type dmEvent } from './wire.ts';

/** A gap longer than this many pages is older than any command that may still count. */
const pagesMax = 5;

export interface XPollingOptions {
  readonly client: XClient;
  readonly tokens: TokenSource;
  readonly seen: SeenCursor;
  readonly inbox: Inbox;
  readonly institutionId: number;
  readonly bankUserId: string;
}

/**
 * The second road in, for webhooks that were lost: reads the account's direct messages, newest first, until one that was seen,
 * and hands on what is new in order of time. What came by webhook as well counts once. The first time it only remembers where
 * the account stands. X allows 15 calls in 15 minutes.
 * @returns how many messages were handed on
 * @throws Fault with X's code, `x_not_connected`, `x_unreachable`
 */
export async function pollOnce(options: XPollingOptions): Promise<number> {
  const last = await options.seen.load();
  const found: InboundMessage[] = [];
  let newest: string | undefined;
  let next: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await askPage(options, {
      method: 'GET',
      path: '/2/dm_events',
      query: {
        max_results: '100',
        event_types: 'MessageCreate',
        'dm_event.fields': 'id,text,event_type,created_at,sender_id,dm_conversation_id',
        ...(next === undefined ? {} : { pagination_token: next }),
      },
    });
    assertAnswered(answer, 'reading direct messages');
    const events = dmEvents.parse(answer.body);
    const rows = events.data ?? [];
    newest ??= rows[0]?.id;
    const fresh = last === undefined ? [] : rows.filter(({ id }) => isAfter(id, last));
    found.push(...fresh.flatMap((event) => messageOf(event, options)));
    next = events.meta?.next_token;
    if (last === undefined || fresh.length < rows.length || next === undefined) break;
  }
  if (found.length > 0) await options.inbox.receive(found.toReversed());
  // Only when what was found is committed: a crash before it reads the same again.
  if (newest !== undefined && newest !== last) await options.seen.save(newest);
  return found.length;
}

/** A token that X refuses before its time is renewed once. */
async function askPage(
  { client, tokens }: XPollingOptions,
  call: Omit<XCall, 'token'>,
): Promise<XAnswer> {
  const token = await tokens.current();
  const answer = await client.call({ ...call, token });
  if (answer.status !== 401) return answer;
  return client.call({ ...call, token: await tokens.renew(token) });
}

/** X's ids grow with time; they are longer than a number can hold. */
function isAfter(id: string, last: string): boolean {
  return BigInt(id) > BigInt(last);
}

function messageOf(
  event: z.output<typeof dmEvent>,
  { institutionId, bankUserId }: XPollingOptions,
): InboundMessage[] {
  // A picture alone has no text: as by webhook, its sender is told what can be said.
  const { id, text = '', sender_id: sender, created_at: at } = event;
  if ((event.event_type ?? 'MessageCreate') !== 'MessageCreate') return [];
  if (sender === undefined || sender === bankUserId) return [];
  // In a group others read along: nothing said there is a command.
  if (!isBetween(event.dm_conversation_id, [sender, bankUserId])) return [];
  const sentAt = at === undefined ? undefined : instantFrom(at);
  return [
    {
      institutionId,
      channel: 'x',
      externalId: id,
      address: sender,
      text,
      ...(sentAt ? { sentAt } : {}),
    },
  ];
}

/** Whether a conversation is between these two alone: its id is then theirs, joined; a group's is a number of its own. Not told: not so. */
function isBetween(conversation: string | undefined, two: readonly [string, string]): boolean {
  if (conversation === undefined) return false;
  const ids = conversation.split('-');
  return ids.length === 2 && two.every((id) => ids.includes(id));
}
