import type { HandoverEventKind, HandoverState } from '../../kernel/vocabulary/handover.ts';

/** A person of the staff, as the inbox knows them. */
export interface InboxPerson {
  /** Their identity; on the command line without one, their name. */
  readonly who: string;
  readonly name: string;
}

/** A conversation that a person holds, or that waits for one. */
export interface Handover {
  readonly conversationId: string;
  readonly memberId: string;
  readonly addressId: string;
  readonly state: HandoverState;
  readonly begunAt: Temporal.Instant;
  /** Since when the member waits for a person's word. Null: no person owes one. */
  readonly waitingSince: Temporal.Instant | null;
  /** The member's last text to a person, redacted. */
  readonly said: string;
  readonly urgent: boolean;
  readonly holder: string | null;
  readonly holderName: string | null;
  readonly heldAt: Temporal.Instant | null;
  /** The last word between the member and a person. */
  readonly spokeAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
}

/** What happened to a conversation in the inbox. */
export interface HandoverEvent {
  readonly kind: HandoverEventKind;
  readonly at: Temporal.Instant;
  readonly whoName: string | null;
  readonly toName: string | null;
  readonly note: string | null;
  readonly outboundId: string | null;
}

/** How long after its end an unread text of the member reopens it. */
export const reopensWithin = { hours: 24 } as const;

/** How long a person may be silent before the service answers again. */
export const idleAfter = { minutes: 20 } as const;
