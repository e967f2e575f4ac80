import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import type {
  Channel,
  ChannelTraits,
  LookupOutcome,
  SendOutcome,
  WireMessage,
} from '../../messages/channel.ts';
import { reasonOf, throttledUntil, type XAnswer, type XClient } from './client.ts';
import type { TokenSource } from './oauth.ts';
import { instantFrom } from './read-events.ts';
import { likenessOf } from './same-text.ts';
import { dmEvents, sentAnswer } from './wire.ts';

/** X on self-serve: the whole account's budget, for all members together. Enterprise lifts it. */
export const selfServeBudget = [
  { name: 'quarter_hour', scope: 'institution', sends: 15, seconds: 15 * 60 },
  { name: 'day', scope: 'institution', sends: 1_440, seconds: 24 * 3600 },
] as const;

/** Direct messages on X. */
export function createXChannel(options: {
  readonly client: XClient;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Our own X user id, by which our messages are known in a conversation. */
  readonly bankUserId: string;
  /** Absent: no limit is kept here. */
  readonly budget?: ChannelTraits['budget'];
}): Channel {
  const traits: ChannelTraits = {
    textMax: 10_000,
    encoding: 'unicode',
    recyclable: false,
    endToEndEncrypted: false,
    costMicrodollarsPerUnit: 15_000,
    ...(options.budget ? { budget: options.budget } : {}),
  };
  // Got before the claim: nothing that may take long lies between the claim and the sending.
  const prepared: Prepared = { token: undefined };
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
    send: async (message) => send({ ...options, prepared }, message),
    lookup: async (message, sentAfter, known = new Set()) =>
      lookUp(options, message, { sentAfter, known }),
  };
}

type Options = Parameters<typeof createXChannel>[0];

/** The access token that the next sending uses. */
interface Prepared {
  token: string | undefined;
}

async function send(
  options: Options & { readonly prepared: Prepared },
  message: WireMessage,
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
    });
  try {
    const answer = await call(token);
    if (answer.status !== 401) return outcomeOf(answer, options.clock);
    const renewed = await options.tokens.renew(token).catch((error: unknown) => error);
    if (typeof renewed !== 'string') return fromFault(renewed);
    options.prepared.token = renewed;
    // With the new token it is claimed anew: the member may have said STOP meanwhile.
    return { outcome: 'throttled', until: options.clock.now() };
  } catch (error) {
    // The request may have reached X: it is looked up, never sent again blindly.
    return { outcome: 'unknown', code: error instanceof Fault ? error.code : 'x_unreachable' };
  }
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

/** X's answer to sending, as what it means for the message. */
export function outcomeOf(answer: XAnswer, clock: Clock): SendOutcome {
  const { status } = answer;
  if (status === 201 || status === 200) {
    const parsed = sentAnswer.safeParse(answer.body);
    return parsed.success
      ? { outcome: 'accepted', carrierId: parsed.data.data.dm_event_id }
      : { outcome: 'unknown', code: 'x_answer_unreadable' };
  }
  const { code, numbers } = reasonOf(answer);
  if (status === 429) return { outcome: 'throttled', until: throttledUntil(answer, clock) };
  if (status === 402) {
    return {
      outcome: 'refused',
      code,
      retryable: true,
      forAll: true,
      staffMust: 'The credit of our X account is exhausted: nothing is sent until it is topped up',
    };
  }
  if (status === 401) {
    return {
      outcome: 'refused',
      code,
      retryable: true,
      forAll: true,
      staffMust: 'X refuses our access: `tmm x connect` joins the account again',
    };
  }
  // A server's failure after the request arrived: whether it was done is not known.
  if (status >= 500) return { outcome: 'unknown', code };
  const isPermanent =
    status === 400 ||
    status === 404 ||
    (status === 403 && numbers.some((number) => number === 349 || number === 150));
  return { outcome: 'refused', code, retryable: !isPermanent && status === 403 };
}

/**
 * Whether our text stands in the conversation since then, by X's own record. Where something stands there that could be ours, it is
 * not known: only what is surely not there may be sent again.
 */
async function lookUp(
  options: Options,
  message: WireMessage,
  {
    sentAfter,
    known,
  }: { readonly sentAfter: Temporal.Instant; readonly known: ReadonlySet<string> },
): Promise<LookupOutcome> {
  try {
    const token = await options.tokens.current();
    const answer = await options.client.call({
      method: 'GET',
      path: `/2/dm_conversations/with/${message.address}/dm_events`,
      query: {
        max_results: '100',
        event_types: 'MessageCreate',
        'dm_event.fields': 'id,text,event_type,created_at,sender_id,dm_conversation_id',
      },
      token,
    });
    // The member blocks us, or is gone: X shows the conversation no more.
    if (answer.status === 403 || answer.status === 404) return { found: 'never' };
    const parsed = dmEvents.safeParse(answer.body);
    if (answer.status !== 200 || !parsed.success) return { found: 'unknown' };
    const since = (parsed.data.data ?? []).flatMap((event) => {
      if (event.sender_id !== options.bankUserId || known.has(event.id)) return [];
      const at = event.created_at === undefined ? undefined : instantFrom(event.created_at);
      if (at && Temporal.Instant.compare(at, sentAfter) < 0) return [];
      const likeness = likenessOf(message.text, event.text);
      return [{ id: event.id, likeness: likeness === 'same' && !at ? 'doubtful' : likeness }];
    });
    const mine = since.find(({ likeness }) => likeness === 'same');
    if (mine) return { found: true, carrierId: mine.id };
    return { found: since.some(({ likeness }) => likeness === 'doubtful') ? 'unknown' : false };
  } catch {
    return { found: 'unknown' };
  }
}
