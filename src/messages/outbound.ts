import type { ChannelName } from './channel.ts';

/**
 * Why a message goes out. It decides what may go without a code, what may follow a STOP, and how staff see it.
 *
 * - `reply`: the answer to a member's message
 * - `stop_confirmation`: the one message after STOP
 * - `stranger`: to who is not enrolled, never with a code
 * - `suspended`: to an address that must be verified again, never with a code
 * - `public_warning`: the private warning about a command in public
 * - `notice`: told unasked: money movement locked, a changed code
 * - `unreadable`: told on another channel: what the member writes there can't be read
 * - `welcome`: on enrolment
 * - `enrolment_word`: the word that proves a phone: the one message to an address that is not proven yet
 */
export const purposes = [
  'reply',
  'stop_confirmation',
  'stranger',
  'suspended',
  'public_warning',
  'notice',
  'unreadable',
  'welcome',
  'enrolment_word',
] as const;

export type Purpose = (typeof purposes)[number];

/** What an inset is sealed for. */
export function insetPlace(institutionId: number, outboundId: string): string {
  return `outbound/${institutionId}/${outboundId}/inset`;
}

/** A message to be sent, without the code: that is put in at the exit. */
export interface NewOutbound {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  /** The member's address whose code ends it; absent: to someone unproven, without a code. */
  readonly addressId?: string | undefined;
  readonly batchId?: string | undefined;
  readonly purpose: Purpose;
  /** 0: a reply; 1: may wait. */
  readonly priority: 0 | 1;
  /** The inbound message's key. */
  readonly inReplyTo?: string | undefined;
  readonly text: string;
  /** `enrolment_word` only: the one-time word, sealed for this message; it takes the place of the asterisks at the exit. */
  readonly inset?: Uint8Array | undefined;
  readonly language: string;
  readonly queuedAt: Temporal.Instant;
  /** When what it answers came in: latency counts from there. */
  readonly receivedAt?: Temporal.Instant | undefined;
  /** After this it is not sent any more. */
  readonly expiresAt: Temporal.Instant;
}
