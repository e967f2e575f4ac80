import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { observed } from './observed.ts';
import type { Database } from './database.ts';

let plain: Database;

beforeAll(async () => {
  plain = await openTestDatabase('pglite');
});

afterAll(async () => plain[Symbol.asyncDispose]());

it('times each transaction by its outcome, and does not change it', async () => {
  const timed: { labels: object; seconds: number }[] = [];
  const db = observed(plain, {
    time: (name, labels, seconds) => {
      expect(name).toBe('database_transaction');
      timed.push({ labels, seconds });
    },
  });
  await db.script('create table kept (n int)');
  const answer = await db.transaction(async (tx) => {
    await tx.query('insert into kept values (1)');
    return 'done';
  });
  const undone = db.transaction(async (tx) => {
    await tx.query('insert into kept values (2)');
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  expect(answer).toBe('done');
  expect(await db.query('select n from kept')).toStrictEqual([{ n: 1 }]);
  expect(timed.map(({ labels }) => labels)).toStrictEqual([
    { engine: 'pglite', outcome: 'committed' },
    { engine: 'pglite', outcome: 'undone' },
  ]);
  for (const { seconds } of timed) expect(seconds).toBeGreaterThan(0);
});
