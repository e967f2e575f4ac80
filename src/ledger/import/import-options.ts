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
  /** The institution's day: accounts without transactions are opened on it. */
  readonly today: Temporal.PlainDate;
  readonly world: World;
  readonly keyring?: Keyring | undefined;
  /** What accounts may be in: the institution's own currency, and others that are allowed. Absent: any. */
  readonly currencies?: readonly string[] | undefined;
  /** Takes the accounts that fit, where others do not; else nothing is taken unless all of it fits. */
  readonly partial?: boolean;
  /** How the file shows what is owed on a loan. Not said: positive, and a file that seems to show it otherwise is refused. */
  readonly debts?: DebtSign | undefined;
  /** How rows follow each other in the file. Not said: as their balances tell. */
  readonly rows?: Direction | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly stage: 'accounts' | 'transactions';
  readonly done: number;
  readonly total: number;
}
