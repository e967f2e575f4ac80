import type { Queries } from '../../database/database.ts';
import type { Problem } from '../verify-record.ts';
import { doneSince } from './done-since.ts';
import { type Differ, type NumberedChange, play, type PlayedRow } from './played-row.ts';
import { readRecordedTables, type RecordedColumn, type RecordedTable } from './recorded-columns.ts';
import { institutionColumn, recordedNames } from './recorded-tables.ts';
import { fromText, imageOf, keyText, type RowImage } from './row-image.ts';

export interface ChangesReport {
  /** How many rows were compared. */
  readonly rows: number;
  /** Tables of which rows from before the record are not in it yet. */
  readonly unrecorded: readonly string[];
}

export interface VerifyChangesOptions {
  readonly institutionId: number;
  /** Which of the recorded tables; absent: all. */
  readonly only?: readonly string[] | undefined;
  readonly tell: (problem: Problem) => void;
  /** Enough was told. */
  readonly isEnough: () => boolean;
  readonly onProgress?: ((done: { table: string; rows: number }) => void) | undefined;
}

const changesPage = 2_000;
const rowsPage = 500;
const straysMax = 20;

/**
 * Plays all changes of each recorded table and compares every row with what they leave. Reads in pages in order of the rows' keys, so
 * that it needs no more memory for ten million rows than for ten.
 */
export async function verifyChanges(
  q: Queries,
  options: VerifyChangesOptions,
): Promise<ChangesReport> {
  const tables = await readRecordedTables(q);
  const begun = await q.query<{ name: string }>(
    `select table_name as name from recorded_tables where institution_id = $1 and done_at is not null`,
    [options.institutionId],
  );
  const since = await doneSince(q, options.institutionId);
  const isDone = new Set([...begun.map(({ name }) => name), 'recorded_tables']);
  const unrecorded: string[] = [];
  let rows = 0;
  for (const name of options.only ?? recordedNames) {
    if (options.isEnough()) break;
    const table = tables.get(name);
    // `schemaProblems` names a table that is gone.
    if (!table) continue;
    const done = await verifyTable(q, table, {
      ...options,
      isDone: isDone.has(name) || since.has(name),
      doneSince: since.get(name),
      differ: await differIn(q, table),
      onRows: (count) => options.onProgress?.({ table: name, rows: rows + count }),
    });
    rows += done.rows;
    if (done.isUnrecorded) unrecorded.push(name);
  }
  return { rows, unrecorded };
}

interface TableOptions extends VerifyChangesOptions {
  readonly isDone: boolean;
  /** The batch since which the record has all rows of the table. */
  readonly doneSince: bigint | undefined;
  readonly differ: Differ;
  readonly onRows: (count: number) => void;
}

async function verifyTable(
  q: Queries,
  table: RecordedTable,
  options: TableOptions,
): Promise<{ rows: number; isUnrecorded: boolean }> {
  const { institutionId, isDone, doneSince: since, differ, onRows } = options;
  const tell = (key: string, what: string) => options.tell({ where: nameOf(table, key), what });
  let waiting: PlayedRow[] = [];
  let row: PlayedRow | undefined;
  let rows = 0;
  let there = 0;
  const compare = async () => {
    const now = await rowsNow(q, table, institutionId, waiting);
    for (const [index, one] of waiting.entries()) {
      const image = now.get(index);
      if (image) there += 1;
      for (const what of problemsOf(table, { row: one, image, isDone, differ }))
        tell(one.key, what);
    }
    rows += waiting.length;
    waiting = [];
    onRows(rows);
  };
  for await (const change of changesOf(q, institutionId, table.name)) {
    if (options.isEnough()) return { rows, isUnrecorded: false };
    if (row && row.key !== change.key) {
      waiting.push(row);
      row = undefined;
      if (waiting.length >= rowsPage) await compare();
    }
    if (change.kind === 'found' && since !== undefined && change.number > since)
      tell(
        change.key,
        `batch ${change.number} found it, though the record has all rows since batch ${since}`,
      );
    const played = play(table, { before: row, change, differ });
    for (const what of played.problems) tell(change.key, what);
    row = played.row;
  }
  if (row) waiting.push(row);
  await compare();
  const isMore = (await countOf(q, table, institutionId)) > there;
  if (!isMore || !isDone) return { rows, isUnrecorded: isMore };
  for (const key of await strays(q, table, institutionId)) tell(key, 'no batch wrote it');
  return { rows, isUnrecorded: false };
}

/** As people read it: `addresses 0198…`. */
function nameOf({ name }: RecordedTable, key: string): string {
  return key === '' ? name : `${name} ${key}`;
}

function problemsOf(
  table: RecordedTable,
  given: { row: PlayedRow; image: RowImage | undefined; isDone: boolean; differ: Differ },
): string[] {
  const { row, image, isDone, differ } = given;
  if (!image) return row.isThere ? [`it is gone, though batch ${row.number} wrote it`] : [];
  if (!row.isThere) return [`it is there, though batch ${row.number} deleted it`];
  const altered = differ(row, image, table.columns);
  return [
    ...altered.map(
      (name) => `its ${name} is not what the record has (newest: batch ${row.number})`,
    ),
    ...(isDone && !row.isWhole ? ['no batch inserted it'] : []),
  ];
}

/** A table's changes, row by row, each row's in the order of the chain. */
async function* changesOf(
  q: Queries,
  institutionId: number,
  table: string,
): AsyncGenerator<NumberedChange> {
  let after = { key: '', number: 0n, position: 0 };
  for (;;) {
    const page = await q.query<NumberedChange & { position: number }>(
      `select table_name as "table", row_key as key, chain_number as number, position, kind, content, sets from changes
        where institution_id = $1 and table_name = $2 and (row_key, chain_number, position) > ($3, $4, $5)
        order by row_key, chain_number, position limit ${changesPage}`,
      [institutionId, table, after.key, after.number, after.position],
    );
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < changesPage) return;
    after = last;
  }
}

/** The rows as they are now, by their place in the page. */
async function rowsNow(
  q: Queries,
  table: RecordedTable,
  institutionId: number,
  page: readonly PlayedRow[],
): Promise<Map<number, RowImage>> {
  if (page.length === 0) return new Map();
  const { key } = table;
  const names = key.map((_, index) => `k${index}`);
  const arrays = ['$2::int[]', ...key.map((_, index) => `$${index + 3}::text[]`)];
  const same = key.map((column, index) => `t.${column.name} = ${fromText(column, `k.k${index}`)}`);
  const rows = await q.query<{ at: number; row: RowImage }>(
    `select k.at, ${imageOf(table.columns, 't')} as row
      from unnest(${arrays.join(', ')}) as k (${['at', ...names].join(', ')})
      join ${table.name} t on ${[`t.${institutionColumn(table.name)} = $1`, ...same].join(' and ')}`,
    [
      institutionId,
      page.map((_, index) => index),
      ...key.map(({ name }) => page.map(({ content }) => content[name] ?? null)),
    ],
  );
  return new Map(rows.map(({ at, row }) => [at, row]));
}

async function countOf(
  q: Queries,
  { name }: RecordedTable,
  institutionId: number,
): Promise<number> {
  const [row] = await q.query<{ count: number }>(
    `select count(*)::float8 as count from ${name} where ${institutionColumn(name)} = $1`,
    [institutionId],
  );
  return row?.count ?? 0;
}

/** Rows that no change speaks of, a few of them. */
async function strays(q: Queries, table: RecordedTable, institutionId: number): Promise<string[]> {
  const rows = await q.query<{ key: string }>(
    `select ${keyText(table, 't')} as key from ${table.name} t
      where t.${institutionColumn(table.name)} = $1 and not exists (select from changes c
        where c.institution_id = $1 and c.table_name = $2 and c.row_key = ${keyText(table, 't')})
      limit ${straysMax}`,
    [institutionId, table.name],
  );
  return rows.map(({ key }) => key);
}

/** Compares columns of two states of a row. A column that came later is what a new row would get. */
async function differIn(q: Queries, { columns }: RecordedTable): Promise<Differ> {
  const withStandard = columns.filter(({ standard }) => standard !== null);
  const standards = await standardsOf(q, withStandard);
  return (before, now, among) =>
    among.flatMap(({ name }) => {
      const isNamed = Object.hasOwn(before.content, name);
      if (!isNamed && !before.isWhole) return [];
      const was = before.content[name] ?? null;
      const is = now[name] ?? null;
      if (was === is || (!isNamed && is === (standards[name] ?? null))) return [];
      return [name];
    });
}

async function standardsOf(q: Queries, columns: readonly RecordedColumn[]): Promise<RowImage> {
  if (columns.length === 0) return {};
  const values = columns.map(({ name, standard, type }) => `(${standard})::${type} as ${name}`);
  const texts = imageOf(columns, 's');
  const [row] = await q.query<{ row: RowImage }>(
    `select ${texts} as row from (select ${values.join(', ')}) s`,
  );
  return row?.row ?? {};
}
