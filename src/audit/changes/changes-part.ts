import type { Queries } from '../../database/database.ts';
import type { RecordedBatch, RecordPart } from '../record-part.ts';
import { changedRowName, contentOfLeaf, type PlacedChange } from './change.ts';

/** The changes of recorded tables as a part of the record: what `verify` reads again. */
export const changesPart: RecordPart = {
  name: 'changes',
  contents,
  nameOf: changedRowName,
  strays,
};

/** Rows that are read at once: batches that found rows from before the record have hundreds each. */
const atOnce = 2_000;

async function contents(
  q: Queries,
  institutionId: number,
  batches: readonly RecordedBatch[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byNumber = new Map<bigint, string[]>(batches.map(({ number }) => [number, []]));
  let after = { number: 0n, position: 0 };
  for (;;) {
    const page = await q.query<PlacedChange & { number: bigint }>(
      `select chain_number as number, position, table_name as "table", row_key as key, kind, content, sets from changes
        where institution_id = $1 and chain_number = any($2::bigint[]) and (chain_number, position) > ($3, $4)
        order by chain_number, position limit ${atOnce}`,
      [institutionId, [...byNumber.keys()], after.number, after.position],
    );
    for (const change of page)
      byNumber.get(change.number)?.push(contentOfLeaf(institutionId, change));
    const last = page.at(-1);
    if (!last || page.length < atOnce) break;
    after = last;
  }
  return new Map(batches.map(({ id, number }) => [id, byNumber.get(number) ?? []]));
}

async function strays(q: Queries, institutionId: number): Promise<string[]> {
  const found = await q.query<{ number: bigint; position: number; table: string; key: string }>(
    `select chain_number as number, position, table_name as "table", row_key as key from changes r
      where institution_id = $1
        and not exists (select from chain c where c.institution_id = $1 and c.number = r.chain_number)
      limit 20`,
    [institutionId],
  );
  return found.map(
    ({ number, position, table, key }) => `change ${position} of batch ${number} (${table} ${key})`,
  );
}
