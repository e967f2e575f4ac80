import type { Database, Queries, Transaction } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { doneSince } from './done-since.ts';
import { lockHead } from '../chain.ts';
import { readRecordedTables, type RecordedTable, tableNamed } from './recorded-columns.ts';
import { recordChange } from './recording.ts';
import { institutionColumn, recordedNames } from './recorded-tables.ts';
import { contentOf, fromText, imageOf, keyOf, type RowImage } from './row-image.ts';

/** Rows that one batch finds, at most: the institution's others wait meanwhile. */
const atOnce = 500;

/** The institutions of which recorded tables have rows from before the record. One statement over all of them. */
export async function unrecordedInstitutions(q: Queries): Promise<number[]> {
  const rows = await q.query<{ id: number }>(
    `select id from institutions i
      where (select count(*) from recorded_tables r
        where r.institution_id = i.id and r.done_at is not null and r.table_name = any($1::text[])) < $2
      order by id`,
    [recordedNames, recordedNames.length],
  );
  return rows.map(({ id }) => id);
}

/**
 * Puts an institution's rows from before the record into it, in pages, each a batch. Others may write meanwhile, and several processes
 * may do this at once: they share the work. After a crash it goes on.
 * @param db a recording database, whose key signs them
 * @returns how many rows this process found
 */
export async function findExisting(
  db: Database,
  { clock }: Pick<World, 'clock'>,
  given: {
    readonly institutionId: number;
    readonly onProgress?: ((rows: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<number> {
  const { institutionId, onProgress, signal } = given;
  let rows = 0;
  for (;;) {
    if (signal?.aborted) return rows;
    const found = await db.transaction(async (tx) => findPage(tx, { institutionId, clock }));
    if (found === undefined) return rows;
    rows += found;
    onProgress?.(rows);
  }
}

/** @returns `undefined` where nothing is left */
async function findPage(
  tx: Transaction,
  { institutionId, clock }: { readonly institutionId: number } & Pick<World, 'clock'>,
): Promise<number | undefined> {
  // Nobody else appends until the commit: what is read here is what the chain has up to here.
  await lockHead(tx, institutionId);
  const tables = await readRecordedTables(tx);
  const begun = await tx.query<{
    name: string;
    reached: RowImage | null;
    found: bigint;
    isDone: boolean;
  }>(
    `select table_name as name, reached, found, done_at is not null as "isDone" from recorded_tables
      where institution_id = $1`,
    [institutionId],
  );
  const places = new Map(begun.map((row) => [row.name, row]));
  const known = await doneSince(tx, institutionId);
  let isAny = false;
  let found = 0;
  for (const name of recordedNames) {
    const place = places.get(name);
    // The changes are signed, the row that says so is not: if it was deleted, nothing is found again.
    if (place?.isDone || known.has(name)) continue;
    isAny = true;
    const table = tableNamed(tables, name);
    const page = await readPage(tx, table, {
      institutionId,
      after: place?.reached ?? undefined,
      count: atOnce - found,
    });
    for (const row of page)
      await recordChange(tx, institutionId, {
        table: name,
        key: keyOf(table, row),
        kind: 'found',
        content: contentOf(table, row),
        sets: null,
      });
    found += page.length;
    const isFull = found >= atOnce;
    // A table without a key has one row an institution: it is done with it.
    const last = isFull && table.key.length > 0 ? page.at(-1) : undefined;
    await reach(tx, institutionId, {
      name,
      found: (place?.found ?? 0n) + BigInt(page.length),
      reached:
        last &&
        Object.fromEntries(table.key.map(({ name: column }) => [column, last[column] ?? null])),
      doneAt: last ? null : clock.now(),
    });
    if (isFull) break;
  }
  return isAny ? found : undefined;
}

async function readPage(
  tx: Queries,
  table: RecordedTable,
  {
    institutionId,
    after,
    count,
  }: {
    readonly institutionId: number;
    readonly after: RowImage | undefined;
    readonly count: number;
  },
): Promise<RowImage[]> {
  const { key } = table;
  const names = key.map(({ name }) => `t.${name}`);
  const given = key.map((column, index) => fromText(column, `$${index + 3}::text`));
  const isBehind = after ? ` and (${names.join(', ')}) > (${given.join(', ')})` : '';
  const order = names.length > 0 ? `order by ${names.join(', ')}` : '';
  const rows = await tx.query<{ row: RowImage }>(
    `select ${imageOf(table.columns, 't')} as row from ${table.name} t
      where t.${institutionColumn(table.name)} = $1${isBehind} ${order} limit $2`,
    [institutionId, count, ...(after ? key.map(({ name }) => after[name]) : [])],
  );
  return rows.map(({ row }) => row);
}

async function reach(
  tx: Queries,
  institutionId: number,
  to: {
    readonly name: string;
    readonly found: bigint;
    readonly reached: RowImage | undefined;
    readonly doneAt: Temporal.Instant | null;
  },
): Promise<void> {
  await tx.query(
    `insert into recorded_tables (institution_id, table_name, found, reached, done_at) values ($1, $2, $3, $4, $5)
      on conflict (institution_id, table_name) do update set found = excluded.found, reached = excluded.reached,
        done_at = excluded.done_at`,
    [institutionId, to.name, to.found, to.reached ?? null, to.doneAt],
  );
}
