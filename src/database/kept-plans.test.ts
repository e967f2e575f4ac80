import { expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { present } from '../kernel/assert.ts';
import type { Database } from './database.ts';
import { openPostgres } from './open-postgres.ts';

/** PostgreSQL may keep a plan only for tables that have grown, and must not keep it when they grow on. */
const mode = async (db: Database) =>
  db.transaction(async (tx) => tx.query(`select current_setting('plan_cache_mode') as mode`));

const grown = `update pg_class set reltuples = 10000 where relname in ('entries', 'inbound', 'outbound')`;

it('plans each time while tables are small, and may keep plans once they have grown', async () => {
  await using direct = await openTestDatabase('postgresql');
  const url = present(direct.url, 'it has an address');
  await using young = await openPostgres({ url, connectionsMax: 1 });
  expect(await mode(young)).toEqual([{ mode: 'force_custom_plan' }]);
  await direct.query(grown);
  await using later = await openPostgres({ url, connectionsMax: 1 });
  const failed = later.transaction(async (tx) => tx.query('select 1 / 0'));
  await expect(failed).rejects.toMatchObject({ code: '22012' });
  expect(await mode(later)).toEqual([{ mode: 'auto' }]);
});

it('a plan that was kept from a small table goes when ANALYZE has counted a larger one', async () => {
  await using direct = await openTestDatabase('postgresql');
  const url = present(direct.url, 'it has an address');
  await direct.query(grown);
  await direct.query('create table numbers (institution int, id int, name text)');
  await direct.query('create index numbers_institution on numbers (institution)');
  await direct.query('create index numbers_id on numbers (id)');
  await direct.query('analyze numbers');
  await using db = await openPostgres({ url, connectionsMax: 1 });
  const statement = {
    name: 'number-by-id',
    text: 'select name from numbers where institution = $1 and id = $2',
  };
  for (let turn = 0; turn < 10; turn += 1)
    await db.transaction(async (tx) => tx.query(statement, [1, turn]));
  const kept = `select generic_plans > 0 as kept from pg_prepared_statements where name = 'number-by-id'`;
  expect(await db.query(kept)).toEqual([{ kept: true }]);
  const plan = async () => {
    const lines = await db.query<{ 'QUERY PLAN': string }>(
      'explain (costs off) execute "number-by-id"(1, 5)',
    );
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  };
  await direct.query(`insert into numbers select 1, n, 'n' from generate_series(1, 20000) as n`);
  await direct.query('analyze numbers');
  // `$2`, not a value: the plan is for all values.
  expect(await plan()).toMatch(/numbers_id[\s\S]*id = \$2/);
});
