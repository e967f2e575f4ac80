import { Hono, type Context } from 'hono';
import { bodyMax } from '../../../src/channels/twilio/wire.ts';
import type { World } from '../../../src/kernel/world.ts';
import { shownMessage } from './shown-message.ts';
import { problem, type ProblemName } from './problem.ts';
import { senderKey, type TwilioState, type TwilioText } from './state.ts';

/**
 * How we answer the next sends. `lost`: done, but the answer is lost; `silent`: not done, and never
 * answered.
 */
export type SendFault =
  | 'throttled'
  | 'server_error'
  | 'landline'
  | 'unauthorised'
  | 'lost'
  | 'silent';

export interface MessagesContext {
  readonly world: World;
  readonly state: TwilioState;
  readonly accountSid: string;
  readonly isAuthorised: (context: Context) => boolean;
  readonly faults: { sends: SendFault[] };
  /** The most messages in a second; undefined means no limit. */
  readonly limit: () => number | undefined;
  readonly send: (message: {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly messagingServiceSid: string | undefined;
    readonly statusCallback: string | undefined;
  }) => TwilioText;
}

/** Makes, reads and lists messages, with Twilio's answers and problems. */
export function createMessagesApi(api: MessagesContext): Hono {
  const app = new Hono();
  const path = `/2010-04-01/Accounts/${api.accountSid}/Messages`;
  app.post(`${path}.json`, async (context) => {
    if (!api.isAuthorised(context)) return problem(context, 'unauthorised');
    return create(context, api, new URLSearchParams(await context.req.text()));
  });
  app.get(`${path}.json`, (context) =>
    api.isAuthorised(context) ? list(context, api) : problem(context, 'unauthorised'),
  );
  app.get(`${path}/:name`, (context) => {
    if (!api.isAuthorised(context)) return problem(context, 'unauthorised');
    const sid = context.req.param('name').replace(/\.json$/, '');
    const found = api.state.messages.find((message) => message.sid === sid);
    return found ? context.json(shownMessage(found, api.accountSid)) : problem(context, 'notFound');
  });
  return app;
}

async function create(
  context: Context,
  api: MessagesContext,
  form: URLSearchParams,
): Promise<Response> {
  const { state } = api;
  const wrong = wrongWith(form, state);
  if (wrong) return problem(context, wrong);
  const fault = api.faults.sends.shift();
  if (fault === 'unauthorised') return problem(context, 'unauthorised');
  if (fault === 'server_error') return problem(context, 'serverError');
  if (fault === 'landline') return problem(context, 'landline');
  if (fault === 'throttled' || isOverLimit(api))
    return problem(context, 'throttled', { 'retry-after': '1' });
  if (fault === 'silent') return silence(context);
  const to = form.get('To') ?? '';
  const messagingServiceSid = form.get('MessagingServiceSid') ?? undefined;
  const number = form.get('From') ?? numberOfService(state, messagingServiceSid) ?? '';
  if (state.optedOut.has(senderKey({ number, messagingServiceSid, phone: to })))
    return problem(context, 'optedOut');
  const sent = api.send({
    from: number,
    to,
    text: form.get('Body') ?? '',
    messagingServiceSid,
    statusCallback: form.get('StatusCallback') ?? undefined,
  });
  // The message exists but nobody hears of it, as after a broken connection.
  if (fault === 'lost') throw new Error('the connection was lost');
  return context.json(shownMessage(sent, api.accountSid), 201);
}

function wrongWith(form: URLSearchParams, state: TwilioState): ProblemName | undefined {
  const to = form.get('To');
  const from = form.get('From');
  const service = form.get('MessagingServiceSid');
  const body = form.get('Body') ?? '';
  if (!to) return 'noTo';
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return 'invalidTo';
  if (body === '') return 'noBody';
  if (body.length > bodyMax) return 'bodyTooLong';
  if (!from && !service) return 'noFrom';
  if (from && !state.numbers.has(from)) return 'notOurs';
  if (service && numberOfService(state, service) === undefined) return 'noService';
  return state.phones.get(to)?.lineType === 'landline' ? 'landline' : undefined;
}

function numberOfService(state: TwilioState, sid: string | undefined): string | undefined {
  if (sid === undefined) return undefined;
  return [...state.numbers.values()].find((one) => one.messagingServiceSid === sid)?.number;
}

function isOverLimit({ state, world, limit }: MessagesContext): boolean {
  const most = limit();
  if (most === undefined) return false;
  const since = world.clock.now().subtract({ seconds: 1 });
  const recent = state.messages.filter(
    (one) => one.direction === 'outbound-api' && Temporal.Instant.compare(one.createdAt, since) > 0,
  );
  return recent.length >= most;
}

/** Ends when the caller gives up. */
async function silence(context: Context): Promise<never> {
  const { signal } = context.req.raw;
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  throw new Error('the caller gave up');
}

const pageSizeMax = 1_000;

function list(context: Context, { state, accountSid }: MessagesContext): Response {
  const query = context.req.query();
  const size = Math.min(pageSizeMax, Math.max(1, Number(query['PageSize'] ?? 50) || 50));
  const page = Math.max(0, Number(query['Page'] ?? 0) || 0);
  const chosen = state.messages.toReversed().filter((message) => isAskedFor(message, query));
  const start = page * size;
  const shown = chosen.slice(start, start + size);
  const uri = (number: number) => {
    const wanted = new URLSearchParams({ ...query, PageSize: String(size), Page: String(number) });
    return `/2010-04-01/Accounts/${accountSid}/Messages.json?${wanted.toString()}`;
  };
  return context.json({
    messages: shown.map((message) => shownMessage(message, accountSid)),
    first_page_uri: uri(0),
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    next_page_uri: start + size < chosen.length ? uri(page + 1) : null,
    uri: uri(page),
    page,
    page_size: size,
    start,
    end: start + Math.max(0, shown.length - 1),
  });
}

function isAskedFor(message: TwilioText, query: Readonly<Record<string, string>>): boolean {
  if (query['To'] !== undefined && message.to !== query['To']) return false;
  if (query['From'] !== undefined && message.from !== query['From']) return false;
  const on = query['DateSent'];
  const since = query['DateSent>'];
  const until = query['DateSent<'];
  if (on === undefined && since === undefined && until === undefined) return true;
  // A waiting message has no such date, so no answer to a query by date contains it.
  const day = message.sentAt?.toZonedDateTimeISO('UTC').toPlainDate().toString();
  if (day === undefined) return false;
  return (
    (on === undefined || day === on.slice(0, 10)) &&
    (since === undefined || day >= since.slice(0, 10)) &&
    (until === undefined || day <= until.slice(0, 10))
  );
}
