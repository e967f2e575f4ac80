import type { Amount } from '../money/amount.ts';

/** An entry of the books, as members see it. */
export interface CoreEntry {
  readonly accountId: string;
  readonly sequence: bigint;
  /** On the account's normal side: incoming money is positive on a deposit account. */
  readonly amount: Amount;
  readonly balanceAfter: Amount;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly kind: string;
  readonly description: string;
  readonly checkNumber?: string;
  /** The account on the other side; absent if there is none or more than one. */
  readonly counterAccountId?: string;
}
