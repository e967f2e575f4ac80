import type { Purpose } from '../kernel/vocabulary/purpose.ts';
import type { ChannelName } from './channel.ts';

export type { Purpose } from '../kernel/vocabulary/purpose.ts';

/** The place to which an encrypted inset is bound. */
export function insetPlace(institutionId: number, outboundId: string): string {
  return `outbound/${institutionId}/${outboundId}/inset`;
}

/** A message to send, without the code: `stampCode` adds it. */
export interface NewOutbound {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  /** The member's address whose code ends the message. Absent: the recipient is unproven and gets no code. */
  readonly addressId?: string | undefined;
  readonly purpose: Purpose;
  /** 0: a reply. 1: can be delayed. */
  readonly priority: 0 | 1;
  /** The inbound message's key. */
  readonly inReplyTo?: string | undefined;
  readonly text: string;
  /** `enrolment_word` only: the one-time code, encrypted for this message. `stampCode` replaces the asterisks with it. */
  readonly inset?: Uint8Array | undefined;
  readonly language: string;
  readonly queuedAt: Temporal.Instant;
  /** When the message that it answers was received. Latency counts from there. */
  readonly receivedAt?: Temporal.Instant | undefined;
  /** Earliest time to send it. Absent: at once. */
  readonly notBefore?: Temporal.Instant | undefined;
  /** It is not sent after this time. */
  readonly expiresAt: Temporal.Instant;
}
