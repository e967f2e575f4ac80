import { expect, it } from 'vitest';
import { createPostgresCopy } from '../../test/support/templates.ts';
import { migrate, migrations } from './migrate.ts';
import { openPGlite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

it('runs once when 20 processes start together', async () => {
  const copy = await createPostgresCopy();
  const extra = [
    { name: '9001-first', text: 'create table first (id int);\ninsert into first values (1);' },
    { name: '9002-second', text: 'create table second as select * from first;' },
  ];
  const known = [...migrations(), ...extra];
  const ran = await Promise.all(
    Array.from({ length: 20 }, async () => {
      await using db = await openPostgres({ url: copy.url, connectionsMax: 1 });
      return await migrate(db, known);
    }),
  );
  expect(ran.flat().sort()).toEqual(['9001-first', '9002-second']);
  await using db = await openPostgres({ url: copy.url });
  expect(await db.query('select count(*)::int as n from second')).toEqual([{ n: 1 }]);
  await expect(
    migrate(
      db,
      known.map((one) => (one.name === '9001-first' ? { ...one, text: 'select 2;' } : one)),
    ),
  ).rejects.toMatchObject({ code: 'migration_changed' });
  await db[Symbol.asyncDispose]();
  await copy.drop();
});

it('leaves nothing behind when a migration fails', async () => {
  const copy = await createPostgresCopy();
  await using db = await openPostgres({ url: copy.url });
  const bad = { name: '9001-bad', text: 'create table half (id int);\nselect 1 / 0;' };
  await expect(migrate(db, [...migrations(), bad])).rejects.toThrow(/division by zero/);
  expect(await db.query("select to_regclass('half') is null as gone")).toEqual([{ gone: true }]);
  await db[Symbol.asyncDispose]();
  await copy.drop();
});

it('lets only one process use a data folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tmm-folder-'));
  {
    await using _first = await openPGlite({ folder });
    await expect(openPGlite({ folder })).rejects.toMatchObject({ code: 'data_folder_in_use' });
  }
  await using again = await openPGlite({ folder });
  expect(await again.query('select 1 as one')).toEqual([{ one: 1 }]);
  await again[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});
