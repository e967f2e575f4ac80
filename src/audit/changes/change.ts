import type { ChangeKind } from '../../kernel/vocabulary/change-kind.ts';
import type { RowImage } from './row-image.ts';

/** One change of one row of a recorded table. */
export interface Change {
  readonly table: string;
  readonly key: string;
  readonly kind: ChangeKind;
  /** The whole row; of `updated` its key and what was set. */
  readonly content: RowImage;
  /** What a `saved` row gets set where it is there. */
  readonly sets: readonly string[] | null;
}

/** A change with its place in its batch: 1, 2, 3…, in the order in which they were made. */
export interface PlacedChange extends Change {
  readonly position: number;
}

/** The content of a change's leaf, in the only format that there is. */
export function contentOfLeaf(
  institutionId: number,
  { position, table, key, kind, content, sets }: PlacedChange,
): string {
  // The database keeps no order of names.
  const columns = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([1, 'change', institutionId, position, table, key, kind, sets, columns]);
}

/** Names the row behind the content of a leaf. */
export function changedRowName(fields: readonly unknown[]): string {
  const [, , , position, table, key] = fields.map(String);
  return key === '' ? `change ${position} of ${table}` : `change ${position} of ${table} ${key}`;
}
