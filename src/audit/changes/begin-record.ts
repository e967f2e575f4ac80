import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { recordedNames } from './recorded-tables.ts';

/** Says that all recorded tables of an institution are in the record, since there was nothing of it before. */
export async function beginRecord(
  tx: Queries,
  { clock }: Pick<World, 'clock'>,
  institutionId: number,
): Promise<void> {
  await tx.query(
    `insert into recorded_tables (institution_id, table_name, found, done_at)
      select $1, name, 0, $3 from unnest($2::text[]) as n (name) order by name on conflict do nothing`,
    [institutionId, recordedNames, clock.now()],
  );
}
