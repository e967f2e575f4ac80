import type { ShownEntry } from '../../ledger/history.ts';
import type { CoreEntry } from '../core-entry.ts';

/** Gives an entry of the ledger as the port shows it. */
export function coreEntry({ checkNumber, counterAccountId, ...entry }: ShownEntry): CoreEntry {
  return {
    ...entry,
    ...(checkNumber === null ? {} : { checkNumber }),
    ...(counterAccountId === null ? {} : { counterAccountId }),
  };
}
