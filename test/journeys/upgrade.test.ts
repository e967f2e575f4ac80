import { expect, it } from 'vitest';
import { assertMigrated, migrate, migrations } from '../../src/database/migrate.ts';
import { openTestDatabase } from '../support/engines.ts';
import { startService } from '../support/service.ts';

/** What a next version may add: columns of tables that every message reads and writes, an index, a table. */
const next = {
  name: '9990-next',
  text: ['members', 'addresses', 'conversations', 'inbound', 'outbound', 'entries', 'accounts']
    .map(
      (table) =>
        `alter table ${table} add column later text; alter table ${table} add column also int not null default 7;`,
    )
    .concat('create index later_members on members (institution_id, later);')
    .concat('create table later (institution_id int not null, id uuid not null);')
    .join('\n'),
};

it('a running version goes on while the next one migrates, but a second one of it does not start', async () => {
  await using db = await openTestDatabase('postgresql');
  const service = await startService(db);
  expect((await service.say(0, '#trans 10 7 0')).outcome).toBe('transferred');
  // Messages and the migration at once, as during an update.
  const saying = (async () => {
    const outcomes: string[] = [];
    for (const cents of [11, 12, 13, 14, 15])
      outcomes.push((await service.say(1, `#trans ${cents} 7 0`)).outcome);
    return outcomes;
  })();
  await migrate(db, [...migrations(), next]);
  expect(await saying).toEqual(Array.from({ length: 5 }, () => 'transferred'));
  expect((await service.say(0, '#trans 16 7 0')).outcome).toBe('transferred');
  const moved = await db.query<{ amount: bigint }>(
    `select amount from entries where institution_id = $1 and kind = 'transfer' and amount < 0 order by amount desc`,
    [service.fixture.institution.id],
  );
  expect(moved.map(({ amount }) => Number(amount))).toEqual([
    -1000, -1100, -1200, -1300, -1400, -1500, -1600,
  ]);
  await expect(assertMigrated(db)).rejects.toMatchObject({ code: 'schema_newer' });
}, 60_000);
