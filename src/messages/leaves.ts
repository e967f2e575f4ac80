import { hash } from 'node:crypto';
import { type Leaf, leafOf } from '../audit/leaf.ts';
import { leafFormats } from '../audit/leaf-formats.ts';
import { instantText } from '../kernel/clock.ts';
import { canonicalJson } from './canonical-json.ts';
import type { InboundRow } from './inbound-row.ts';
import type { NewOutbound } from './outbound.ts';

/** The columns of an outbound message that never change: the record covers all of them. */
type Kept = Omit<NewOutbound, 'notBefore'>;

/** Those columns as the code has them or the database, which has null for what is absent. */
export type RecordedOutbound = {
  readonly [Field in keyof Kept]: Kept[Field] | (undefined extends Kept[Field] ? null : never);
};

/** The content of the leaf of a message that came in, with its reading and what was decided. */
export function inboundContent(row: InboundRow): string {
  return JSON.stringify([
    leafFormats.messages,
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

/** The content of the leaf of a message that goes out. What becomes of it on its way is not in it. */
export function outboundContent(row: RecordedOutbound): string {
  return JSON.stringify([
    leafFormats.messages,
    'out',
    row.id,
    row.conversationId,
    row.channel,
    row.addressId ?? null,
    row.purpose,
    row.priority,
    row.inReplyTo ?? null,
    row.text,
    // Encrypted as it is, its history is kept as a hash alone.
    row.inset ? hash('sha256', row.inset) : null,
    row.language,
    instantText(row.queuedAt),
    row.receivedAt ? instantText(row.receivedAt) : null,
    instantText(row.expiresAt),
  ]);
}

export function inboundLeaf(row: InboundRow): Leaf {
  return leafOf(inboundContent(row));
}

export function outboundLeaf(row: RecordedOutbound): Leaf {
  return leafOf(outboundContent(row));
}

/** Names the row behind a leaf's content, as `the message sms:SM81… that came in`. */
export function messageRowName([, direction, first, second]: readonly unknown[]): string {
  if (direction === 'pruned') return `the pruning up to batch ${String(first)}`;
  return direction === 'in'
    ? `the message ${String(first)}:${String(second)} that came in`
    : `the message ${String(first)} that went out`;
}
