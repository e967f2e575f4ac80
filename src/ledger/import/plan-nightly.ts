import type { Amount } from '../../money/amount.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { findReading, type FileDirection } from './find-reading.ts';
import type { AccountLine, TransactionLine } from './import-rows.ts';
import type { OwnMatch, Outstanding } from './own-postings.ts';
import type { Direction, Reading } from './readings.ts';
import { describeMisfit, describeOrders } from './say-reading.ts';

/** An account's rows of a file that follows others, and what the books have. */
export interface NightlyAccount {
  readonly share: string;
  readonly line: AccountLine;
  /** All rows of the file, those that are in the books included. */
  readonly all: readonly TransactionLine[];
  readonly isKnown: (row: TransactionLine) => boolean;
  readonly matchOf: (row: TransactionLine) => OwnMatch | undefined;
  /** Absent: the account has no entry. */
  readonly there: Outstanding | undefined;
  readonly file: FileDirection;
  readonly direction: Direction | undefined;
}

/**
 * Plans the rows of one account in a file that follows others. The order comes from the file alone, since the books may have what
 * members moved here meanwhile. After the file, the balance that it shows must be ours less what the other core doesn't have yet.
 * @returns the new rows in order, or why they don't fit
 */
export function planNightly(
  account: NightlyAccount,
): Reading<TransactionLine> | { readonly line: number; readonly reason: string } {
  const { share, line, all, there, file, direction } = account;
  const figure = (amount: Amount) => decimal(amount, currencyOf(line.currency)?.digits);
  const reading = findReading(all, { direction, file });
  const first = all[0]?.line ?? line.line;
  if ('problem' in reading)
    return reading.problem === 'several'
      ? { line: first, reason: describeOrders(share, reading, figure) }
      : {
          line: reading.misfit.line,
          reason: describeMisfit({ share, misfit: reading.misfit, begins: undefined }, figure),
        };
  const fresh = reading.rows.filter(
    (row) => !account.isKnown(row) && account.matchOf(row) === undefined,
  );
  const shows = all.some(({ balance }) => balance !== undefined);
  if (there && shows) {
    const computed = afterFile(account, there, fresh);
    if (computed !== reading.closing)
      return {
        line: reading.rows.at(-1)?.line ?? first,
        reason: `account ${share} does not balance: after this file the core shows ${figure(reading.closing)}, and our books would have ${figure(computed)} without what the core doesn’t have yet. Look for an entry that is missing in the file, or in the books`,
      };
  }
  // Ours lie between them, so a shown balance is compared after the file only.
  const rows = there ? fresh.map((row) => ({ ...row, balance: undefined })) : fresh;
  return { ...reading, rows };
}

/** The balance that the other core must have after the file, by our books. */
function afterFile(
  { all, matchOf }: NightlyAccount,
  there: Outstanding,
  fresh: readonly TransactionLine[],
): Amount {
  let balance = there.ledger - there.outstanding;
  for (const { amount } of fresh) balance += amount;
  // Whether it is ours or not, the core has it: either it is no longer outstanding, or it will be posted.
  for (const row of all) {
    const match = matchOf(row);
    if (match?.is === 'settles' || match?.is === 'waits') balance += row.amount;
  }
  // The same of entries that wait since an earlier file.
  const here = new Set(all.map(({ externalId }) => externalId));
  for (const { externalId, amount } of there.waiting) if (!here.has(externalId)) balance += amount;
  return balance;
}
