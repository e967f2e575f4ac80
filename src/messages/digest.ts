import { createHash } from 'node:crypto';
import { instantText } from '../kernel/clock.ts';
import type { InboundRow } from './inbound.ts';
import type { ChannelName } from './channel.ts';

/** The columns of a reply that never change. */
export interface DigestedOutbound {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  readonly addressId?: string | undefined;
  readonly purpose: string;
  readonly inReplyTo?: string | undefined;
  readonly text: string;
  readonly language: string;
  readonly queuedAt: Temporal.Instant;
}

/**
 * The digest of a batch's messages in the chain: SHA-256 over every inbound row (with reading and decision) in order of arrival,
 * and every reply in order of id. Leaves out the columns that change while a reply is sent.
 */
export function messagesDigest(
  inbound: readonly InboundRow[],
  outbound: readonly DigestedOutbound[],
): Uint8Array {
  let content = '';
  for (const row of [...inbound].sort((a, b) => a.position - b.position)) {
    content += JSON.stringify([
      'in',
      row.channel,
      row.externalId,
      row.conversationId,
      row.position,
      row.memberId ?? null,
      row.text,
      row.public,
      row.sentAt ? instantText(row.sentAt) : null,
      instantText(row.receivedAt),
      row.intent,
      canonicalJson(row.reading),
      row.outcome,
    ]);
  }
  for (const row of [...outbound].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    content += JSON.stringify([
      'out',
      row.id,
      row.conversationId,
      row.channel,
      row.addressId ?? null,
      row.purpose,
      row.inReplyTo ?? null,
      row.text,
      row.language,
      instantText(row.queuedAt),
    ]);
  }
  return createHash('sha256').update(content).digest();
}

/** JSON with sorted keys: a jsonb column doesn't keep their order. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join()}}`;
}
