import type { Amount } from '../money/amount.ts';

/** What a search was limited to, for the sentence that says so. */
export interface FilterFacts {
  /** The first and last day, both included. An open side has no limit. */
  readonly since?: Temporal.PlainDate | undefined;
  readonly until?: Temporal.PlainDate | undefined;
  /** A merchant or category as the member typed it, cleaned by the wording. */
  readonly find?: string | undefined;
  /** It is a category, such as groceries. */
  readonly isCategory?: boolean | undefined;
  /** Bounds of the amount. The first two don't include it. */
  readonly over?: Amount | undefined;
  readonly under?: Amount | undefined;
  readonly min?: Amount | undefined;
  readonly max?: Amount | undefined;
  /** The currency of the bounds. Absent: the institution's. */
  readonly currency?: string | undefined;
}

/** Limits that were heard and that the answer doesn't have: they are said with it. */
export interface Unapplied extends FilterFacts {
  /** Words as typed, such as `per month`. */
  readonly words?: string | undefined;
}
