import type { Context, Hono } from 'hono';
import { asked, bodyOf, caller, problem } from '../api/answers.ts';
import type { ApiContext } from '../api/context.ts';
import { readFault } from './call-faults.ts';
import { conversationAt, shownEvent, shownId } from './conversations.ts';
import type { ChatEvent } from './event.ts';
import { isTrusted } from './trust.ts';

/** Serves the calls that read conversations. */
export function addInbox(app: Hono, api: ApiContext): void {
  app.get('/2/chat/conversations', (context) => listed(context, api));
  app.get('/2/chat/conversations/:id', (context) => {
    const found = named(context, api);
    if (found instanceof Response) return found;
    const [shown] = [found.conversation].map(shownConversation);
    return context.json({ data: shown });
  });
  app.get('/2/chat/conversations/:id/events', (context) => eventsOf(context, api));
  app.post('/2/chat/conversations/:id/read', async (context) => {
    const found = named(context, api);
    if (found instanceof Response) return found;
    const until = (await bodyOf(context))['seen_until_sequence_id'];
    if (typeof until !== 'string' || !/^\d{1,19}$/.test(until))
      return problem(context, 400, 'Invalid Request');
    found.conversation.readUpTo.set(found.userId, until);
    return context.json({ data: { success: true } });
  });
  app.post('/2/chat/conversations/:id/typing', (context) => {
    const found = named(context, api);
    return found instanceof Response ? found : context.json({ data: { success: true } });
  });
}

/** The caller and the conversation that the path names, or the refusal. */
export function named(context: Context, api: ApiContext) {
  const who = caller(context, api);
  if (!who) return problem(context, 401, 'Unauthorized');
  const { userId } = who;
  if (userId === undefined) return problem(context, 403, 'A user context is needed');
  const conversation = conversationAt(api, userId, context.req.param('id') ?? '');
  return conversation ? { userId, conversation } : problem(context, 400, 'Invalid Request');
}

type Conversation = Exclude<ReturnType<typeof named>, Response>['conversation'];

/** A page of the caller's conversations, the newest first. Message requests are not among them. */
function listed(context: Context, api: ApiContext): Response {
  const userId = caller(context, api)?.userId;
  if (userId === undefined) return problem(context, 401, 'Unauthorized');
  const refused = readFault(context, api);
  if (refused) return refused;
  const page = pageOf(context);
  if (!page) return problem(context, 400, 'Invalid Request');
  const all = [...api.state.chat.conversations.values()].filter(
    ({ participants, events }) => participants.includes(userId) && events.length > 0,
  );
  const inbox = all
    .filter((one) => isTrusted(api.state, one, userId))
    .toSorted((a, b) => Temporal.Instant.compare(b.updatedAt, a.updatedAt));
  return context.json({
    data: inbox.slice(page.start, page.end).map(shownConversation),
    meta: { has_message_requests: inbox.length < all.length, ...metaOf(page, inbox.length) },
  });
}

function shownConversation(conversation: Conversation) {
  return {
    id: shownId(conversation),
    type: 'direct',
    participant_ids: [...conversation.participants],
    updated_at: conversation.updatedAt.toString({ fractionalSecondDigits: 3 }),
  };
}

/** A page of a conversation's events, the newest first, with the key changes that open them. */
function eventsOf(context: Context, api: ApiContext): Response {
  const found = named(context, api);
  if (found instanceof Response) return found;
  const refused = readFault(context, api);
  if (refused) return refused;
  const page = pageOf(context);
  if (!page) return problem(context, 400, 'Invalid Request');
  const { conversation, userId } = found;
  const isReaderTrusting = isTrusted(api.state, conversation, userId);
  const isShown = ({ kind }: ChatEvent) =>
    kind !== 'key_change' || !api.faults.chat.withholdsKeyChanges;
  const newest = conversation.events.filter(isShown).toReversed();
  const events = newest.slice(page.start, page.end);
  const versions = new Set(events.map(({ keyVersion }) => keyVersion));
  const changes = newest.filter(
    ({ kind, keyVersion }) => kind === 'key_change' && versions.has(keyVersion),
  );
  return context.json({
    data: events.map((event) => shownEvent(event, isReaderTrusting)),
    meta: {
      conversation_key_events: changes.map(
        (event) => shownEvent(event, isReaderTrusting).encoded_event,
      ),
      ...metaOf(page, newest.length),
    },
  });
}

interface Page {
  readonly start: number;
  readonly end: number;
}

function pageOf(context: Context): Page | undefined {
  const most = asked(context, 'max_results', { least: 1, most: 100, otherwise: 10 });
  const start = asked(context, 'pagination_token', { otherwise: 0 });
  return most === undefined || start === undefined ? undefined : { start, end: start + most };
}

function metaOf({ start, end }: Page, length: number) {
  const hasMore = end < length;
  return {
    result_count: Math.max(0, Math.min(end, length) - start),
    has_more: hasMore,
    ...(hasMore ? { next_token: String(end).padStart(16, '0') } : {}),
  };
}
