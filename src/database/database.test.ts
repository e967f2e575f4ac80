import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { present } from '../kernel/assert.ts';
import { openPostgres } from './open-postgres.ts';
import { onBothEngines, openTestDatabase } from '../../test/support/engines.ts';
import type { Queries } from './database.ts';
import { askLast } from './ask-last.ts';
import { column } from './column.ts';
import { migrate, migrations } from './migrate.ts';
import { together } from './together.ts';
import { rolledBack } from './rolled-back.ts';
import { within } from './within.ts';

onBothEngines('the database', (db) => {
  it('returns each type as the program’s own', async () => {
    const rows = await db().query(
      `select 9007199254740993::int8 as big, 7 as small, timestamptz '2026-11-23 10:42:00.123-06' as at,
        date '2026-11-23' as day, '\\x00ff'::bytea as bytes, '{"a": 1}'::jsonb as json, null as nothing,
        (select sum(x)::int8 from unnest(array[1, 2]::int8[]) x) as total`,
    );
    const row = rows[0] ?? {};
    expect(row).toMatchObject({
      big: 9007199254740993n,
      small: 7,
      json: { a: 1 },
      nothing: null,
      total: 3n,
    });
    expect(String(row['at'])).toBe('2026-11-23T16:42:00.123Z');
    expect(String(row['day'])).toBe('2026-11-23');
    expect(row['day']).toBeInstanceOf(Temporal.PlainDate);
    expect([...(row['bytes'] instanceof Uint8Array ? row['bytes'] : [])]).toEqual([0, 255]);
  });

  it('accepts every type, alone and in arrays', async () => {
    const at = Temporal.Instant.from('2026-11-23T16:42:00.123Z');
    const day = Temporal.PlainDate.from('2026-11-23');
    const bytes = new Uint8Array([0, 34, 92, 255]);
    const texts = ['plain', 'with "quotes", {braces} and \\ slashes', '', 'NULL', 'é🎉', null];
    const rows = await db().query(
      `select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::date[], $5::bytea[], $6::boolean[], $7::jsonb[])
        as t (text, big, at, day, bytes, flag, json)`,
      [
        texts,
        [1n, 2, null, 9007199254740993n, -5n, 0n],
        texts.map(() => at),
        texts.map(() => day),
        texts.map(() => bytes),
        texts.map(() => true),
        texts.map(() => ({ a: 'it\'s "b"', n: 5n })),
      ],
    );
    expect(rows.map((row) => row['text'])).toEqual(texts);
    expect(rows.map((row) => row['big'])).toEqual([1n, 2n, null, 9007199254740993n, -5n, 0n]);
    expect(rows.every((row) => String(row['at']) === String(at))).toBe(true);
    expect(rows.every((row) => String(row['day']) === String(day))).toBe(true);
    expect(rows.every((row) => Buffer.from(bytes).equals(asBytes(row['bytes'])))).toBe(true);
    expect(rows[0]?.['json']).toEqual({ a: 'it\'s "b"', n: '5' });
    const [single] = await db().query(
      'select $1::timestamptz as at, $2::jsonb as json, $3::bytea as bytes',
      [at, { list: [1] }, bytes],
    );
    expect(String(single?.['at'])).toBe(String(at));
    expect(single?.['json']).toEqual({ list: [1] });
  });

  it('rolls back if the work throws, and commits if it returns', async () => {
    await db().query('create table things (id int primary key)');
    await expect(
      db().transaction(async (tx) => {
        await tx.query('insert into things values (1)');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await db().transaction(async (tx) => tx.query('insert into things values (2)'));
    expect(await db().query('select id from things')).toEqual([{ id: 2 }]);
  });

  it('runs statements asked together in order', async () => {
    await db().query('create table steps (id int)');
    const found = await db().transaction((tx) =>
      together([
        tx.query('insert into steps values (1)'),
        tx.query('select count(*)::int as steps from steps'),
        tx.query('insert into steps values (2)'),
        tx.query('select count(*)::int as steps from steps'),
      ]),
    );
    expect(found).toEqual([[], [{ steps: 1 }], [], [{ steps: 2 }]]);
  });

  it('reports why statements asked together failed, and rolls them back', async () => {
    await db().query('create table numbers (id int primary key)');
    const ended: string[] = [];
    const asked = db().transaction(async (tx) => {
      const insert = async (id: string) =>
        tx.query('insert into numbers values ($1::text::int)', [id]).finally(() => ended.push(id));
      // The consequence of the failure comes first in the list, its cause after it.
      const [one, wrong, two] = [insert('1'), insert('wrong'), insert('2')];
      return together([two, wrong, one]);
    });
    await expect(asked).rejects.toMatchObject({ code: '22P02' });
    expect(ended.toSorted()).toEqual(['1', '2', 'wrong']);
    await db().transaction(async (tx) => tx.query('insert into numbers values (3)'));
    expect(await db().query('select id from numbers')).toEqual([{ id: 3 }]);
  });

  it('commits with the last statement, and rolls back everything if it fails', async () => {
    await db().query('create table last_things (id int primary key)');
    const endingWith = async (id: string) =>
      db().transaction(async (tx) => {
        await tx.query('insert into last_things values ($1::int + 100)', [id.length]);
        return askLast(tx, 'insert into last_things values ($1::text::int) returning id', [id]);
      });
    expect(await endingWith('1')).toEqual([{ id: 1 }]);
    // Wrong in itself, then a conflict with a stored row.
    await expect(endingWith('wrong')).rejects.toMatchObject({ code: '22P02' });
    await expect(endingWith('1')).rejects.toMatchObject({ code: '23505' });
    expect(await db().query('select id from last_things order by id')).toEqual([
      { id: 1 },
      { id: 101 },
    ]);
  });

  it('commits nothing if a value cannot be encoded', async () => {
    const { engine } = db();
    await db().query('create table unwritten (id int)');
    const wrong = column('smallint', [32_768]);
    const last = db().transaction(async (tx) => {
      await tx.query('insert into unwritten values (1)');
      await askLast(tx, 'insert into unwritten select * from unnest($1::smallint[])', [wrong]);
    });
    await expect(last).rejects.toThrow(
      engine === 'postgresql' ? 'integer is out of range' : 'range',
    );
    const before = db().transaction(async (tx) =>
      together([
        tx.query('insert into unwritten select * from unnest($1::smallint[])', [wrong]),
        askLast(tx, 'insert into unwritten values (2)'),
      ]),
    );
    await expect(before).rejects.toThrow(
      engine === 'postgresql' ? 'integer is out of range' : 'range',
    );
    if (engine === 'postgresql') {
      const unnoticed = db().transaction(async (tx) => {
        await tx.query('insert into unwritten values (3)');
        await tx.query('select $1::smallint[]', [wrong]).catch(() => {});
      });
      await expect(unnoticed).rejects.toThrow('had failed unnoticed');
    }
    await db().transaction(async (tx) => tx.query('insert into unwritten values (4)'));
    expect(await db().query('select id from unwritten')).toEqual([{ id: 4 }]);
  });

  it('does not report a commit if a statement had failed unnoticed', async () => {
    const { engine } = db();
    if (engine !== 'postgresql') return;
    await db().query('create table unnoticed (id int primary key)');
    const deaf = db().transaction(async (tx) => {
      await tx.query('insert into unnoticed values (1)');
      await tx.query('insert into unnoticed values (1)').catch(() => {});
    });
    await expect(deaf).rejects.toThrow('had failed unnoticed');
    const late = db().transaction(async (tx) => {
      await tx.last?.('insert into unnoticed values (2)');
      await tx.query('insert into unnoticed values (3)');
    });
    await expect(late).rejects.toThrow('no statement may follow the last one');
    expect(await db().query('select id from unnoticed')).toEqual([{ id: 2 }]);
  });

  it('a part of a transaction can neither commit early nor outlive the whole', async () => {
    await db().query('create table parts (id int primary key)');
    const { engine } = db();
    const undoneByCaller = db().transaction(async (tx) => {
      const part = within(tx, engine);
      await part.transaction(async (inner) => {
        expect(inner.last).toBeUndefined();
        await askLast(inner, 'insert into parts values (1)');
      });
      expect(await part.query('select id from parts')).toEqual([{ id: 1 }]);
      throw new Error('rolled back by its caller');
    });
    await expect(undoneByCaller).rejects.toThrow('rolled back by its caller');
    expect(await db().query('select id from parts')).toEqual([]);
    await db().transaction(async (tx) => {
      const part = within(tx, engine);
      const [kept, failed, after] = await Promise.allSettled([
        part.transaction(async (inner) => inner.query('insert into parts values (2)')),
        part.transaction(async (inner) => {
          await inner.query('insert into parts values (3)');
          await inner.query('insert into parts values (2)');
        }),
        part.transaction(async (inner) => inner.query('insert into parts values (4)')),
      ]);
      expect([kept.status, failed.status, after.status]).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
    });
    expect(await db().query('select id from parts order by id')).toEqual([{ id: 2 }, { id: 4 }]);
  });

  it('a deliberate rollback returns its result and leaves nothing', async () => {
    await db().query('create table undone_rows (id int)');
    const rows = await rolledBack(db(), async (tx) => {
      expect('last' in tx).toBe(false);
      return tx.query('insert into undone_rows values (1) returning id');
    });
    expect(rows).toEqual([{ id: 1 }]);
    expect(await db().query('select id from undone_rows')).toEqual([]);
    await expect(rolledBack(db(), async (tx) => tx.query('select 1 / 0'))).rejects.toMatchObject({
      code: '22012',
    });
  });

  it('a connection lost during a transaction fails only that transaction', async () => {
    const { engine } = db();
    if (engine !== 'postgresql') return;
    const cut = async (pid: number | undefined) =>
      db().query('select pg_terminate_backend($1)', [pid]);
    const pidOf = async (tx: Queries) =>
      (await tx.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid;
    const between = db().transaction(async (tx) => {
      await cut(await pidOf(tx));
      await setTimeout(100);
      return tx.query('select 1');
    });
    await expect(between).rejects.toMatchObject({ code: 'database_unreachable', retryable: true });
    const during = db().transaction(async (tx) => {
      const pid = await pidOf(tx);
      return together([tx.query('select pg_sleep(20)'), tx.query('select 1'), cut(pid)]);
    });
    await expect(during).rejects.toMatchObject({ code: '57P01' });
    expect(await db().transaction(async (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('does nothing on a second migration, and refuses a newer database', async () => {
    expect(await migrate(db())).toEqual([]);
    await expect(migrate(db(), [])).rejects.toMatchObject({ code: 'schema_newer' });
  });
});

function asBytes(value: unknown): Buffer {
  return Buffer.from(value instanceof Uint8Array ? value : []);
}

it('keeps its isolation and date format on a server with other defaults', async () => {
  await using copy = await openTestDatabase();
  const url = copy.url ?? '';
  const name = new URL(url).pathname.slice(1);
  await copy.query(`alter database ${name} set default_transaction_isolation = 'serializable'`);
  await copy.query(`alter database ${name} set "DateStyle" = 'SQL, DMY'`);
  await using db = await openPostgres({ url });
  const [row] = await db.transaction(async (tx) =>
    tx.query(
      `select current_setting('transaction_isolation') as isolation, date '2026-11-23' as day,
        timestamptz '2026-11-23 10:42:00.123-06' as at`,
    ),
  );
  expect(row?.['isolation']).toBe('read committed');
  expect([String(row?.['day']), String(row?.['at'])]).toEqual([
    '2026-11-23',
    '2026-11-23T16:42:00.123Z',
  ]);
});

it('settings in the address apply, and ours take precedence', async () => {
  await using copy = await openTestDatabase();
  const url = new URL(copy.url ?? '');
  url.searchParams.set('options', '-c DateStyle=German -c synchronous_commit=off -c work_mem=8MB');
  url.searchParams.set('statement_timeout', '9000');
  await using db = await openPostgres({ url: url.href, statementSeconds: 2 });
  const [row] = await db.query(
    `select current_setting('work_mem') as memory, current_setting('synchronous_commit') as commit,
      current_setting('statement_timeout') as timeout, date '2026-11-23' as day`,
  );
  expect({ ...row, day: String(row?.['day']) }).toEqual({
    memory: '8MB',
    commit: 'on',
    timeout: '2s',
    day: '2026-11-23',
  });
});

it.each([
  'postgres://u:hunter2@word@127.0.0.1:1/db',
  'postgres://u:hunter2/word@127.0.0.1:1/db',
  'postgres://u:hunter2#word@127.0.0.1:1/db',
  'postgres://u:hunter2?word@127.0.0.1:1/db',
  'postgres://u:hunter2%word@127.0.0.1:1/db',
  'postgres://u:hunter2@127.0.0.1:99999/db',
  'postgres://u:hunter2@/db?host=/nowhere/socket',
])('no part of a password appears in the error about %s', async (url) => {
  const error = await openPostgres({ url }).catch((cause: unknown) => cause);
  expect(String(error)).toMatch(/address of the database|did not respond/);
  expect(String(error)).not.toMatch(/hunter2/);
});

it('reports that no server answers', async () => {
  await expect(openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
    code: 'database_unreachable',
    retryable: true,
  });
});

it.each([
  ['off', 'on'],
  ['remote_apply', 'remote_apply'],
  ['local', 'local'],
])('where the database says synchronous_commit=%s, a commit waits for %s', async (given, kept) => {
  await using db = await openTestDatabase('postgresql');
  const url = present(db.url, 'PostgreSQL has an address');
  await db.script(
    `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = ${given}`,
  );
  await using opened = await openPostgres({ url });
  const shown = async () => opened.query('show synchronous_commit');
  for (const rows of await Promise.all([shown(), shown(), shown()]))
    expect(rows).toEqual([{ synchronous_commit: kept }]);
});

it('a statement timeout cancels a slow statement, but never a migration', async () => {
  await using db = await openTestDatabase('postgresql');
  const url = present(db.url, 'PostgreSQL has an address');
  await using bounded = await openPostgres({ url, statementSeconds: 1 });
  await expect(bounded.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  const slow = { name: '9001-slow', text: 'select pg_sleep(1.5);' };
  expect(await migrate(bounded, [...migrations(), slow])).toEqual(['9001-slow']);
  expect(await bounded.query('show statement_timeout')).toEqual([{ statement_timeout: '1s' }]);
  expect(await bounded.query('show idle_in_transaction_session_timeout')).toEqual([
    { idle_in_transaction_session_timeout: '4s' },
  ]);
  expect(await db.query('show statement_timeout')).toEqual([{ statement_timeout: '0' }]);
  expect(await db.query('show tcp_keepalives_idle')).toEqual([{ tcp_keepalives_idle: '30' }]);
});
