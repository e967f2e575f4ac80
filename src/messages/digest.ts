import { createHash } from 'node:crypto';
import { instantText } from '../kernel/clock.ts';
import { canonicalJson } from './canonical-json.ts';
import type { InboundRow } from './inbound-row.ts';
import type { RecordedOutbound } from './leaves.ts';

/**
 * What the record keeps of a batch's messages in its first format: SHA-256 over every inbound row (with reading and decision) in order of
 * arrival and every reply in order of id. No batch is written so any more.
 */
export function messagesDigest(
  inbound: readonly InboundRow[],
  outbound: readonly RecordedOutbound[],
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
