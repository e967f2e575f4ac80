import type { StaffApprovalState } from '../../kernel/vocabulary/staff-approval.ts';

/** One line of the difference that an act makes, as both persons see it. */
export interface ShownLine {
  readonly what: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** What an act changes, as both persons see it. */
export interface Shown {
  /** The object of the change: a member number, a case, `settings`. */
  readonly subject: string;
  readonly lines: readonly ShownLine[];
  /** By when a law wants it decided. It is no part of the difference. */
  readonly dueAt?: Temporal.Instant | undefined;
}

/** An act of staff that takes two persons. */
export interface StaffApproval extends Omit<Shown, 'dueAt'> {
  readonly id: string;
  readonly reference: string;
  readonly operation: string;
  readonly permission: string;
  readonly input: unknown;
  readonly digest: Uint8Array;
  readonly askedBy: string | null;
  readonly askedByName: string;
  readonly askedWhy: string;
  readonly askedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant;
  readonly state: StaffApprovalState;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedWhy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly outcome: unknown;
  readonly seenByName: string | null;
  readonly seenAt: Temporal.Instant | null;
  /** When the asker carried out what was approved, of an act whose answer is theirs alone. */
  readonly collectedAt: Temporal.Instant | null;
}
