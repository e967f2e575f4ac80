import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendOnlyTables } from '../../src/audit/append-only-tables.ts';
import type { Database } from '../../src/database/database.ts';
import { migrate, migrations } from '../../src/database/migrate.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { checkDatabase } from '../../src/service/checks/check-database.ts';
import { grantAgain, grantRoles } from '../../src/service/grant-roles.ts';
import { testKeys } from '../support/fixture.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { runTmm } from '../support/run-tmm.ts';
import { startService } from '../support/service.ts';

const keys = {
  TMM_MASTER_KEYS: `1:${Buffer.from(testKeys()[0]?.key ?? []).toString('base64')}`,
};

/** `tmm migrate --grant` on a server of its own: roles belong to the whole server. */
let server: PostgresServer;
let owner: Database;
const as = (role: string) => server.url.replace('tmm@', `${role}@`);
beforeAll(async () => {
  server = await startPostgres(['fsync=on'], { inMemory: true });
  const granted = await runTmm(['migrate', '--grant'], { DATABASE_URL: server.url });
  expect(granted.status, granted.err).toBe(0);
  expect(granted.out).toMatch(/Made the role tmm_service\..*\\password tmm_service/);
  owner = await openPostgres({ url: server.url });
});
afterAll(async () => {
  await owner[Symbol.asyncDispose]();
  await server.stop();
});

interface Rights {
  readonly name: string;
  readonly service: string;
  readonly read: string;
}

async function rights(schema: string): Promise<Rights[]> {
  const of = (role: string) => `array_to_string(array(select p from
      unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
      where has_table_privilege('${role}', format('%I.%I', schemaname, tablename), p)), ' ')`;
  return owner.query<Rights>(
    `select tablename as name, ${of('tmm_service')} as service, ${of('tmm_read')} as read
      from pg_tables where schemaname = $1 order by 1`,
    [schema],
  );
}

it('gives each table exactly its rights', async () => {
  const evidence = new Set<string>(appendOnlyTables);
  const expected = (name: string) => {
    if (name === 'migrations') return 'SELECT';
    return evidence.has(name) ? 'SELECT INSERT' : 'SELECT INSERT UPDATE DELETE';
  };
  const found = await rights('public');
  expect(found.length).toBeGreaterThan(50);
  expect(found).toEqual(
    found.map(({ name }) => ({ name, service: expected(name), read: 'SELECT' })),
  );
  const jobs = await rights('jobs');
  expect(jobs.map(({ service, read }) => `${service}, ${read}`)).toEqual(
    jobs.map(() => 'SELECT INSERT UPDATE DELETE, '),
  );
});

it('the service’s role serves a whole conversation, and can’t touch evidence or the schema', async () => {
  await using db = await openPostgres({ url: as('tmm_service') });
  const service = await startService(db);
  expect((await service.say(0, '#trans 10 7 0')).outcome).toBe('transferred');
  for (const table of appendOnlyTables) {
    await expect(db.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(
      db.query(`update ${table} set institution_id = institution_id`),
    ).rejects.toMatchObject({ code: '42501' });
  }
  for (const statement of [
    'truncate entries cascade',
    'drop table entries',
    'alter table entries disable trigger all',
    'alter table entries add column more int',
    'create table more (id int)',
    'create function more() returns int language sql as $$select 1$$',
    `insert into migrations (name, digest) values ('9999-more', '')`,
    `delete from migrations`,
    'set role tmm',
    'create role more',
  ])
    await expect(db.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  // The server warns, and grants nothing.
  await db.query('grant update on entries to tmm_service');
  expect((await rights('public')).find(({ name }) => name === 'entries')?.service).toBe(
    'SELECT INSERT',
  );
  // It may find that there is nothing to migrate, and sign what the fixture wrote.
  const ran = await runTmm(['migrate'], { DATABASE_URL: as('tmm_service'), ...keys });
  expect(ran.out).toContain('Nothing to do');
  expect(ran.status, ran.err).toBe(0);
});

it('the reading role verifies everything and writes nothing', async () => {
  const verified = await runTmm(['verify'], { DATABASE_URL: as('tmm_read'), ...keys });
  expect(verified.out).toContain('No difference found');
  await using db = await openPostgres({ url: as('tmm_read') });
  for (const { name } of await rights('public'))
    await expect(db.query(`insert into ${name} default values`)).rejects.toMatchObject({
      code: '42501',
    });
  await expect(db.query('select 1 from jobs.job')).rejects.toMatchObject({ code: '42501' });
});

it('doctor warns of an owner, and of no other', async () => {
  const now = () => Temporal.Now.instant();
  const found = async (db: Database) => (await checkDatabase(db, { now, connections: 8 })).findings;
  const owns = expect.objectContaining({
    level: 'warning',
    what: expect.stringMatching(/runs as/),
  });
  expect(await found(owner)).toContainEqual(owns);
  await using db = await openPostgres({ url: as('tmm_service') });
  const findings = await found(db);
  expect(findings).not.toContainEqual(owns);
  expect(findings).toContainEqual({
    check: 'database',
    level: 'ok',
    what: 'tmm_service owns no table.',
  });
});

it('a later migration gives the roles their rights on new tables', async () => {
  const later = { name: '9990-later', text: 'create table later (id int primary key);' };
  await migrate(owner, [...migrations(), later]);
  expect(await grantAgain(owner)).toBe(true);
  const row = (await rights('public')).find(({ name }) => name === 'later');
  expect(row).toEqual({ name: 'later', service: 'SELECT INSERT UPDATE DELETE', read: 'SELECT' });
});

it('an owner without the right to make roles is told the SQL, and needs nothing more once they are there', async () => {
  await owner.query('create role plain login');
  await owner.query('create database plain owner plain');
  const url = as('plain').replace(/\/postgres$/, '/plain');
  await using db = await openPostgres({ url });
  await migrate(db);
  expect(await grantAgain(db)).toBe(false);
  expect(await grantRoles(db)).toEqual([]);
  await using serving = await openPostgres({ url: url.replace('plain@', 'tmm_service@') });
  const service = await startService(serving);
  expect((await service.say(0, '#bal')).outcome).toBe('balances');
  await owner.query('alter role tmm_read rename to tmm_other');
  await expect(grantRoles(db)).rejects.toMatchObject({
    code: 'grant_refused',
    message: expect.stringContaining('create role tmm_service login; create role tmm_read login;'),
  });
});
