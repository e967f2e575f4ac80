import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import type { DebtSign } from './check-debts.ts';
import type { ImportTarget } from './import-target.ts';
import type { Direction } from './readings.ts';

export interface ImportOptions {
  readonly institutionId: number;
  /** CSV with the header of `accountColumnNames`, in pieces of any size. */
  readonly accounts: AsyncIterable<string>;
  /** CSV with the header of `transactionColumnNames`. */
  readonly transactions: AsyncIterable<string>;
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
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly stage: 'accounts' | 'transactions';
  readonly done: number;
  readonly total: number;
}
