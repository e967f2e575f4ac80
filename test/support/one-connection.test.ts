import { afterAll, expect, it } from 'vitest';
import { openTestDatabase } from './engines.ts';
import { asOneConnection } from './one-connection.ts';

const db = asOneConnection(await openTestDatabase('postgresql'));
afterAll(async () => expect(async () => db[Symbol.asyncDispose]()).rejects.toThrow(/select 1/));

it('refuses a question to the pool inside a transaction, and another transaction', async () => {
  const asks = db.transaction(async () => db.query('select 1'));
  await expect(asks).rejects.toThrow(/the pool was asked: select 1/);
  const nests = db.transaction(async () => db.transaction(async () => {}));
  await expect(nests).rejects.toThrow(/another transaction/);
});

it('takes a question beside a transaction, and after it', async () => {
  const later: (() => Promise<unknown>)[] = [];
  const [rows] = await Promise.all([
    db.query('select 2 as two'),
    db.transaction(async (tx) => {
      await tx.query('select 3');
      later.push(async () => db.query('select 4 as four'));
    }),
  ]);
  expect(rows).toEqual([{ two: 2 }]);
  expect(await later[0]?.()).toEqual([{ four: 4 }]);
});
