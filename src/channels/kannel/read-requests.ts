import type { ReceiptStatus } from '../../kernel/vocabulary/outbound-status.ts';
import type { ChannelEvent, InboundMessage } from '../../messages/channel.ts';
import { decodeText, isKnownCharset } from './decode-text.ts';
import { inboundQuery, receiptCodes, receiptQuery } from './wire.ts';

/** Which institution a number of ours belongs to, as Kannel's carrier writes it. */
export type InstitutionOf = (sender: { readonly number: string }) => number | undefined;

/**
 * What is wrong with a request, for the engineer who configures Kannel: names of fields, never their values. smsbox brings again
 * what is not answered 200, so 400 and its like stand for what people can mend, and nothing of it is lost; 200 for what would
 * be as wrong the next time.
 */
export interface Wrong {
  readonly wrong: string;
  readonly status: 200 | 400 | 404 | 415;
}

/**
 * The text in a request of smsbox's. Its time is that of Kannel's clock, when the text reached it.
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

/**
 * `+13145550123`, from that or `0013145550123`. A number without its country is nobody's: guessed wrong it would be someone
 * else's.
 */
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

/** A receipt: of which message, and what it tells; `event` is absent where that is nothing new (buffered). */
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
