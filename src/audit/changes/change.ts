import { leafOf, type Leaf } from '../leaf.ts';
import { leafFormats } from '../leaf-formats.ts';
import type { RowImage } from './row-image.ts';

/**
 * What happened to a row. `inserted`, `found` (it was there when its table's record began): the content is the whole row. `updated`: its
 * key and the columns that were set. `saved`: inserted or, where it was there, updated; the content is the whole row, `sets` names
 * what the update set. `deleted`: the row as it was.
 */
export const changeKinds = ['inserted', 'found', 'updated', 'saved', 'deleted'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One change of one row of a recorded table. */
export interface Change {
  readonly table: string;
  readonly key: string;
  readonly kind: ChangeKind;
  readonly content: RowImage;
  /** Of `saved` alone. */
  readonly sets: readonly string[] | null;
}

/** The leaf of a change. Its place in the chain is the leaf's place in the tree. */
export function leafOfChange(
  institutionId: number,
  { table, key, kind, content, sets }: Change,
  format = leafFormats.changes,
): Leaf {
  // The database keeps no order of names.
  const columns = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return leafOf(JSON.stringify([format, 'change', institutionId, table, key, kind, sets, columns]));
}
