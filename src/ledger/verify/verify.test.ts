import { expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import type { Database, Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { seededRandom } from '../../kernel/random.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { chainHead, formatHead, parseHead } from '../../audit/head.ts';
import {
  smallBooks,
  type SmallBooks,
  booksKeyring,
} from '../../../test/support/ledger/small-books.ts';
import { verify, verifyIn } from './verify.ts';

const tables = [
  'chain',
  'chain_heads',
  'accounts',
  'transactions',
  'entries',
  'account_events',
  'holds',
  'hold_events',
];

onSampledEngines('verify', (db) => {
  it('finds nothing in unchanged books', async () => {
    const books = await busyBooks(db());
    const report = await verify(db(), {
      institutionId: books.institutionId,
      keyring: booksKeyring,
    });
    expect(report.problems).toEqual([]);
    expect(report.record.signatures).toEqual({
      good: report.record.batches,
      unchecked: 0,
      unknown: new Map(),
      unsigned: 0,
      unsignedAt: [],
      unvouched: 0,
      unvouchedAt: [],
    });
    expect(report).toMatchObject({ accounts: 4, entries: 16, holds: 3 });
  });

  it('finds a flipped byte in every column of every table', async () => {
    const books = await busyBooks(db());
    const { institutionId } = books;
    const undetected: string[] = [];
    let flipped = 0;
    for (const { table, column, type } of await columnsOf(db())) {
      const found = await tampered(db(), async (tx) => {
        const flips = await flip(tx, { table, column, type, institutionId });
        if (!flips) return 'impossible';
        flipped += 1;
        const report = await verifyIn(tx, { institutionId, keyring: booksKeyring });
        return report.problems[0] ? 'found' : 'undetected';
      });
      if (found === 'undetected') undetected.push(`${table}.${column}`);
    }
    // The outbox counter: domain events are not part of the record.
    expect(undetected).toEqual(['chain_heads.events']);
    expect(flipped).toBeGreaterThan(70);
  });

  it('finds a row deleted from every table', async () => {
    const books = await busyBooks(db());
    const { institutionId } = books;
    for (const table of tables) {
      const found = await tampered(db(), async (tx) => {
        await tx.query(
          `delete from ${table} where ctid = (select ctid from ${table} where institution_id = $1 order by ctid limit 1 offset $2)`,
          [institutionId, table === 'chain_heads' ? 0 : 1],
        );
        return (await verifyIn(tx, { institutionId })).problems[0];
      });
      expect([table, found]).toEqual([
        table,
        expect.objectContaining({ where: expect.any(String) }),
      ]);
    }
  });

  it('finds an added row', async () => {
    const books = await busyBooks(db());
    const { institutionId, world } = books;
    const [one, two] = [world.ids.next(), world.ids.next()];
    const insertions = [
      // Into an existing batch, and into one that doesn't exist.
      ...['batch_id', `'${one}'`].map(
        (
          batch,
        ) => `insert into transactions (institution_id, id, batch_id, key, content, kind, memo, effective_on, posted_at, forced)
          select institution_id, '${two}', ${batch}, 'put in', content, kind, memo, effective_on, posted_at, forced
          from transactions where institution_id = $1 limit 1`,
      ),
      `insert into entries (institution_id, account_id, sequence, transaction_id, batch_id, amount, balance_after,
          effective_on, posted_at, below_floor, kind, description)
        select institution_id, account_id, 99, transaction_id, batch_id, amount, balance_after, effective_on, posted_at,
          below_floor, kind, description from entries where institution_id = $1 limit 1`,
      `insert into holds select institution_id, '${two}', account_id, amount, remaining, state, description, placed_at,
          expires_at, events from holds where institution_id = $1 limit 1`,
      `insert into accounts (institution_id, id, class, kind, normal_side, currency, internal, opened_on)
        values ($1, '${two}', 'liability', 'checking', -1, 'USD', false, '2026-01-01')`,
    ];
    for (const insertion of insertions) {
      const found = await tampered(db(), async (tx) => {
        await tx.query(insertion, [institutionId]);
        return (await verifyIn(tx, { institutionId })).problems[0];
      });
      expect([insertion, found]).toEqual([insertion, expect.anything()]);
    }
  });

  it('finds two swapped entries, transactions or batches', async () => {
    const books = await busyBooks(db());
    const { institutionId } = books;
    const swaps = [
      // Two rows swap all columns except their key.
      `update entries e set amount = o.amount, balance_after = o.balance_after, description = o.description
        from entries o where e.institution_id = $1 and o.institution_id = $1 and e.account_id = o.account_id
          and e.sequence in (1, 2) and o.sequence = 3 - e.sequence`,
      `update transactions t set memo = o.memo, key = t.key || o.key, posted_at = o.posted_at
        from transactions o where t.institution_id = $1 and o.institution_id = $1 and t.key in ('small:7', 'small:8')
          and o.key in ('small:7', 'small:8') and o.key <> t.key`,
      `update chain c set leaves = o.leaves, root = o.root, hash = o.hash, seal = o.seal
        from chain o where c.institution_id = $1 and o.institution_id = $1 and c.number in (4, 5) and o.number = 9 - c.number`,
    ];
    for (const swap of swaps) {
      const found = await tampered(db(), async (tx) => {
        await tx.query(swap, [institutionId]);
        return (await verifyIn(tx, { institutionId })).problems[0];
      });
      expect(found).toBeDefined();
    }
  });

  it('names the first row that disagrees, and the batch', async () => {
    const books = await busyBooks(db());
    const { institutionId } = books;
    const report = await tampered(db(), async (tx) => {
      await tx.query(
        `update entries set amount = amount + 1 where institution_id = $1 and sequence = 2 and account_id =
          (select id from accounts where institution_id = $1 and kind = 'checking')`,
        [institutionId],
      );
      return verifyIn(tx, { institutionId });
    });
    expect(report.problems[0]?.where).toMatch(/^account .* entry 2$/);
    expect(report.problems.map(({ where }) => where)).toContainEqual(
      expect.stringMatching(/^transaction /),
    );
    expect(report.record.problems).toEqual([
      {
        where: expect.stringMatching(/^batch \d+$/),
        what: expect.stringMatching(/^account \S+ entry 2 is not as it wrote it$/),
      },
    ]);
  });

  it('finds a cleanly cut-off end only with a head kept outside', async () => {
    const books = await busyBooks(db());
    const { institutionId } = books;
    const head = present(await chainHead(db(), institutionId), 'there is a head');
    expect(parseHead(formatHead(head))).toEqual(head);
    const [inside, against] = await tampered(db(), async (tx) => {
      // Undo all rows of the last batch (closing an account) and set back the head.
      const [last] = await tx.query<{ batchId: string }>(
        'delete from chain where institution_id = $1 and number = $2 returning batch_id as "batchId"',
        [institutionId, head.number],
      );
      await tx.query(
        `update chain_heads h set number = c.number, hash = c.hash from chain c
          where h.institution_id = $1 and c.institution_id = $1 and c.number = $2`,
        [institutionId, head.number - 1n],
      );
      for (const table of ['transactions', 'account_events']) {
        await tx.query(`delete from ${table} where institution_id = $1 and batch_id = $2`, [
          institutionId,
          last?.batchId,
        ]);
      }
      await tx.query(
        'update accounts set closed_on = null, events = events - 1 where institution_id = $1 and closed_on is not null',
        [institutionId],
      );
      return [
        await verifyIn(tx, { institutionId, keyring: booksKeyring }),
        await verifyIn(tx, { institutionId, keyring: booksKeyring, head }),
      ] as const;
    });
    expect(inside.problems).toEqual([]);
    expect(against.problems).toEqual([
      {
        where: `batch ${head.number}`,
        what: `the head kept outside names it, but the chain ends with batch ${head.number - 1n}`,
      },
    ]);
    // A later head includes the earlier one.
    await books.open({ kind: 'savings' });
    const later = await verify(db(), { institutionId, head });
    expect(later.problems).toEqual([]);
  });

  it('reports a chain rewritten without the key', async () => {
    const books = await busyBooks(db());
    const { institutionId } = books;
    const forged = createKeyring([{ id: 1, key: new Uint8Array(32).fill(1) }], seededRandom(1));
    const other = await verify(db(), { institutionId, keyring: forged });
    expect(other.problems).toEqual([
      {
        where: 'key 1',
        what: expect.stringMatching(
          /^none of the \d+ signatures that name it is its own: TMM_MASTER_KEYS has another key as 1/,
        ),
      },
    ]);
    const lacking = createKeyring([{ id: 8, key: new Uint8Array(32).fill(1) }], seededRandom(1));
    const unknown = await verify(db(), { institutionId, keyring: lacking });
    const batches = other.record.batches;
    expect(unknown.problems).toEqual([
      {
        where: 'key 1',
        what: `${batches} batches are signed with it, and TMM_MASTER_KEYS lacks it: not checked`,
      },
    ]);
    expect(unknown.record.signatures).toMatchObject({ good: 0, unchecked: 0 });
    expect(unknown.record.signatures.unknown.get(1)).toBe(batches);
    const without = await verify(db(), { institutionId });
    expect(without.problems).toEqual([]);
    expect(without.record.signatures).toMatchObject({
      good: 0,
      unchecked: without.record.batches,
    });
  });
});

/**
 * Opens books with some of everything: postings, a reversal, holds in each state, a limit, a
 * closing.
 */
async function busyBooks(db: Database): Promise<SmallBooks> {
  const books = smallBooks(db);
  const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
  const checking = await books.open({ kind: 'checking', overdraftLimit: 500n });
  const savings = await books.open({ kind: 'savings' });
  const gone = await books.open({ kind: 'certificate' });
  const transfer = (from: string, to: string, amount: bigint) =>
    books.must({
      order: 'transfer',
      key: books.key(),
      effectiveOn: books.day,
      memo: `memo ${amount}`,
      fromAccountId: from,
      toAccountId: to,
      amount,
      kind: 'deposit',
      fromDescription: 'PAYROLL',
      toDescription: 'PAYROLL',
      checkNumber: '1042',
    });
  for (const amount of [100_000n, 2_500n, 31n]) await transfer(cash, checking, amount);
  const wrong = await transfer(checking, savings, 500n);
  await transfer(checking, savings, 700n);
  await transfer(checking, savings, 900n);
  const common = () => ({ key: books.key(), effectiveOn: books.day });
  await books.must({
    ...common(),
    order: 'reversal',
    transactionId: wrong.transactionId,
    description: 'IN ERROR',
  });
  const holds: string[] = [];
  for (const amount of [5_000n, 6_000n, 7_000n]) {
    const placed = await books.must({
      ...common(),
      order: 'place_hold',
      accountId: checking,
      amount,
      description: 'SHELL',
      expiresAt: books.clock.now().add({ minutes: 30 }),
    });
    holds.push(placed.holdId ?? '');
  }
  const [captured = '', released = ''] = holds;
  await books.must({
    ...common(),
    order: 'capture_hold',
    holdId: captured,
    accountId: checking,
    toAccountId: cash,
    amount: 4_000n,
    kind: 'purchase',
    description: 'SHELL',
  });
  await books.must({ ...common(), order: 'release_hold', holdId: released, accountId: checking });
  await books.must({
    ...common(),
    order: 'set_overdraft_limit',
    accountId: checking,
    overdraftLimit: 900n,
  });
  await books.must({ ...common(), order: 'close_account', accountId: gone });
  return books;
}

class Undo<Result> {
  readonly result: Result;
  constructor(result: Result) {
    this.result = result;
  }
}

/** Changes the database, runs a check, and rolls back. */
async function tampered<Result>(
  db: Database,
  work: (tx: Queries) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction(async (tx) => {
      const result = await work(tx);
      // oxlint-disable-next-line typescript/only-throw-error -- it rolls back the transaction and carries the result
      throw new Undo(result);
    });
  } catch (error) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- thrown four lines above
    if (error instanceof Undo) return error.result as Result;
    throw error;
  }
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

async function columnsOf(db: Database): Promise<Column[]> {
  const columns = await db.query<Column>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = any($1::text[]) order by table_name, ordinal_position`,
    [tables],
  );
  expect(columns.length).toBeGreaterThan(70);
  return columns;
}

/** The value of a type after one byte flipped; null becomes a value. */
const flips: Readonly<Record<string, (column: string) => string>> = {
  integer: (c) => `coalesce(${c}, 0) # 1`,
  smallint: (c) => `(-${c})::smallint`,
  bigint: (c) => `coalesce(${c}, 0) # 1`,
  boolean: (c) => `not coalesce(${c}, false)`,
  date: (c) => `coalesce(${c}, date '2026-01-01') + 1`,
  'timestamp with time zone': (c) =>
    `coalesce(${c}, timestamptz '2026-01-01') + interval '1 microsecond'`,
  uuid: (c) => {
    const value = `coalesce(${c}, '018f0000-0000-7000-8000-000000000000')::text`;
    const last = `translate(right(${value}, 1), '0123456789abcdef', '1032547698badcfe')`;
    return `overlay(${value} placing ${last} from 36)::uuid`;
  },
  text: (c) =>
    `overlay(coalesce(nullif(${c}, ''), 'x') placing chr(ascii(coalesce(nullif(${c}, ''), 'x')) # 1) from 1)`,
  jsonb: (c) => `coalesce(${c}, '{}') || '{"put": "in"}'`,
  bytea: (c) => `coalesce(set_byte(${c}, 0, get_byte(${c}, 0) # 1), '\\x00'::bytea)`,
};

/** Flips a byte in a column of one row; `false` if the database refuses every row. */
async function flip(
  tx: Queries,
  { table, column, type, institutionId }: Column & { institutionId: number },
): Promise<boolean> {
  const expression = present(flips[type], `a flip for ${type}`)(column);
  for (let offset = 0; offset < 6; offset += 1) {
    await tx.query('savepoint flip');
    try {
      const changed = await tx.query(
        `update ${table} set ${column} = ${expression}
          where ctid = (select ctid from ${table} where institution_id = $1 order by ctid desc limit 1 offset $2) returning 1`,
        [institutionId, offset],
      );
      if (changed.length === 1) return true;
    } catch {
      await tx.query('rollback to savepoint flip');
    }
  }
  return false;
}
