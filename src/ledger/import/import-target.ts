import type { Queries } from '../../database/database.ts';

/** An account of the file, as whoever knows members and shares needs it. */
export interface ImportedShare {
  readonly memberNumber: string;
  readonly suffix: string;
  readonly kind: ImportedKind;
  readonly currency: string;
  readonly nickname?: string | undefined;
  /** The ledger account that is opened for it, if it is new. */
  readonly accountId: string;
}

export type ImportedKind = 'checking' | 'savings' | 'certificate' | 'loan';

/**
 * Where imported accounts find their members and shares: the books know neither. Filled by whoever composes the program.
 */
export interface ImportTarget {
  /**
   * Finds each share by member number and suffix, or creates it (and its member) on the account id that comes with it.
   * Asked again for the same rows it creates nothing. Runs inside the transaction that opens the accounts.
   * @returns for each row in order the share's account id (another than the row's: the share was there) with a note of what
   *   was left out, or in words why there can be none
   */
  ensureShares(
    tx: Queries,
    rows: readonly ImportedShare[],
  ): Promise<
    readonly (
      | { readonly accountId: string; readonly note?: string | undefined }
      | { readonly refused: string }
    )[]
  >;
  /** What of a description may be kept: card and account numbers blacked out. Left out: all of it. */
  clean?(description: string): string;
}
