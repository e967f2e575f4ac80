import type { z } from 'zod';
import { Fault } from '../../kernel/fault.ts';
import type { Inbox, InboundMessage } from '../../messages/channel.ts';
import { assertAnswered, type XClient } from './client.ts';
import type { TokenSource } from './oauth.ts';
import type { SeenCursor } from './ports.ts';
import { typedText } from './member-text.ts';
import { instantFrom } from './read-events.ts';
import { dmEvents, type dmEvent } from './wire.ts';

/** The most pages that one poll reads. */
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
 * Polls the account's direct messages, in case webhooks were lost. Reads from the newest back to one seen before, and passes on new
 * messages in order of time. Messages that also came by webhook count once. The first run only records the current position. X
 * allows 15 calls in 15 minutes. If a page fails, the messages before it are still passed on.
 * @returns how many messages were passed on
 * @throws Fault with X's code, `x_not_connected`, `x_not_reached`, `x_no_answer`; `x_gap` if there were more than it reads: the
 *   rest is never read, and its authors get no answer
 */
export async function pollOnce(options: XPollingOptions): Promise<number> {
  const last = await options.seen.load();
  const found: InboundMessage[] = [];
  let newest: string | undefined;
  let next: string | undefined;
  let isClosed = last === undefined;
  let failure: unknown;
  for (let page = 0; page < pagesMax; page += 1) {
    let events: Awaited<ReturnType<typeof readPage>>;
    try {
      events = await readPage(options, next);
    } catch (error) {
      if (found.length === 0) throw error;
      failure = error;
      break;
    }
    const rows = events.data ?? [];
    newest ??= rows[0]?.id;
    const fresh = last === undefined ? [] : rows.filter(({ id }) => isAfter(id, last));
    found.push(...fresh.flatMap((event) => messageOf(event, options)));
    next = events.meta?.next_token;
    isClosed ||= fresh.length < rows.length || next === undefined;
    if (isClosed) break;
  }
  if (found.length > 0) await options.inbox.receive(found.toReversed());
  // The position stays, so the next run reads the missing pages.
  if (failure !== undefined) throw failure;
  // Only after the messages are committed: after a crash, the same ones are read again.
  if (newest !== undefined && newest !== last) await options.seen.save(newest);
  if (!isClosed) throw gap();
  return found.length;
}

/** Reads a page of the account's direct messages, newest first. Renews a token once if X refuses it early. */
async function readPage({ client, tokens }: XPollingOptions, after: string | undefined) {
  const call = {
    method: 'GET' as const,
    path: '/2/dm_events',
    query: {
      max_results: '100',
      event_types: 'MessageCreate',
      'dm_event.fields':
        'id,text,event_type,created_at,sender_id,dm_conversation_id,attachments,entities',
      ...(after === undefined ? {} : { pagination_token: after }),
    },
  };
  const token = await tokens.current();
  let answer = await client.call({ ...call, token });
  if (answer.status === 401)
    answer = await client.call({ ...call, token: await tokens.renew(token) });
  assertAnswered(answer, 'reading direct messages');
  return dmEvents.parse(answer.body);
}

function gap(): Fault {
  return new Fault({
    code: 'x_gap',
    message: `More than ${pagesMax} pages of direct messages came in since the last poll: some were not read`,
    retryable: false,
  });
}

/** X's ids grow with time, and are longer than a number can hold. */
function isAfter(id: string, last: string): boolean {
  return BigInt(id) > BigInt(last);
}

function messageOf(
  event: z.output<typeof dmEvent>,
  { institutionId, bankUserId }: XPollingOptions,
): InboundMessage[] {
  // A picture alone has no text. As by webhook, its sender gets an answer with what they can send.
  const { id, text = '', sender_id: sender, created_at: at } = event;
  if ((event.event_type ?? 'MessageCreate') !== 'MessageCreate') return [];
  if (sender === undefined || sender === bankUserId) return [];
  // In a group, others can read along, so nothing there is a command.
  if (!isBetween(event.dm_conversation_id, [sender, bankUserId])) return [];
  const sentAt = at === undefined ? undefined : instantFrom(at);
  return [
    {
      institutionId,
      channel: 'x',
      externalId: id,
      address: sender,
      text: typedText({ ...event, text }),
      ...(sentAt ? { sentAt } : {}),
    },
  ];
}

/**
 * Whether a conversation is between these two alone: then its id joins their ids; a group has a number of its own. An absent id
 * means no.
 */
function isBetween(conversation: string | undefined, two: readonly [string, string]): boolean {
  if (conversation === undefined) return false;
  const ids = conversation.split('-');
  return ids.length === 2 && two.every((id) => ids.includes(id));
}
