import type { Amount } from '../../money/amount.ts';

/** Money that comes or goes again and again, found in an account's history. */
export interface RecurringItem {
  readonly direction: 'in' | 'out';
  /** As the newest entry has it. */
  readonly description: string;
  readonly kind: string;
  readonly every: 'week' | 'two weeks' | 'month' | 'quarter';
  /** The newest entries that show it, newest first. */
  readonly evidence: readonly { readonly on: Temporal.PlainDate; readonly amount: Amount }[];
  /** When it is expected next, up to the day that was asked about. May be empty. */
  readonly expected: readonly Expected[];
  /** The loan whose contract demands it. Then no entry has to show it. */
  readonly loanAccountId?: string;
}

/** One expected entry. We never count on more than this, or on it coming sooner or later. */
export interface Expected {
  /** For what leaves, the first day on which it may; for what comes in, the last. */
  readonly on: Temporal.PlainDate;
  /** Without a sign: for what leaves the most, for what comes in the least. */
  readonly amount: Amount;
}

/** An entry that may be one of several. */
export interface Occurrence {
  readonly on: Temporal.PlainDate;
  /** Without its sign. */
  readonly amount: Amount;
}

/** The days between which something is expected, both included. */
export interface Window {
  readonly earliest: Temporal.PlainDate;
  readonly latest: Temporal.PlainDate;
}
