import { beforeAll, describe, expect, it } from 'vitest';
import { findExisting } from '../../src/audit/changes/find-existing.ts';
import { recording } from '../../src/audit/changes/recording.ts';
import {
  institutionColumn,
  otherTables,
  recordedTables,
} from '../../src/audit/changes/recorded-tables.ts';
import { verifyChanges } from '../../src/audit/changes/verify-changes.ts';
import type { ChainHead } from '../../src/audit/head.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { Database, Queries } from '../../src/database/database.ts';
import { rolledBack } from '../../src/database/rolled-back.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { post } from '../../src/ledger/post.ts';
import { verifyIn } from '../../src/ledger/verify/verify.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { pruneMessages } from '../../src/messages/prune-messages.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { engines, openTestDatabase } from '../support/sampled-engines.ts';
import { testKeyring } from '../support/fixture.ts';
import {
  loadOlderData,
  olderAddresses,
  olderEnd,
  olderInstitution as institutionId,
} from '../support/older-data.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isKey: boolean;
}

/** A value of a type that no row has. */
const fresh: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'md5(random()::text)',
  integer: '(100000 + random() * 1000000)::int',
  smallint: '(100 + random() * 30000)::int2',
  bigint: '(100000 + random() * 1000000)::int8',
  boolean: 'true',
  date: `date '2000-01-01' + (random() * 5000)::int`,
  'timestamp with time zone': `timestamptz '2001-01-01' + random() * interval '5000 days'`,
  bytea: 'sha256(random()::text::bytea)',
  jsonb: `jsonb_build_object('a', random()::text)`,
  'text[]': 'array[random()::text]',
};

function freshValue({ name, type }: Column): string {
  if (type === 'boolean') return `not coalesce(${name}, false)`;
  return present(fresh[type], `a value of the type ${type}`);
}

describe.each(engines)('what somebody alters in the database on %s', (engine) => {
  let db: Database;
  let head: ChainHead | undefined;
  const keyring = testKeyring();
  const clock = manualClock(olderEnd);
  const world = createWorld({ clock });
  const columns = new Map<string, Column[]>();

  beforeAll(async () => {
    const opened = await openTestDatabase(engine);
    db = opened;
    await loadOlderData(db);
    for (const row of await columnsOf(db)) {
      const its = columns.get(row.table) ?? [];
      columns.set(row.table, [...its, row]);
    }
    const recorded = recording(db, { world, keyringOf: () => keyring });
    await findExisting(recorded, world, { institutionId });
    const conversation = createConversation({
      db: recorded,
      core: ledgerCore,
      keyring,
      world,
      logger: silentLogger,
      metrics: silentMetrics,
      institution: async (id) => present(await loadInstitution(db, id), 'it exists'),
      delivery: async () => {},
      queued: () => {},
    });
    const texts = ['OK 2882', '#bal', '#trans 5 7 0', 'hist 7'];
    for (const [index, text] of texts.entries())
      await conversation.take({
        institutionId,
        channel: 'x',
        externalId: `altered${index}`,
        address: olderAddresses[0],
        text,
        sentAt: clock.now(),
        receivedAt: clock.now(),
      });
    await placeHolds(recorded);
    await prune(recorded);
    await freeOfConstraints(db);
    for (const table of Object.keys(recordedTables)) await furnish(recorded, table);
    const report = await check(db);
    expect(report.problems).toEqual([]);
    expect(report.changes.unrecorded).toEqual([]);
    head = report.record.head;
    return async () => opened[Symbol.asyncDispose]();
  }, 300_000);

  const placeHolds = async (on: Database) => {
    const [account] = await on.query<{ id: string }>(
      `select id from accounts where institution_id = $1 and kind = 'checking' and ledger_balance > 1000 order by id limit 1`,
      [institutionId],
    );
    const outcomes = await post(on, {
      institutionId,
      world,
      keyring,
      orders: ['GAS', 'HOTEL'].map((description) => ({
        order: 'place_hold',
        key: `altered ${description}`,
        effectiveOn: Temporal.PlainDate.from('2026-11-23'),
        accountId: present(account, 'an account').id,
        amount: 100n,
        description,
        expiresAt: clock.now().add({ hours: 24 }),
      })),
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
  };

  /** Deletes the oldest messages, twice. */
  const prune = async (on: Database) => {
    await on.query(
      `update outbound set status = 'delivered' where batch_id in (select batch_id from chain where format = 1)`,
    );
    const moments = await on.query<{ at: Temporal.Instant }>(
      'select written_at as at from chain where institution_id = $1 and number in (8, 11) order by 1',
      [institutionId],
    );
    for (const { at } of moments)
      await pruneMessages(on, { institutionId, world, keyring }, at.add({ milliseconds: 1 }));
  };

  const check = async (q: Queries) =>
    verifyIn(q, { institutionId, keyring, parts: [messagesPart], head });

  /** A row or two more, with a value in each column. */
  const furnish = async (on: Database, table: string) => {
    const its = present(columns.get(table), table);
    if (table === 'institutions') return;
    // Some have one row an institution.
    const rows = its.some(({ name, isKey }) => isKey && name !== 'institution_id') ? 2 : 1;
    const names = its.map(({ name }) => name);
    const values = its.map((column) =>
      column.name === 'institution_id'
        ? String(institutionId)
        : present(fresh[column.type], column.type),
    );
    await on.query(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from generate_series(1, ${rows})`,
    );
  };

  /** What `verify` finds of a table after somebody did this to it. */
  const found = async (table: string, acts: readonly string[]) =>
    rolledBack(db, async (tx) => {
      for (const act of acts) {
        const rows = await tx.query(`${act} returning 1`);
        expect(rows.length, act).toBeGreaterThan(0);
      }
      if (!Object.hasOwn(recordedTables, table))
        return (await check(tx)).problems.map(({ where, what }) => `${where}: ${what}`);
      const problems: string[] = [];
      await verifyChanges(tx, {
        institutionId,
        only: [table],
        tell: ({ where, what }) => problems.push(`${where}: ${what}`),
        isEnough: () => false,
      });
      return problems;
    });

  const one = (table: string, offset = 0) => {
    const key = present(columns.get(table), table).filter(({ isKey }) => isKey);
    const order = key.map(({ name }) => `${name} desc`).join(', ');
    const batches = columns.get(table)?.some(({ name }) => name === 'batch_id')
      ? 'and batch_id in (select batch_id from chain where format = 2)'
      : '';
    const any = `(select ctid from ${table} where ${institutionColumn(table)} = ${institutionId}`;
    return `coalesce(${any} ${batches} order by ${order} limit 1 offset ${offset}), ${any} order by ${order} limit 1 offset ${offset}))`;
  };

  /** A row that differs from the first in one of these columns. Two may be alike, such as the entries of two tables that were empty. */
  const another = async (table: string, of: readonly Column[]): Promise<string> => {
    const row = (alias: string) =>
      `row(${of.map(({ name }) => `${alias}.${name}`).join(', ')})::text`;
    for (let offset = 1; offset < 10; offset += 1) {
      const differing = await db.query(
        `select 1 from ${table} r, ${table} o
          where r.ctid = ${one(table)} and o.ctid = ${one(table, offset)} and ${row('r')} <> ${row('o')}`,
      );
      if (differing.length > 0) return one(table, offset);
    }
    return one(table, 1);
  };

  const tables = Object.entries({ ...recordedTables, ...otherTables });

  it('has rows in each table', async () => {
    for (const [table] of tables)
      expect(
        (await db.query(`select 1 from ${table} where ctid = ${one(table)}`)).length,
        table,
      ).toBe(1);
  });

  it.each(tables)('%s: a column', async (table, leftOut) => {
    const its = present(columns.get(table), table);
    expect(
      Object.keys(leftOut).filter((name) => !its.some((column) => column.name === name)),
    ).toEqual([]);
    const unseen: string[] = [];
    for (const column of its) {
      const act = `update ${table} set ${column.name} = ${freshValue(column)} where ctid = ${one(table)}`;
      const problems = await found(table, [act]);
      if (problems.length === 0) unseen.push(column.name);
    }
    expect(unseen.sort()).toEqual(Object.keys(leftOut).sort());
  });

  it.each(tables)('%s: a row deleted, put in, swapped with another', async (table) => {
    const its = present(columns.get(table), table);
    const institution = institutionColumn(table);
    expect(await found(table, [`delete from ${table} where ctid = ${one(table)}`])).not.toEqual([]);
    const key = its.filter(({ name, isKey }) => isKey && name !== institution);
    const first = key[0];
    // One row an institution has neither another key nor another row.
    if (!first) return;
    const values = its.map((column) => (column === first ? freshValue(column) : column.name));
    const copy = `insert into ${table} select ${values.join(', ')} from ${table} where ctid = ${one(table)}`;
    expect(await found(table, [copy])).not.toEqual([]);
    const rest = its.filter(({ name, isKey }) => !isKey && name !== institution);
    const swapped = rest.length > 0 ? rest : key;
    const sets = swapped.map(({ name }) => `${name} = o.${name}`);
    const [a, b] = [one(table), await another(table, swapped)];
    const swap = `update ${table} r set ${sets.join(', ')} from ${table} o
      where (r.ctid = ${a} and o.ctid = ${b}) or (r.ctid = ${b} and o.ctid = ${a})`;
    // What a recorded row's key holds alone is the same after the swap.
    if (rest.length > 0) expect(await found(table, [swap])).not.toEqual([]);
  });

  it('the tail of the chain, cut off cleanly, with what it covers or without', async () => {
    const cut = [
      `delete from chain where institution_id = ${institutionId} and number > (select max(number) - 3 from chain)`,
      `delete from changes where chain_number > (select max(number) from chain)`,
      `update chain_heads set number = c.number, hash = c.hash from chain c
        where c.number = (select max(number) from chain)`,
    ];
    expect(await found('chain', cut)).not.toEqual([]);
    const kept = head;
    head = undefined;
    // Without a head kept outside too: the rows are not as what is left of the record has them.
    expect(await found('chain', cut)).not.toEqual([]);
    head = kept;
  });

  it('all tables at once: each is named', async () => {
    const problems = await rolledBack(db, async (tx) => {
      for (const [table, leftOut] of Object.entries(recordedTables)) {
        const column = present(columns.get(table), table).find(
          ({ name, isKey }) => !isKey && !Object.hasOwn(leftOut, name),
        );
        if (column)
          await tx.query(
            `update ${table} set ${column.name} = ${freshValue(column)} where ctid = ${one(table)}`,
          );
      }
      return (await check(tx)).problems;
    });
    const named = new Set(problems.map(({ where }) => where.split(' ')[0]));
    const withColumns = Object.keys(recordedTables).filter((table) =>
      columns.get(table)?.some(({ name, isKey }) => !isKey && name !== institutionColumn(table)),
    );
    expect(withColumns.filter((table) => !named.has(table))).toEqual([]);
  });
});

async function columnsOf(q: Queries): Promise<(Column & { table: string })[]> {
  return q.query(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
        coalesce(a.attnum = any(i.indkey::int2[]), false) as "isKey"
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`,
  );
}

/** Anyone who can write the database can drop what keeps it in shape; the primary keys stay. */
async function freeOfConstraints(db: Database): Promise<void> {
  const drops = await db.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('c', 'u')
      union all
      select format('drop index %s', i.indexrelid::regclass) from pg_index i
        join pg_class c on c.oid = i.indrelid
        where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  await db.script(drops.map(({ drop }) => drop).join(';\n'));
}
