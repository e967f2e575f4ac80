import { createHash } from 'node:crypto';
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
 * What the record keeps of a batch's messages: SHA-256 over every inbound row (with reading and decision) in order of
 * arrival and every reply in order of id. The columns of a reply's way to the carrier change and are not in it.
 */
export function messagesDigest(
  inbound: readonly InboundRow[],
  outbound: readonly DigestedOutbound[],
): Uint8Array {
  const hash = createHash('sha256');
  for (const row of [...inbound].sort((a, b) => a.position - b.position)) {
    hash.update(
      JSON.stringify([
        'in',
        row.channel,
        row.externalId,
        row.conversationId,
        row.position,
        row.memberId ?? null,
        row.text,
        row.public,
        row.sentAt?.toString() ?? null,
        row.receivedAt.toString(),
        row.intent,
        canonicalJson(row.reading),
        row.outcome,
      ]),
    );
  }
  for (const row of [...outbound].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    hash.update(
      JSON.stringify([
        'out',
        row.id,
        row.conversationId,
        row.channel,
        row.addressId ?? null,
        row.purpose,
        row.inReplyTo ?? null,
        row.text,
        row.language,
        row.queuedAt.toString(),
      ]),
    );
  }
  return hash.digest();
}

/** JSON with its keys in order: what comes back from a jsonb column has lost theirs. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
