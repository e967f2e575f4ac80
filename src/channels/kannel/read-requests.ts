import type { ReceiptStatus } from '../../kernel/vocabulary/outbound-status.ts';
import type { ChannelEvent, InboundMessage } from '../../messages/channel.ts';
import { decodeText, isKnownCharset } from './decode-text.ts';
import { inboundQuery, receiptCodes, receiptQuery } from './wire.ts';

/** The institution that has this number, as Kannel's carrier writes it. */
export type InstitutionOf = (sender: { readonly number: string }) => number | undefined;

/**
 * What is wrong with a request, for the engineer who configures Kannel: names of fields, never their values. Unless the answer is
 * 200, smsbox delivers again. So a 4xx is for problems that people can fix, and nothing is lost; 200 is for requests that would be
 * as wrong next time.
 */
export interface Wrong {
  readonly wrong: string;
  readonly status: 200 | 400 | 404 | 415;
}

/**
 * Reads the text in a request from smsbox. Its time is when the text reached Kannel, by Kannel's clock.
 * @param body the text, in the charset that the query names
 */
export function readInbound(
  query: Readonly<Record<string, string>>,
  body: Uint8Array,
  institutionOf: InstitutionOf,
): InboundMessage | Wrong {
  const parsed = inboundQuery.safeParse(query);
  if (!parsed.success) return wrongFields(parsed.error.issues);
  const { id, smsc, to, coding, charset, ts } = parsed.data;
  const institutionId = institutionOf({ number: to });
  if (institutionId === undefined) return { wrong: 'to: no number of ours', status: 404 };
  const { from } = parsed.data;
  if (!/^\+?\d{7,17}$/.test(from)) return { wrong: 'from: no phone number', status: 200 };
  const address = internationalNumber(from);
  if (address === undefined)
    return {
      wrong: 'from: not an international number (see `unified-prefix` in Kannel’s configuration)',
      status: 400,
    };
  if (coding === '1') return { wrong: 'coding: binary, not a text', status: 200 };
  if (!isKnownCharset(charset)) return { wrong: 'charset: not known', status: 415 };
  const text = decodeText(body, charset);
  if (text === undefined) return { wrong: 'body: not written in its charset', status: 200 };
  const seconds = Number(ts);
  return {
    institutionId,
    channel: 'sms',
    externalId: smsc === '' ? id : `${smsc}:${id}`,
    address,
    text,
    ...(seconds > 0 ? { sentAt: Temporal.Instant.fromEpochMilliseconds(seconds * 1000) } : {}),
  };
}

/** Reads `+13145550123` or `0013145550123`. A number without its country is refused: a wrong guess would be someone else's number. */
function internationalNumber(from: string): string | undefined {
  const digits = /^(?:\+|00)([1-9]\d{6,14})$/.exec(from)?.[1];
  return digits === undefined ? undefined : `+${digits}`;
}

const receipts: Readonly<Record<number, { status: ReceiptStatus; code?: string }>> = {
  [receiptCodes.delivered]: { status: 'delivered' },
  [receiptCodes.failed]: { status: 'failed', code: 'kannel_failed' },
  [receiptCodes.acceptedByCentre]: { status: 'sent' },
  [receiptCodes.rejectedByCentre]: { status: 'failed', code: 'kannel_rejected' },
};

/** A receipt: its message, and what it reports. `event` is absent if that is nothing new (buffered). */
export interface ReadReceipt {
  readonly messageId: string;
  readonly event?: ChannelEvent;
}

export function readReceipt(query: Readonly<Record<string, string>>): ReadReceipt | Wrong {
  const parsed = receiptQuery.safeParse(query);
  if (!parsed.success) return wrongFields(parsed.error.issues);
  const { institution, message, status } = parsed.data;
  const receipt = receipts[Number(status)];
  if (!receipt) return { messageId: message };
  return {
    messageId: message,
    event: {
      institutionId: Number(institution),
      channel: 'sms',
      externalId: `${message}:${status}`,
      event: 'receipt',
      carrierId: message,
      ...receipt,
    },
  };
}

function wrongFields(issues: readonly { readonly path: readonly PropertyKey[] }[]): Wrong {
  const names = new Set(issues.map(({ path }) => path.map(String).join('.')));
  return { wrong: `missing or odd: ${[...names].join(', ')}`, status: 400 };
}
