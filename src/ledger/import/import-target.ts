import type { Queries } from '../../database/database.ts';
import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';

/** An account of the file, as whoever knows members and shares needs it. */
export interface ImportedShare {
  readonly memberNumber: string;
  readonly suffix: string;
  readonly kind: ShareKind;
  readonly currency: string;
  readonly nickname?: string | undefined;
  /** The ledger account that is opened for it, if it is new. */
  readonly accountId: string;
}

/** The account that a share has, with what was left out of it; or in words why there can be none. */
export type ShareAnswer =
  | { readonly accountId: string; readonly note?: string | undefined }
  | { readonly refused: string };

/** Why a row can't be the account that is there under its name; `undefined` where it can. */
export function unlike(
  row: Pick<ImportedShare, 'kind' | 'currency'>,
  there: { readonly kind: string; readonly currency: string },
): string | undefined {
  if (there.kind === row.kind && there.currency === row.currency) return undefined;
  return `it is there already, and is not ${row.kind} in ${row.currency} but ${there.kind} in ${there.currency}`;
}

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
  ensureShares(tx: Queries, rows: readonly ImportedShare[]): Promise<readonly ShareAnswer[]>;
  /** What of a description may be kept: card and account numbers blacked out. Left out: all of it. */
  clean?(description: string): string;
}
