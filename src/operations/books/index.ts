import type { StaffOperation } from '../operation.ts';
import { placeHold, releaseHold } from './holds.ts';
import { readShareBooks, readShareEntry } from './list-entries.ts';
import { postFee } from './post-fee.ts';
import { correctEntry, reverseEntry } from './undo-entry.ts';

/** What staff see in the books, and post there. */
export const bookOperations: readonly StaffOperation[] = [
  readShareBooks,
  readShareEntry,
  placeHold,
  releaseHold,
  postFee,
  reverseEntry,
  correctEntry,
];
