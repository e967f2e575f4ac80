import type { Change } from './change.ts';
import type { RecordedColumn, RecordedTable } from './recorded-columns.ts';
import type { RowImage } from './row-image.ts';

/** A row as its changes leave it. */
export interface PlayedRow {
  readonly key: string;
  readonly content: RowImage;
  readonly isThere: boolean;
  /** Its insertion is in the record, or it was found: what the content does not name is null or was no column yet. */
  readonly isWhole: boolean;
  /** The batch of its newest change. */
  readonly number: bigint;
}

/** A change with the batch that wrote it. */
export interface NumberedChange extends Change {
  readonly number: bigint;
}

/** The columns whose value differs. */
export type Differ = (
  before: Pick<PlayedRow, 'content' | 'isWhole'>,
  now: RowImage,
  columns: readonly RecordedColumn[],
) => string[];

/**
 * Plays one change upon a row.
 * @param before the row as the changes before leave it; `undefined`: this is the first
 * @returns the row, and what shows that somebody altered it between the two, so that the program took the alteration over
 */
export function play(
  table: RecordedTable,
  {
    before,
    change,
    differ,
  }: { before: PlayedRow | undefined; change: NumberedChange; differ: Differ },
): { readonly row: PlayedRow; readonly problems: readonly string[] } {
  const { key, number, kind, content, sets } = change;
  const row = (now: Partial<PlayedRow>): PlayedRow => ({
    key,
    number,
    content,
    isThere: true,
    isWhole: true,
    ...now,
  });
  const isThere = before?.isThere === true;
  const altered = (columns: readonly RecordedColumn[]) =>
    before && isThere
      ? differ(before, content, columns).map(
          (name) => `its ${name} was altered between batch ${before.number} and batch ${number}`,
        )
      : [];
  switch (kind) {
    case 'inserted':
      return {
        row: row({}),
        problems: isThere
          ? [`it was deleted between batch ${before.number} and batch ${number}`]
          : [],
      };
    case 'found':
    case 'deleted':
      return {
        row: row({ isThere: kind === 'found' }),
        problems: altered(table.columns),
      };
    case 'saved': {
      if (!before || !isThere) return { row: row({}), problems: [] };
      const isSet = ({ name }: RecordedColumn) => sets?.includes(name) === true;
      const set = table.columns.filter(isSet).map(({ name }) => [name, content[name] ?? null]);
      return {
        row: row({
          content: { ...before.content, ...Object.fromEntries(set) },
          isWhole: before.isWhole,
        }),
        problems: altered(table.columns.filter((column) => !isSet(column))),
      };
    }
    case 'updated':
    default:
      return {
        row: row({
          content: { ...(isThere ? before.content : {}), ...content },
          isWhole: isThere && before.isWhole,
        }),
        problems:
          before && !isThere
            ? [`it was put back between batch ${before.number} and batch ${number}`]
            : [],
      };
  }
}
