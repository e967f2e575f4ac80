import type { TimeUnit } from '../lexicon/slot-names.ts';

/** A day of the calendar as said: without a month the latest such day, without a year the latest such date. */
export interface SaidDay {
  readonly day: number;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
}

/** Time as said, before it is known what day it is. */
export type SaidTime =
  | { readonly kind: 'days_ago'; readonly days: number }
  | { readonly kind: 'this' | 'last'; readonly unit: TimeUnit }
  | { readonly kind: 'rolling' | 'ago'; readonly unit: TimeUnit; readonly count: number }
  | {
      readonly kind: 'month';
      readonly month: number;
      readonly year?: number | undefined;
      readonly isLastYear?: true;
    }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | ({ readonly kind: 'date' } & SaidDay)
  | { readonly kind: 'span'; readonly from: Pick<SaidDay, 'day'>; readonly to: SaidDay }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year?: number | undefined };

/** Days, both included. An open side has no limit. */
export interface Days {
  readonly since?: Temporal.PlainDate | undefined;
  readonly until?: Temporal.PlainDate | undefined;
}
