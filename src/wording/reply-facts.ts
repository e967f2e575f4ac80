import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { Amount } from '../money/amount.ts';

export interface ShareLabel {
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly nickname?: string;
  /** ISO 4217. Absent: the institution's. */
  readonly currency?: string;
}

export interface HistoryRow {
  readonly on: Temporal.PlainDate;
  readonly amount: Amount;
  readonly description: string;
  readonly checkNumber?: string;
  /** For a transfer between own shares: the other side, which replaces the description. */
  readonly counter?: CounterFacts;
}

/** The other side of a transfer. No suffix if the member can no longer see that share. */
export interface CounterFacts {
  readonly direction: 'to' | 'from';
  readonly kind: ShareKind;
  readonly suffix?: string;
  readonly nickname?: string;
}

export interface HoldFacts {
  readonly amount: Amount;
  readonly description: string;
  readonly expiresOn?: Temporal.PlainDate;
}
