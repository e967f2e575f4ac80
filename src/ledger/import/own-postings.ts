import type { Database, Queries } from '../../database/database.ts';
import type { Amount } from '../../money/amount.ts';

/** A row of the file on an account of the books, amount from the holder's view. */
export interface IncomingRow {
  readonly line: number;
  readonly externalId: string;
  readonly endToEndId: string | undefined;
  readonly share: string;
  readonly accountId: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly amount: Amount;
  readonly kind: string;
  readonly checkNumber: string | undefined;
  readonly description: string;
}

/**
 * What a row is to our own postings. `settles`: one of ours comes back. `settled`: it came back before. `waits`: it may be one of ours,
 * and staff decide. `problem`: it contradicts what we sent.
 */
export type OwnMatch =
  | { readonly is: 'settles'; readonly transactionId: string }
  | { readonly is: 'settled' }
  | { readonly is: 'waits'; readonly transactionId: string; readonly isNew: boolean }
  | { readonly is: 'problem'; readonly reason: string };

/** An account's balance, and how much of it the other core doesn't have yet. */
export interface Outstanding {
  readonly ledger: Amount;
  readonly outstanding: Amount;
  /** The core's entries that wait for staff: it has them, whether they are ours or not. */
  readonly waiting: readonly { readonly externalId: string; readonly amount: Amount }[];
}

/**
 * The postings that were made here and go to another core. What comes back from it must not post a second time. The composition
 * provides it.
 */
export interface OwnPostings {
  /** Tells of each row what it is to ours; rows that have nothing to do with ours are absent. By external id. */
  match(q: Queries, rows: readonly IncomingRow[]): Promise<ReadonlyMap<string, OwnMatch>>;
  /** Reads both figures of these accounts in one statement. */
  outstanding(q: Queries, accountIds: readonly string[]): Promise<ReadonlyMap<string, Outstanding>>;
  /** Settles what came back, and lets the others wait for staff. A repeat changes nothing. */
  take(
    db: Database,
    rows: readonly { readonly row: IncomingRow; readonly match: OwnMatch }[],
  ): Promise<void>;
}
