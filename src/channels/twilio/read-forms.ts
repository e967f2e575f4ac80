import type { ReceiptStatus } from '../../kernel/vocabulary/outbound-status.ts';
import type { ChannelEvent, InboundMessage } from '../../messages/channel.ts';
import { carrierAnswered } from './carrier-answered.ts';
import type { OptOutHandling } from './who-answers.ts';
import { inboundForm, statusForm } from './wire.ts';

/** Which institution a number (E.164 or short code) or messaging service of ours belongs to. */
export type InstitutionOf = (sender: {
  readonly number: string;
  readonly messagingServiceSid?: string;
}) => number | undefined;

/** A form that names no institution of ours, or is not what Twilio posts. */
export type Unread = 'unreadable' | 'not_ours';

/**
 * The text in a form.
 * @returns `no_phone` where its sender is no phone number: a short code, or another network through Twilio
 */
export function readInbound(
  fields: URLSearchParams,
  options: { readonly institutionOf: InstitutionOf; readonly optOut: OptOutHandling },
): InboundMessage | Unread | 'no_phone' {
  const parsed = inboundForm.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return 'unreadable';
  const { MessageSid, From, To, Body, MessagingServiceSid, OptOutType } = parsed.data;
  const institutionId = institutionIdOf(options.institutionOf, To, MessagingServiceSid);
  if (institutionId === undefined) return 'not_ours';
  // By RCS the same phone writes, under a prefix: a STOP from there counts.
  const address = From.replace(/^rcs:/, '');
  if (!/^\+[1-9]\d{6,14}$/.test(address)) return 'no_phone';
  const answered = carrierAnswered({ text: Body, optOutType: OptOutType, to: To }, options.optOut);
  return {
    institutionId,
    channel: 'sms',
    externalId: MessageSid,
    address,
    text: Body,
    ...(answered === undefined ? {} : { carrierAnswered: answered }),
  };
}

/** A map, since the status is the carrier's text and an object knows names of its own. */
const receipts = new Map<string, ReceiptStatus>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/**
 * What a form tells of a text that we sent. `messages` applies it by rank, never backwards; a text it does not know is none.
 * @returns `underway` where nothing is known that sending did not know
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
