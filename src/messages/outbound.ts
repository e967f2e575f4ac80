import type { Purpose } from '../kernel/vocabulary/purpose.ts';
import type { ChannelName } from './channel.ts';

export type { Purpose } from '../kernel/vocabulary/purpose.ts';

/** What an inset is sealed for. */
export function insetPlace(institutionId: number, outboundId: string): string {
  return `outbound/${institutionId}/${outboundId}/inset`;
}

/** A message to be sent, without the code: `stampCode` adds that. */
export interface NewOutbound {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  /** The member's address whose code ends it; absent: to someone unproven, without a code. */
  readonly addressId?: string | undefined;
  readonly purpose: Purpose;
  /** 0: a reply; 1: may wait. */
  readonly priority: 0 | 1;
  /** The inbound message's key. */
  readonly inReplyTo?: string | undefined;
  readonly text: string;
  /** `enrolment_word` only: the one-time word, encrypted for this message. `stampCode` puts it in place of the asterisks. */
  readonly inset?: Uint8Array | undefined;
  readonly language: string;
  readonly queuedAt: Temporal.Instant;
  /** When what it answers came in: latency counts from there. */
  readonly receivedAt?: Temporal.Instant | undefined;
  /** Not sent before this; absent: at once. */
  readonly notBefore?: Temporal.Instant | undefined;
  /** After this it is not sent any more. */
  readonly expiresAt: Temporal.Instant;
}
