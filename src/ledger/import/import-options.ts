import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import type { DebtSign } from './check-debts.ts';
import type { ImportTarget } from './import-target.ts';
import type { OwnPostings } from './own-postings.ts';
import type { TableRecord } from './read-table.ts';
import type { Direction } from './readings.ts';

export interface ImportOptions {
  readonly institutionId: number;
  /** Rows with the header of `accountColumnNames`, such as `readRecords` gives of a CSV file. */
  readonly accounts: AsyncIterable<TableRecord>;
  /** Rows with the header of `transactionColumnNames`. */
  readonly transactions: AsyncIterable<TableRecord>;
  readonly target: ImportTarget;
  /** The current day in the institution's time zone. Accounts without transactions open on it. */
  readonly today: Temporal.PlainDate;
  readonly world: World;
  readonly keyring?: Keyring | undefined;
  /** The allowed currencies: the institution's own and any others. Absent: any. */
  readonly currencies?: readonly string[] | undefined;
  /**
   * Imports the accounts that fit if others do not. Otherwise nothing is imported unless all fit.
   */
  readonly partial?: boolean;
  /**
   * The sign of a debt on a loan in the file. Absent: positive, and a file that seems to differ is
   * refused.
   */
  readonly debts?: DebtSign | undefined;
  /** The order of rows in the file. Absent: the balances determine it. */
  readonly rows?: Direction | undefined;
  /** The file follows others: rows before this day are left out, and shown balances are compared after the file. */
  readonly since?: Temporal.PlainDate | undefined;
  /** Whether limits that are there may change. */
  readonly mayChange?: boolean | undefined;
  /** Keeps what was posted here, and comes back in the file, from posting again. */
  readonly ours?: OwnPostings | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly stage: 'accounts' | 'transactions';
  readonly done: number;
  readonly total: number;
}
