import type { AlertKind, MovementAlertKind } from '../kernel/vocabulary/alert-kind.ts';
import type { Amount } from '../money/amount.ts';
import type { ShareLabel } from './reply-facts.ts';

/** Replies about a member's alerts, and the alerts themselves. */
export type AlertReply =
  | {
      readonly reply: 'alert_set';
      readonly rule: AlertLine;
      /** It was there with other terms, or just so. Absent: it is new. */
      readonly was?: 'changed' | 'same';
    }
  | {
      readonly reply: 'alerts';
      /** In order of number. */
      readonly rules: readonly AlertLine[];
      readonly quiet?: QuietFacts;
    }
  | {
      readonly reply: 'alert_off';
      /** Those that ended. Empty: there was none such. */
      readonly rules: readonly AlertLine[];
      /** All were meant. */
      readonly all?: true;
    }
  /** What to send for such an alert: something was missing, or it was only a wish. */
  | {
      readonly reply: 'alert_how';
      readonly kind: AlertKind;
      /** The suffix of an account for the example. */
      readonly example: string;
      /** The member has no account that it could be about. */
      readonly none?: true;
    }
  | {
      readonly reply: 'quiet';
      readonly quiet?: QuietFacts;
      /** It was changed now. Absent: it was asked for. */
      readonly isSet?: true;
    }
  /** Unrequested: what happened, in order. */
  | { readonly reply: 'alert'; readonly news: readonly AlertNews[] };

/** A rule, as its member reads it. */
export interface AlertLine {
  readonly number: number;
  readonly kind: AlertKind;
  /** Absent: all accounts. */
  readonly share?: ShareLabel | undefined;
  readonly amount?: Amount | undefined;
  readonly days?: number | undefined;
  /** 1 is Monday. */
  readonly weekday?: number | undefined;
}

/** Minutes after midnight in the member's zone. */
export interface QuietFacts {
  readonly from: number;
  readonly to: number;
}

/** What fired one rule. */
export type AlertNews =
  | { readonly kind: 'low'; readonly share: ShareLabel; readonly available: Amount }
  | {
      readonly kind: MovementAlertKind;
      readonly share: ShareLabel;
      readonly amount: Amount;
      readonly description: string;
    }
  | {
      readonly kind: 'check';
      readonly share: ShareLabel;
      readonly amount: Amount;
      readonly number?: string | undefined;
    }
  | {
      readonly kind: 'due';
      readonly share: ShareLabel;
      readonly amount?: Amount | undefined;
      readonly on: Temporal.PlainDate;
    }
  | { readonly kind: 'weekly'; readonly shares: readonly WeekOfShare[] };

/** One account in the weekly summary. */
export interface WeekOfShare {
  readonly share: ShareLabel;
  /** On a loan, what is owed. */
  readonly available: Amount;
  /** What came in and went out in the week, both without a sign. */
  readonly in: Amount;
  readonly out: Amount;
}
