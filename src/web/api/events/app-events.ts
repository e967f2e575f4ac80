import { Hono, type Context } from 'hono';
import { stateOf } from '../../../messages/hosted/read-state.ts';
import { pathOf } from '../../../operations/app/channel.ts';
import { findConversation, isOther } from '../../../operations/app/conversation.ts';
import { refusedTo } from '../../../operations/may-run.ts';
import { noteRefused } from '../../../operations/perform.ts';
import { refuse, type Refused } from '../../../operations/refusals.ts';
import { isMembers, type MemberContext } from '../../../operations/request-context.ts';
import type { PortalEnv } from '../../frame/visit.ts';
import { problem } from '../problem.ts';
import { createAppStream, type Sent } from './app-stream.ts';
import { pulledStream } from './pulled-stream.ts';
import type { Streams } from './streams.ts';

/** The path of the stream, under `/api/v1`. */
export const appEventsPath = pathOf('events');

/** How long until a silent stream shows that it lives, and until a reader that takes nothing is let go. */
export interface StreamPatience {
  readonly pulseMilliseconds: number;
  readonly stallMilliseconds: number;
}

export const streamPatience: StreamPatience = {
  pulseMilliseconds: 20_000,
  stallMilliseconds: 60_000,
};

/** When to try again after too many streams. */
const againSeconds = 60;

/**
 * Serves the member's conversation in the app as server-sent events. `id` is the place of a message, so a browser that connects again goes on
 * after the last one that it got (`Last-Event-ID`). `?after=` says the same on the first connection. Without either, only what is new comes.
 * `?addressId=` names the address that it is meant for: another member's session refuses it.
 */
export function createAppEvents(
  streams: Streams,
  patience: StreamPatience = streamPatience,
): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get('/', async (context) => {
    const opened = await open(context, streams, patience);
    if (opened instanceof Response) return opened;
    noteRefused(context.get('request'), 'appEvents', opened.refused);
    return problem(context, opened);
  });
  return app;
}

async function open(
  context: Context<PortalEnv>,
  streams: Streams,
  patience: StreamPatience,
): Promise<Response | Refused> {
  const request = context.get('request');
  const refused = refusedTo(request, { access: 'member' });
  if (refused) return refused;
  if (!isMembers(request)) return refuse('sign_in_first');
  const { db, institution, member, messaging, session, world } = request;
  if (!messaging) return refuse('app_not_offered');
  const given = context.req.header('last-event-id') ?? context.req.query('after');
  // A place is a small number: more digits are no place of ours.
  if (given !== undefined && !/^\d{1,15}$/.test(given))
    return refuse('input_invalid', { field: 'after' });
  const conversation = await findConversation(db, request);
  if (!conversation) return refuse('app_not_opened');
  if (isOther(conversation, context.req.query('addressId')))
    return refuse('app_address_other', { field: 'addressId' });
  const key = { institutionId: institution.id, conversationId: conversation.conversationId };
  const from = await startOf(request, key.conversationId, given);
  if (!streams.hasRoom({ institutionId: institution.id, memberId: member.id }))
    return refuse('streams_spent', { retryAt: world.clock.now().add({ seconds: againSeconds }) });
  const events = createAppStream(request, { from, ...patience });
  const wake = () => events.wake();
  const unfollow = messaging.news.follow(key, wake);
  const pulled = pulledStream({
    next: async () =>
      events.next().catch((error: unknown) => {
        request.logger.warn({ error }, 'A stream of events ended; the app connects again');
        return undefined;
      }),
    ended: () => {
      unfollow();
      leave();
      events.stop();
    },
    stallMilliseconds: patience.stallMilliseconds,
  });
  const leave = streams.enter({
    memberId: member.id,
    session,
    conversation: key,
    sent: () => events.sent(),
    wake,
    end: () => pulled.end(),
  });
  return new Response(pulled.stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // A proxy must pass each event on at once.
      'x-accel-buffering': 'no',
    },
  });
}

/** A reader that connects again may have missed how far another device has read, so that is told first. */
const untold = -1n;

async function startOf(
  { db, institution }: Pick<MemberContext, 'db' | 'institution'>,
  conversationId: string,
  given: string | undefined,
): Promise<Sent> {
  const { lastPlace } = await stateOf(db, institution.id, conversationId);
  const place = given === undefined ? lastPlace : BigInt(given);
  // A place that was never given must not hide what comes.
  return { place: place < lastPlace ? place : lastPlace, readPlace: untold };
}
