import { Fault } from '../../kernel/fault.ts';
import {
  createTransport,
  jsonOf,
  type Transport,
  type TransportOptions,
} from '../transport/transport.ts';
import { messageList, messageResource, problem } from './wire.ts';
import type { z } from 'zod';

/** Twilio's answer. */
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
  /** Where Twilio reports the delivery status. */
  readonly statusCallback?: string;
  /** How long Twilio may hold it back, 1 to 36,000 seconds. Twilio's default is 36,000. */
  readonly validitySeconds?: number;
  /** Aborts the request at once. */
  readonly until?: AbortSignal | undefined;
}

/** From one of our numbers (E.164 or short code), or from one that a messaging service chooses. */
export type TwilioSender = { readonly number: string } | { readonly messagingServiceSid: string };

export interface TwilioClient {
  /** @throws Fault `twilio_not_reached` (Twilio never got it), `twilio_no_answer` (it may have) */
  send(text: TwilioText): Promise<TwilioAnswer>;
  /**
   * The newest messages to a number, newest first, until one created before `since` or until the page limit.
   * @returns `undefined` if Twilio did not list them completely
   */
  listTo(filter: {
    readonly to: string;
    readonly since: Temporal.Instant;
  }): Promise<readonly TwilioMessage[] | undefined>;
  /** @returns `undefined` if there is none */
  fetchMessage(sid: string): Promise<TwilioMessage | undefined>;
  /** Asks Lookup. @param path such as `/v2/PhoneNumbers/%2B13145550123` */
  lookUp(path: string, query: Readonly<Record<string, string>>): Promise<TwilioAnswer>;
}

export interface TwilioClientOptions extends TransportOptions {
  /** Such as `https://api.twilio.com`. */
  readonly base: string;
  /** Such as `https://lookups.twilio.com`. */
  readonly lookupsBase: string;
  readonly accountSid: string;
  /** The account's SID and auth token, or an API key and its secret. */
  readonly credentials: { readonly username: string; readonly password: string };
}

/** The most that Twilio returns at once. */
const pageSize = 1_000;
/** For the messages to one number since a message of ours: far more than there can be. */
const pagesMax = 20;

/** Creates a client for Twilio's API. */
export function createTwilioClient(options: TwilioClientOptions): TwilioClient {
  const messages = `/2010-04-01/Accounts/${options.accountSid}/Messages`;
  const at = (path: string) => new URL(path, options.base);
  const line = {
    transport: createTransport({ code: 'twilio', title: 'Twilio' }, options),
    credentials: options.credentials,
  };
  return {
    send: async (text) =>
      ask(line, at(`${messages}.json`), { form: formOf(text), until: text.until }),
    listTo: async ({ to, since }) => {
      const first = at(`${messages}.json`);
      // Not by DateSent: a message still queued at Twilio has no such date, and must be found too.
      first.search = new URLSearchParams({ To: to, PageSize: String(pageSize) }).toString();
      const found: TwilioMessage[] = [];
      let next: URL | undefined = first;
      for (let page = 0; page < pagesMax && next; page += 1) {
        const answer: TwilioAnswer = await ask(line, next);
        const parsed = messageList.safeParse(answer.body);
        if (answer.status !== 200 || !parsed.success) return undefined;
        found.push(...parsed.data.messages);
        const isPast = parsed.data.messages.some((one) => isBefore(createdAt(one), since));
        next = isPast || !parsed.data.next_page_uri ? undefined : at(parsed.data.next_page_uri);
      }
      return next ? undefined : found;
    },
    fetchMessage: async (sid) => {
      const answer = await ask(line, at(`${messages}/${sid}.json`));
      if (answer.status === 404) return undefined;
      assertAnswered(answer, 'reading a message');
      return messageResource.parse(answer.body);
    },
    lookUp: async (path, query) => {
      const url = new URL(path, options.lookupsBase);
      url.search = new URLSearchParams(query).toString();
      return ask(line, url);
    },
  };
}

function formOf({ to, body, sender, statusCallback, validitySeconds }: TwilioText) {
  return new URLSearchParams({
    To: to,
    Body: body,
    // A stray letter outside GSM-7 would double the price. Our own texts contain none.
    SmartEncoded: 'true',
    ...('number' in sender
      ? { From: sender.number }
      : { MessagingServiceSid: sender.messagingServiceSid }),
    ...(statusCallback === undefined ? {} : { StatusCallback: statusCallback }),
    ...(validitySeconds === undefined ? {} : { ValidityPeriod: String(validitySeconds) }),
  });
}

/** When Twilio created it, if that can be parsed. */
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
  { transport, credentials }: { transport: Transport } & Pick<TwilioClientOptions, 'credentials'>,
  url: URL,
  {
    form,
    until,
  }: { readonly form?: URLSearchParams; readonly until?: AbortSignal | undefined } = {},
): Promise<TwilioAnswer> {
  const { username, password } = credentials;
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  const answer = await transport.ask({
    url,
    until,
    headers: {
      authorization: `Basic ${basic}`,
      accept: 'application/json',
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(form ? { method: 'POST', body: form.toString() } : {}),
  });
  return { status: answer.status, headers: answer.headers, body: jsonOf(answer) };
}

/** Twilio's own code of a refusal if there is one, and our name for it; never the text. */
export function reasonOf(answer: TwilioAnswer): { code: string; number: number | undefined } {
  const number = problem.safeParse(answer.body).data?.code;
  return { code: `twilio_${number ?? answer.status}`, number };
}

/** @throws Fault with Twilio's code if the answer is not a success */
export function assertAnswered(answer: TwilioAnswer, what: string): void {
  if (answer.status >= 200 && answer.status < 300) return;
  throw new Fault({
    code: reasonOf(answer).code,
    message: `Twilio refused: ${what} (${answer.status})`,
    retryable: answer.status >= 500 || answer.status === 429,
  });
}
