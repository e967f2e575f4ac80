import type { Context, Hono } from 'hono';
import { conversationId, type XMessage } from '../state.ts';
import { shownText } from '../shown-text.ts';
import { problem, caller, asked, bodyOf } from './answers.ts';
import type { XFaults } from '../faults.ts';
import type { ApiContext } from './context.ts';
import { isSendRefusal, refuseSending } from './send-refusals.ts';

export function addMessages(app: Hono, api: ApiContext): void {
  addSending(app, api);
  addListing(app, api);
}

function addSending(app: Hono, api: ApiContext): void {
  const { state, faults } = api;
  app.post('/2/dm_conversations/with/:participant/messages', async (context) => {
    const who = caller(context, api);
    if (!who) return problem(context, 401, 'Unauthorized');
    if (who.userId === undefined) return problem(context, 403, 'A user context is needed');
    const to = context.req.param('participant');
    if (!/^\d{1,19}$/.test(to)) return problem(context, 400, 'Invalid Request');
    const { text } = await bodyOf(context);
    if (typeof text !== 'string' || text === '' || text.length > 10_000)
      return problem(context, 400, 'Invalid Request');
    const fault = faults.sends.shift();
    if (isSendRefusal(fault)) return refuseSending(context, fault);
    if (!state.users.has(to)) return refuseSending(context, 'cannot_write');
    if (fault === 'server_error') return problem(context, 503, 'Service Unavailable');
    const isThrottled = showLimit(context, api, { userId: who.userId, fault });
    if (isThrottled) return problem(context, 429, 'Too Many Requests');
    const sent = await api.send({ from: who.userId, to, text });
    // The message exists but nobody hears of it, as after a broken connection.
    if (fault === 'lost') throw new Error('the connection was lost');
    return context.json(
      { data: { dm_conversation_id: conversationId(who.userId, to), dm_event_id: sent.id } },
      201,
    );
  });
}

/** Reports the rest of the limit in the headers. @returns whether it is used up */
function showLimit(
  context: Context,
  { limits, state }: ApiContext,
  {
    userId,
    fault,
  }: { readonly userId: string; readonly fault: XFaults['sends'][number] | undefined },
): boolean {
  const left = limits.left(userId, state.messages);
  const isUsed =
    fault === 'throttled' || (limits.isOn && (left.quarterHour.left === 0 || left.day.left === 0));
  const { quarterHour } = left;
  context.header('x-rate-limit-limit', '15');
  context.header('x-rate-limit-remaining', String(isUsed ? 0 : Math.max(0, quarterHour.left - 1)));
  context.header(
    'x-rate-limit-reset',
    String(Math.ceil(quarterHour.resetsAt.epochMilliseconds / 1000)),
  );
  return isUsed;
}

function addListing(app: Hono, api: ApiContext): void {
  const { state } = api;
  app.get('/2/dm_events', (context) => {
    const userId = caller(context, api)?.userId;
    if (userId === undefined) return problem(context, 401, 'Unauthorized');
    return listed(
      context,
      state.messages.filter((one) => one.senderId === userId || one.recipientId === userId),
    );
  });
  app.get('/2/dm_conversations/with/:participant/dm_events', (context) => {
    const userId = caller(context, api)?.userId;
    if (userId === undefined) return problem(context, 401, 'Unauthorized');
    const other = context.req.param('participant');
    if (!/^\d{1,19}$/.test(other)) return problem(context, 400, 'Invalid Request');
    const wanted = conversationId(userId, other);
    return listed(
      context,
      state.messages.filter((one) => conversationId(one.senderId, one.recipientId) === wanted),
    );
  });
}

/** Gives a page of messages, newest first. */
function listed(context: Context, messages: readonly XMessage[]): Response {
  const most = asked(context, 'max_results', { least: 1, most: 100, otherwise: 100 });
  const start = asked(context, 'pagination_token', { otherwise: 0 });
  if (most === undefined || start === undefined) return problem(context, 400, 'Invalid Request');
  const newest = messages.toReversed().slice(start, start + most);
  const next = start + most < messages.length ? String(start + most) : undefined;
  return context.json({
    ...(newest.length > 0
      ? {
          data: newest.map((message) => ({
            id: message.id,
            event_type: 'MessageCreate',
            text: shownText(message.text).trim(),
            sender_id: message.senderId,
            dm_conversation_id: conversationId(message.senderId, message.recipientId),
            created_at: message.createdAt.toString({ fractionalSecondDigits: 3 }),
          })),
        }
      : {}),
    meta: { result_count: newest.length, ...(next === undefined ? {} : { next_token: next }) },
  });
}
