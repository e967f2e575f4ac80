import type { z } from 'zod';
import type { ReceiptStatus } from '../../kernel/vocabulary/outbound-status.ts';
import type { ChannelEvent, InboundMessage } from '../../messages/channel.ts';
import { carrierAnswered } from './carrier-answered.ts';
import type { OptOutHandling } from './who-answers.ts';
import { inboundForm, isPhone, splitAddress, statusForm } from './wire.ts';

/** The institution that has this number (E.164 or short code), RCS sender (`rcs:…`) or messaging service. */
export type InstitutionOf = (sender: {
  readonly number: string;
  readonly messagingServiceSid?: string;
}) => number | undefined;

/** The institutions on our account that a text tells to stop. `isStop`: Twilio already treated it as STOP. */
export type StoppedBy = (said: {
  readonly text: string;
  readonly isStop: boolean;
}) => readonly number[];

/** A form that names no institution of ours, or that Twilio does not post. */
export type Unread = 'unreadable' | 'not_ours';

/**
 * Reads the text in a form.
 * @returns `no_phone` if its sender is no phone number: a short code, or another network through Twilio
 */
export function readInbound(
  fields: URLSearchParams,
  options: { readonly institutionOf: InstitutionOf; readonly optOut: OptOutHandling },
): InboundMessage | Unread | 'no_phone' {
  const parsed = inboundForm.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return 'unreadable';
  const { MessageSid, From, To, MessagingServiceSid, OptOutType } = parsed.data;
  const institutionId = institutionIdOf(options.institutionOf, To, MessagingServiceSid);
  if (institutionId === undefined) return 'not_ours';
  // The same phone writes by RCS with a prefix: a STOP from there counts.
  const { prefix, bare: address } = splitAddress(From);
  if ((prefix !== '' && prefix !== 'rcs') || !isPhone(address)) return 'no_phone';
  const text = textOf(parsed.data);
  const answered = carrierAnswered({ text, optOutType: OptOutType, to: To }, options.optOut);
  return {
    institutionId,
    channel: 'sms',
    externalId: MessageSid,
    address,
    text,
    ...(answered === undefined ? {} : { carrierAnswered: answered }),
  };
}

/** The member's text, or the label of the button that they tapped. */
function textOf({ Body, ButtonText }: z.infer<typeof inboundForm>): string {
  return Body.trim() === '' ? (ButtonText ?? Body) : Body;
}

/**
 * Reads a STOP in a form that names no sender of ours, or came through a network other than SMS and RCS. An opt-out counts anywhere
 * on our account. Nothing else in such a form is read.
 * @returns one message for each institution that it stops; none if it is no STOP, or names no phone
 */
export function readStops(
  fields: URLSearchParams,
  options: {
    readonly institutionOf: InstitutionOf;
    readonly stoppedBy: StoppedBy;
    readonly optOut: OptOutHandling;
  },
): InboundMessage[] {
  const parsed = inboundForm.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return [];
  const { MessageSid, From, To, MessagingServiceSid, OptOutType } = parsed.data;
  const { bare: address } = splitAddress(From);
  if (!isPhone(address)) return [];
  const text = textOf(parsed.data);
  const answered = carrierAnswered({ text, optOutType: OptOutType, to: To }, options.optOut);
  if (answered !== undefined && answered !== 'stop') return [];
  const owner = institutionIdOf(options.institutionOf, splitAddress(To).bare, MessagingServiceSid);
  return options
    .stoppedBy({ text, isStop: answered === 'stop' })
    .filter((institutionId) => owner === undefined || institutionId === owner)
    .map((institutionId) => ({
      institutionId,
      channel: 'sms',
      externalId: MessageSid,
      address,
      text,
      ...(answered === undefined ? {} : { carrierAnswered: answered }),
    }));
}

/** A map, because the status is the carrier's text and an object has names of its own. */
const receipts = new Map<string, ReceiptStatus>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/**
 * Reads a form about a text that we sent. `messages` applies it by rank, never backwards, and ignores unknown texts.
 * @returns `underway` if it adds nothing to what we know from sending
 */
export function readStatus(
  fields: URLSearchParams,
  institutionOf: InstitutionOf,
): ChannelEvent | Unread | 'underway' {
  const parsed = statusForm.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return 'unreadable';
  const { MessageSid, MessageStatus, From, MessagingServiceSid, ErrorCode } = parsed.data;
  const institutionId = institutionIdOf(institutionOf, From ?? '', MessagingServiceSid);
  if (institutionId === undefined) return 'not_ours';
  const status = receipts.get(MessageStatus);
  if (status === undefined) return 'underway';
  return {
    institutionId,
    channel: 'sms',
    externalId: `${MessageSid}:${MessageStatus}`,
    event: 'receipt',
    carrierId: MessageSid,
    status,
    ...(ErrorCode !== undefined && /^\d{1,6}$/.test(ErrorCode)
      ? { code: `twilio_${ErrorCode}` }
      : {}),
  };
}

function institutionIdOf(
  institutionOf: InstitutionOf,
  number: string,
  messagingServiceSid: string | undefined,
): number | undefined {
  return institutionOf({
    number,
    ...(messagingServiceSid === undefined ? {} : { messagingServiceSid }),
  });
}
