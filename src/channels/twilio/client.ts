import { Fault } from '../../kernel/fault.ts';
import { messageList, messageResource, problem } from './wire.ts';
import type { z } from 'zod';

/** What Twilio answered. A network failure is thrown as a Fault. */
export interface TwilioAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export type TwilioMessage = z.infer<typeof messageResource>;

/** One text to send. */
export interface TwilioText {
  /** E.164. */
  readonly to: string;
  readonly body: string;
  readonly sender: TwilioSender;
  /** Where Twilio tells what became of it. */
  readonly statusCallback?: string;
  /** How long Twilio may hold it back, 1 to 36,000; Twilio's own is 36,000. */
  readonly validitySeconds?: number;
}

/** From a number (E.164 or short code) of ours, or one that a messaging service chooses. */
export type TwilioSender = { readonly number: string } | { readonly messagingServiceSid: string };

export interface TwilioClient {
  /** @throws Fault `twilio_not_reached` (Twilio never got it), `twilio_no_answer` (it may have) */
  send(text: TwilioText): Promise<TwilioAnswer>;
  /**
   * The newest messages to a number, newest first, read until one made before `since` or until so many pages are read.
   * @returns `undefined` where Twilio did not tell it all
   */
  listTo(filter: {
    readonly to: string;
    readonly since: Temporal.Instant;
  }): Promise<readonly TwilioMessage[] | undefined>;
  /** @returns `undefined` where there is none */
  fetchMessage(sid: string): Promise<TwilioMessage | undefined>;
  /** A question to Lookup. @param path such as `/v2/PhoneNumbers/%2B13145550123` */
  lookUp(path: string, query: Readonly<Record<string, string>>): Promise<TwilioAnswer>;
}

export interface TwilioClientOptions {
  /** Such as `https://api.twilio.com`. */
  readonly base: string;
  /** Such as `https://lookups.twilio.com`. */
  readonly lookupsBase: string;
  readonly accountSid: string;
  /** The account's SID and auth token, or an API key and its secret. */
  readonly credentials: { readonly username: string; readonly password: string };
  readonly fetch: typeof fetch;
  /** How long an answer is waited for; absent: ten seconds. */
  readonly timeoutMilliseconds?: number;
}

const pageSize = 50;
/** To one number within the minutes that matter: far more than there can be. */
const pagesMax = 4;

/** Speaks to Twilio's API. */
export function createTwilioClient(options: TwilioClientOptions): TwilioClient {
  const messages = `/2010-04-01/Accounts/${options.accountSid}/Messages`;
  const at = (path: string) => new URL(path, options.base);
  return {
    send: async (text) => ask(options, at(`${messages}.json`), formOf(text)),
    listTo: async ({ to, since }) => {
      const first = at(`${messages}.json`);
      // Not by DateSent: what still waits at Twilio has no such date, and must be found as well.
      first.search = new URLSearchParams({ To: to, PageSize: String(pageSize) }).toString();
      const found: TwilioMessage[] = [];
      let next: URL | undefined = first;
      for (let page = 0; page < pagesMax && next; page += 1) {
        const answer: TwilioAnswer = await ask(options, next);
        const parsed = messageList.safeParse(answer.body);
        if (answer.status !== 200 || !parsed.success) return undefined;
        found.push(...parsed.data.messages);
        const isPast = parsed.data.messages.some((one) => isBefore(createdAt(one), since));
        next = isPast || !parsed.data.next_page_uri ? undefined : at(parsed.data.next_page_uri);
      }
      return next ? undefined : found;
    },
    fetchMessage: async (sid) => {
      const answer = await ask(options, at(`${messages}/${sid}.json`));
      if (answer.status === 404) return undefined;
      assertAnswered(answer, 'reading a message');
      return messageResource.parse(answer.body);
    },
    lookUp: async (path, query) => {
      const url = new URL(path, options.lookupsBase);
      url.search = new URLSearchParams(query).toString();
      return ask(options, url);
    },
  };
}

function formOf({ to, body, sender, statusCallback, validitySeconds }: TwilioText) {
  return new URLSearchParams({
    To: to,
    Body: body,
    // A stray letter outside GSM-7 would double the price; our own texts have none of it.
    SmartEncoded: 'true',
    ...('number' in sender
      ? { From: sender.number }
      : { MessagingServiceSid: sender.messagingServiceSid }),
    ...(statusCallback === undefined ? {} : { StatusCallback: statusCallback }),
    ...(validitySeconds === undefined ? {} : { ValidityPeriod: String(validitySeconds) }),
  });
}

/** When Twilio made it, where that can be read. */
export function createdAt({ date_created: date }: TwilioMessage): Temporal.Instant | undefined {
  const milliseconds = Date.parse(date ?? '');
  return Number.isNaN(milliseconds)
    ? undefined
    : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function isBefore(at: Temporal.Instant | undefined, since: Temporal.Instant): boolean {
  return at !== undefined && Temporal.Instant.compare(at, since) < 0;
}

async function ask(
  { credentials, fetch: network, timeoutMilliseconds = 10_000 }: TwilioClientOptions,
  url: URL,
  form?: URLSearchParams,
): Promise<TwilioAnswer> {
  const { username, password } = credentials;
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  let response: Response;
  let text: string;
  try {
    response = await network(url.href, {
      method: form ? 'POST' : 'GET',
      headers: {
        authorization: `Basic ${basic}`,
        accept: 'application/json',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { body: form.toString() } : {}),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    text = await response.text();
  } catch (cause) {
    const neverLeft = isNeverSent(cause);
    // The cause is not kept: an address in it may hold a phone number.
    throw new Fault({
      code: neverLeft ? 'twilio_not_reached' : 'twilio_no_answer',
      message: neverLeft ? 'Twilio could not be reached' : 'Twilio did not answer',
      retryable: true,
    });
  }
  return { status: response.status, headers: response.headers, body: parse(text) };
}

/** Failures before a connection stood: what was to be sent surely was not. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && beforeSending.has(code);
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Twilio's own code of a refusal where it has one, and how it is called here; never the text. */
export function reasonOf(answer: TwilioAnswer): { code: string; number: number | undefined } {
  const number = problem.safeParse(answer.body).data?.code;
  return { code: `twilio_${number ?? answer.status}`, number };
}

/** @throws Fault with Twilio's code where the answer is not a success */
export function assertAnswered(answer: TwilioAnswer, what: string): void {
  if (answer.status >= 200 && answer.status < 300) return;
  throw new Fault({
    code: reasonOf(answer).code,
    message: `Twilio refused: ${what} (${answer.status})`,
    retryable: answer.status >= 500 || answer.status === 429,
  });
}
