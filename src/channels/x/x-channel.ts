import { traitsOf } from '../traits-of.ts';
import { xDescriptor } from './descriptor.ts';
import type { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import type {
  Channel,
  ChannelTraits,
  LookupOutcome,
  SendOutcome,
  WireMessage,
} from '../../messages/channel.ts';
import { outcomeOfFailure } from '../transport/transport.ts';
import type { XClient } from './client.ts';
import type { XAnswer } from './answer.ts';
import type { TokenSource } from './oauth.ts';
import { instantFrom } from './read-events.ts';
import { likenessOf } from './same-text.ts';
import { meetsAll, outcomeOf } from './outcome.ts';
import { dmEvents, type dmEvent } from './wire.ts';

/** X's self-serve limit for the whole account, shared by all members. Enterprise access lifts it. */
export const selfServeBudget = [
  { name: 'quarter_hour', scope: 'institution', sends: 15, seconds: 15 * 60 },
  { name: 'day', scope: 'institution', sends: 1_440, seconds: 24 * 3600 },
] as const;

/** Creates the channel for direct messages on X. */
export function createXChannel(options: {
  readonly client: XClient;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Our own X user id, which identifies our messages in a conversation. */
  readonly bankUserId: string;
  /** Absent: no limit on our side. */
  readonly budget?: ChannelTraits['budget'];
}): Channel {
  const traits: ChannelTraits = {
    ...traitsOf(xDescriptor),
    ...(options.budget ? { budget: options.budget } : {}),
  };
  // Fetched before the claim, so that nothing slow comes between the claim and the sending.
  const prepared: Prepared = { token: undefined, renewed: undefined };
  return {
    name: 'x',
    traits,
    ready: async () => {
      try {
        prepared.token = await options.tokens.current();
        return undefined;
      } catch (error) {
        return fromFault(error);
      }
    },
    send: async (message, until) => send({ ...options, prepared }, message, until),
    lookup: async (message, sentAfter, known = new Set()) =>
      lookUp(options, message, { sentAfter, known }),
  };
}

type Options = Parameters<typeof createXChannel>[0];

/** The access token for the next send. */
interface Prepared {
  token: string | undefined;
  /** The newest token that replaced a refused one, and when. */
  renewed: { readonly token: string; readonly at: Temporal.Instant } | undefined;
}

async function send(
  options: Options & { readonly prepared: Prepared },
  message: WireMessage,
  until?: AbortSignal,
): Promise<SendOutcome> {
  let token: string;
  try {
    token = options.prepared.token ?? (await options.tokens.current());
  } catch (error) {
    // Nothing has been sent yet.
    return fromFault(error);
  }
  const call = (bearer: string) =>
    options.client.call({
      method: 'POST',
      path: `/2/dm_conversations/with/${message.address}/messages`,
      body: { text: message.text },
      token: bearer,
      until,
    });
  try {
    const answer = await call(token);
    // If X refuses right after a renewal, the token is not the cause, and renewing again would not help.
    if (answer.status !== 401 || isFresh(token, options)) return outcomeOf(answer, options.clock);
    const renewed = await options.tokens.renew(token).catch((error: unknown) => error);
    if (typeof renewed !== 'string') return fromFault(renewed);
    options.prepared.token = renewed;
    options.prepared.renewed = { token: renewed, at: options.clock.now() };
    // Claim it again with the new token, because the member may have said STOP meanwhile.
    return { outcome: 'throttled', until: options.clock.now() };
  } catch (error) {
    return outcomeOfFailure(error);
  }
}

/** A token can't have expired within this many seconds of its issue. */
const freshSeconds = 60;

function isFresh(
  token: string,
  { prepared: { renewed }, clock }: Options & { readonly prepared: Prepared },
): boolean {
  if (renewed?.token !== token) return false;
  return Temporal.Instant.compare(clock.now(), renewed.at.add({ seconds: freshSeconds })) < 0;
}

function fromFault(error: unknown): SendOutcome {
  if (!(error instanceof Fault)) throw error;
  return {
    outcome: 'refused',
    code: error.code,
    retryable: true,
    forAll: true,
    ...(error.retryable
      ? {}
      : { staffMust: 'Our X account must be connected again: `tmm x connect`' }),
  };
}

/** A list with more than this many pages of a hundred is not read to its end. */
const pagesMax = 50;

/**
 * Looks for our text in the conversation, in X's own record. If something there could be ours, the outcome stays unknown: only a
 * text that is certainly absent may be sent again.
 */
async function lookUp(
  options: Options,
  message: WireMessage,
  {
    sentAfter,
    known,
  }: { readonly sentAfter: Temporal.Instant; readonly known: ReadonlySet<string> },
): Promise<LookupOutcome> {
  let doubtful = false;
  let next: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const read = await readPage(options, message.address, next);
    if ('found' in read) return read;
    for (const event of read.rows) {
      const at = event.created_at === undefined ? undefined : instantFrom(event.created_at);
      // Newest first: everything after this was there before ours was sent.
      if (at && Temporal.Instant.compare(at, sentAfter) < 0) return concluded(doubtful);
      if (event.sender_id !== options.bankUserId || known.has(event.id)) continue;
      const likeness = likenessOf(message.text, event.text);
      if (likeness === 'same' && at) return { found: true, carrierId: event.id };
      doubtful ||= likeness !== 'different';
    }
    ({ next } = read);
    if (next === undefined) return concluded(doubtful);
  }
  return { found: 'unknown' };
}

function concluded(doubtful: boolean): LookupOutcome {
  return { found: doubtful ? 'unknown' : false };
}

type Page = {
  readonly rows: readonly z.output<typeof dmEvent>[];
  readonly next: string | undefined;
};

/** Reads a page of the conversation, newest first, or reports that nothing can be learned. */
async function readPage(
  { tokens, client }: Options,
  address: string,
  next: string | undefined,
): Promise<Page | Exclude<LookupOutcome, { found: boolean }>> {
  let answer: XAnswer;
  try {
    const call = {
      method: 'GET' as const,
      path: `/2/dm_conversations/with/${address}/dm_events`,
      query: {
        max_results: '100',
        event_types: 'MessageCreate',
        'dm_event.fields': 'id,text,event_type,created_at,sender_id,dm_conversation_id',
        ...(next === undefined ? {} : { pagination_token: next }),
      },
    };
    const token = await tokens.current();
    answer = await client.call({ ...call, token });
    if (answer.status === 401)
      answer = await client.call({ ...call, token: await tokens.renew(token) });
  } catch (error) {
    if (error instanceof Fault) return { found: 'unknown', away: true };
    throw error;
  }
  const parsed = dmEvents.safeParse(answer.body);
  if (answer.status === 200 && parsed.success)
    return { rows: parsed.data.data ?? [], next: parsed.data.meta?.next_token };
  if ((answer.status === 403 || answer.status === 404) && !meetsAll(answer))
    // The member blocks us or is gone, so X no longer shows the conversation.
    return { found: 'never' };
  return { found: 'unknown', away: true };
}
