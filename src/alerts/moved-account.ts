import type { Amount } from '../money/amount.ts';

/** A member's account as one batch of postings changed it. Amounts are positive if money came in. */
export interface MovedAccount {
  readonly accountId: string;
  /** The available balance before the batch and after it. */
  readonly before: Amount;
  readonly after: Amount;
  readonly entries: readonly MovedEntry[];
  readonly holds: readonly PlacedHold[];
}

export interface MovedEntry {
  readonly sequence: bigint;
  readonly amount: Amount;
  readonly kind: string;
  readonly description: string;
  readonly checkNumber: string | null;
  readonly effectiveOn: Temporal.PlainDate;
}

export interface PlacedHold {
  readonly id: string;
  readonly amount: Amount;
  readonly description: string;
}
