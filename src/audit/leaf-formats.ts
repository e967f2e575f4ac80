import type { PartName } from './chain-row.ts';

/**
 * The format in which each part's leaves are written now. A row of the chain keeps them, so that `verify` hashes old rows as they were
 * hashed. Raise a number where a leaf of that part gets another field.
 */
export const leafFormats: Readonly<Record<PartName, number>> = {
  books: 1,
  messages: 1,
  changes: 1,
};
