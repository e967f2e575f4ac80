import { expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { pgbouncer, startPgbouncer } from '../../test/support/pgbouncer.ts';
import { buildFixture } from '../../test/support/fixture.ts';
import { present } from '../kernel/assert.ts';
import { createWorld } from '../kernel/world.ts';
import { verify } from '../ledger/verify/verify.ts';
import { askLast } from './ask-last.ts';
import { migrate, migrations } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { together } from './together.ts';

/**
 * Runs a real PgBouncer between us and the server: our settings must apply in every transaction.
 */
const program = pgbouncer();
if (program === undefined)
  process.stderr.write('Skipped: PgBouncer is not installed (apt-get install pgbouncer)\n');

it.skipIf(program === undefined).each([
  ['refuses our settings', ['pool_mode = transaction']],
  ['drops our settings', ['pool_mode = transaction', 'ignore_startup_parameters = options']],
  ['keeps a session', ['pool_mode = session', 'default_pool_size = 8']],
])('behind a pooler that %s', { timeout: 60_000 }, async (_how, settings) => {
  await using direct = await openTestDatabase('postgresql');
  const name = new URL(present(direct.url, 'it has an address')).pathname.slice(1);
  await direct.query(`alter database ${name} set "DateStyle" = 'German'`);
  await direct.query(`alter database ${name} set synchronous_commit = off`);
  await using pooler = await startPgbouncer(direct.url ?? '', program ?? '', settings);
  await using db = await openPostgres({ url: pooler.url, statementSeconds: 2 });
  const settled = `select current_setting('plan_cache_mode') as plan, current_setting('jit') as jit,
    current_setting('statement_timeout') as timeout, current_setting('synchronous_commit') as commit,
    current_setting('transaction_isolation') as isolation, date '2026-11-23' as day`;
  const right = {
    plan: 'force_custom_plan',
    jit: 'off',
    timeout: '2s',
    commit: 'on',
    isolation: 'read committed',
    day: Temporal.PlainDate.from('2026-11-23'),
  };
  const alone = Array.from({ length: 6 }, async () => db.query(settled));
  const inside = Array.from({ length: 6 }, async () =>
    db.transaction(async (tx) => tx.query({ name: 'settled', text: settled })),
  );
  for (const rows of await Promise.all([...alone, ...inside])) {
    expect(rows).toEqual([{ ...right, day: expect.anything() }]);
    expect(String(rows[0]?.['day'])).toBe('2026-11-23');
  }
  await expect(db.query('select pg_sleep(9)')).rejects.toMatchObject({ code: '57014' });
  const slow = { name: '9001-slow', text: 'select pg_sleep(2.5);' };
  expect(await migrate(db, [...migrations(), slow])).toEqual(['9001-slow']);
  // The same named statement in varying sessions, many times at once.
  await db.query('create table numbers (id int primary key)');
  const insert = { name: 'numbers_insert', text: 'insert into numbers values ($1)' };
  await Promise.all(
    Array.from({ length: 40 }, async (_, id) =>
      db.transaction(async (tx) => {
        await together([tx.query(insert, [2 * id]), tx.query('select 1')]);
        await askLast(tx, insert, [2 * id + 1]);
      }),
    ),
  );
  await expect(
    db.transaction(async (tx) => together([tx.query(insert, [1000]), tx.query(insert, [1])])),
  ).rejects.toMatchObject({ code: '23505' });
  expect(await db.query('select count(*)::int as n from numbers')).toEqual([{ n: 80 }]);
  const { institution } = await buildFixture(db, createWorld(), { people: 2 });
  expect((await verify(db, { institutionId: institution.id, parts: [] })).problems).toEqual([]);
});

it.skipIf(program === undefined)(
  'settings in the address that a pooler does not accept are refused, not dropped',
  async () => {
    await using direct = await openTestDatabase('postgresql');
    await using pooler = await startPgbouncer(direct.url ?? '', program ?? '', [
      'pool_mode = transaction',
    ]);
    await expect(
      openPostgres({ url: `${pooler.url}?options=-c%20work_mem%3D8MB` }),
    ).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/does not take.*ALTER ROLE/),
    });
    vi.stubEnv('PGOPTIONS', '-c work_mem=8MB');
    try {
      await expect(openPostgres({ url: pooler.url })).rejects.toMatchObject({
        code: 'configuration',
        message: expect.stringMatching(/PGOPTIONS.*Unset it/),
      });
    } finally {
      vi.unstubAllEnvs();
    }
  },
);
