import { z } from 'zod';

/**
 * Twilio's wire formats, both ways: parsed tolerantly (unknown fields pass, doubtful ones are optional), written exactly. They
 * follow the Messages API of 2010-04-01, Lookup v2 and the webhooks of Programmable Messaging.
 */
const maybe = z.string().optional();

/** What Twilio posts for an inbound text. It contains no time of sending. */
export const inboundForm = z.looseObject({
  MessageSid: z.string().regex(/^(?:SM|MM)[0-9a-fA-F]{32}$/),
  AccountSid: z.string(),
  From: z.string(),
  To: z.string(),
  Body: z.string().default(''),
  /** The label of our button that was tapped, by RCS. */
  ButtonText: maybe,
  MessagingServiceSid: maybe,
  /** Present only with Advanced Opt-Out, if Twilio acted on the word and answered it. */
  OptOutType: maybe,
});

/** What Twilio posts when the status of a text that we sent changes. */
export const statusForm = z.looseObject({
  MessageSid: z.string().regex(/^(?:SM|MM)[0-9a-fA-F]{32}$/),
  AccountSid: z.string(),
  MessageStatus: z.string(),
  From: maybe,
  To: maybe,
  MessagingServiceSid: maybe,
  ErrorCode: maybe,
});

/** A message as the API returns it, sent or received. Times are RFC 2822. */
export const messageResource = z.looseObject({
  sid: z.string(),
  body: z.string().nullish(),
  to: z.string().nullish(),
  direction: z.string().nullish(),
  status: z.string().nullish(),
  num_segments: z.string().nullish(),
  error_code: z.number().nullish(),
  date_created: z.string().nullish(),
});

export const messageList = z.looseObject({
  messages: z.array(messageResource),
  next_page_uri: z.string().nullish(),
});

/** Twilio's error answer. */
export const problem = z.looseObject({
  code: z.number().optional(),
  message: z.string().optional(),
  status: z.number().optional(),
});

/** Lookup v2. Each part is null if Twilio or the carrier could not say. */
export const lookupAnswer = z.looseObject({
  valid: z.boolean().nullish(),
  line_type_intelligence: z.looseObject({ type: z.string().nullish() }).nullish(),
  sim_swap: z
    .looseObject({
      last_sim_swap: z
        .looseObject({
          last_sim_swap_date: z.string().nullish(),
          swapped_period: z.string().nullish(),
          swapped_in_period: z.boolean().nullish(),
        })
        .nullish(),
    })
    .nullish(),
  reassigned_number: z.looseObject({ is_number_reassigned: z.string().nullish() }).nullish(),
});

/** The header with the signature of a webhook. */
export const signatureHeader = 'x-twilio-signature';

/** The statuses of an outbound message. A later one never gives way to an earlier one, in whatever order they arrive. */
export const statusRanks: Readonly<Record<string, number>> = {
  scheduled: 0,
  accepted: 0,
  queued: 1,
  sending: 2,
  sent: 3,
  delivered: 4,
  read: 4,
  undelivered: 4,
  failed: 4,
  canceled: 4,
};

/** Twilio's error codes that mean something to us. */
export const errorCodes = {
  authentication: 20003,
  tooManyRequests: 20429,
  invalidTo: 21211,
  notFound: 20404,
  bodyTooLong: 21617,
  optedOut: 21610,
  notMobile: 21614,
  landline: 30006,
  landlineAtOnce: 21635,
} as const;

/** The words that Twilio itself acts on, in capitals. It still delivers them. */
export const keywords = {
  stop: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  start: ['START', 'YES', 'UNSTOP'],
  help: ['HELP', 'INFO'],
} as const;

/** The words that the network behind toll-free numbers acts on, whatever Twilio was told. */
export const tollFreeKeywords = { stop: ['STOP'], start: ['START', 'UNSTOP'], help: [] } as const;

/** The kind of our sender, because it determines who acts on these words. */
export type NumberKind =
  | 'short_code'
  | 'toll_free'
  | 'long_code'
  | 'foreign'
  | 'rcs'
  | 'alphanumeric';

/** The kind of a sender as Twilio writes it in `To` and `From`. */
export function numberKind(number: string): NumberKind {
  if (number.startsWith('rcs:')) return 'rcs';
  if (/^\d{3,8}$/.test(number)) return 'short_code';
  if (/^\+1(?:800|888|877|866|855|844|833)\d{7}$/.test(number)) return 'toll_free';
  if (!number.startsWith('+')) return 'alphanumeric';
  return number.startsWith('+1') ? 'long_code' : 'foreign';
}

/** Splits `rcs:+13145550123` into its prefix and the rest. An SMS has no prefix. */
export function splitAddress(address: string): {
  readonly prefix: string;
  readonly bare: string;
} {
  const { prefix = '', bare = address } =
    /^(?:(?<prefix>[a-z]+):)?(?<bare>.*)$/s.exec(address)?.groups ?? {};
  return { prefix, bare };
}

/** Whether this is a phone number in E.164. */
export function isPhone(number: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(number);
}

/** The longest `Body` that Twilio accepts, in characters. */
export const bodyMax = 1_600;

/**
 * The string that Twilio signs: the address and then every field's name and value, sorted by name, without separators. A repeated
 * name counts each of its different values once, sorted.
 */
export function signatureInput(url: string, fields: Iterable<readonly [string, string]>): string {
  const byName = new Map<string, Set<string>>();
  for (const [name, value] of fields) byName.set(name, (byName.get(name) ?? new Set()).add(value));
  let input = url;
  for (const name of [...byName.keys()].sort())
    for (const value of [...(byName.get(name) ?? [])].sort()) input += name + value;
  return input;
}
