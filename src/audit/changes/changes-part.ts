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

async function contents(
  q: Queries,
  institutionId: number,
  batches: readonly RecordedBatch[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await q.query<PlacedChange & { number: bigint }>(
    `select chain_number as number, position, table_name as "table", row_key as key, kind, content, sets from changes
      where institution_id = $1 and chain_number = any($2::bigint[])`,
    [institutionId, batches.map(({ number }) => number)],
  );
  const byNumber = Map.groupBy(rows, ({ number }) => number);
  return new Map(
    batches.map(({ id, number }) => [
      id,
      (byNumber.get(number) ?? []).map((change) => contentOfLeaf(institutionId, change)),
    ]),
  );
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
