import type { Queries } from '../../database/database.ts';
import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import type { ShareDetails } from './share-details.ts';

/** An account of the file, for the code that manages members and shares. */
export interface ImportedShare {
  readonly memberNumber: string;
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly currency: string;
  readonly nickname?: string | undefined;
  /** The id for its ledger account, if that is new. */
  readonly accountId: string;
}

/** A share's account, with a note about parts left out; or the reason why it can't exist. */
export type ShareAnswer =
  | { readonly accountId: string; readonly note?: string | undefined }
  | { readonly refused: string };

/** A share of the file with its account, and what the file says of it. */
export interface DescribedShare {
  readonly memberNumber: string;
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly accountId: string;
  readonly details: ShareDetails;
}

/** What changed of a share, in words for the report; or why it can't. */
export type DescribedAnswer =
  | { readonly changes: readonly string[] }
  | { readonly refused: string };

/** Says why a row differs from the existing account with its name; `undefined` if it does not. */
export function differenceFrom(
  row: Pick<ImportedShare, 'kind' | 'currency'>,
  there: { readonly kind: string; readonly currency: string },
): string | undefined {
  if (there.kind === row.kind && there.currency === row.currency) return undefined;
  return `it exists already as ${there.kind} in ${there.currency}, not as ${row.kind} in ${row.currency}`;
}

/**
 * Finds the members and shares of imported accounts, which the books don't know. The composition
 * provides it.
 */
export interface ImportTarget {
  /**
   * Finds each share by member number and suffix, or creates it (and its member) on the given
   * account id. A second call for the same rows creates nothing. It runs inside the transaction
   * that opens the accounts.
   * @returns for each row in order: the share's account id (different from the row's if the share
   *   existed) with a note about parts left out, or the reason why it can't exist
   */
  ensureShares(tx: Queries, rows: readonly ImportedShare[]): Promise<readonly ShareAnswer[]>;
  /**
   * Brings the other owners and the loan terms of these shares to what the file says. All shares of the file exist by then. It runs
   * in a transaction. Absent: the file's further columns count for nothing.
   * @returns an answer for each row in order
   */
  describeShares?(
    tx: Queries,
    rows: readonly DescribedShare[],
  ): Promise<readonly DescribedAnswer[]>;
  /**
   * Removes card and account numbers from a description. Absent: the description stays as it is.
   */
  clean?(description: string): string;
}
