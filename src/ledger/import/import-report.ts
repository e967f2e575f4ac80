import type { Amount } from '../../money/amount.ts';
import type { ImportError } from './read-table.ts';

export interface ImportReport {
  readonly accounts: { readonly lines: number; readonly opened: number; readonly already: number };
  readonly transactions: {
    readonly lines: number;
    readonly posted: number;
    readonly already: number;
    /** Our own postings that came back. */
    readonly settled: number;
    /** Rows that may be our own postings, and wait for staff. */
    readonly waiting: number;
    /** Rows before the first day asked for. */
    readonly before: number;
    /** Rows whose balance could be compared. */
    readonly compared: number;
  };
  /** Nothing was written: not everything fits, and `partial` was absent or can't help. */
  readonly isRefused: boolean;
  /** With `partial`: the shares of the accounts file that were left out. */
  readonly leftOut: readonly string[];
  /** Every line that does not fit, with the reason. */
  readonly errors: readonly ImportError[];
  /** What changed, or would change, of the accounts besides. */
  readonly changes: readonly ImportError[];
  /** Parts left out of imported lines. */
  readonly notes: readonly ImportError[];
  /** Every row after which the old system showed a balance that differs from the books. */
  readonly differences: readonly BalanceDifference[];
}

export interface BalanceDifference {
  readonly line: number;
  readonly externalId: string;
  readonly share: string;
  /** Of the account's currency. */
  readonly digits: number;
  /** The old system's. */
  readonly shown: Amount;
  /** The books'. */
  readonly computed: Amount;
}
