import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { createWorld } from '../kernel/world.ts';
import { batchOf } from './batch.ts';
import { lockHead } from './chain.ts';
import { chainHead } from './head.ts';
import { leafOf } from './leaf.ts';

const institutionId = 7;
const world = createWorld();

onBothEngines('the chain', (db) => {
  const rows = async () =>
    (await db().query('select 1 from chain where institution_id = $1', [institutionId])).length;

  it('goes on from its head, with the commit behind the row or after it', async () => {
    for (const ends of [true, undefined]) {
      await db().transaction(async (tx) => {
        const head = await lockHead(tx, institutionId);
        const batch = batchOf(tx, { institutionId, world });
        batch.add('books', [leafOf('["a row"]')]);
        await batch.append({ head, ...(ends ? { ends } : {}) });
      });
    }
    expect(await rows()).toBe(2);
    expect((await chainHead(db(), institutionId))?.number).toBe(2n);
  });

  it('takes no row behind anything but its head, though the commit goes with it', async () => {
    const before = await rows();
    const known = await chainHead(db(), institutionId);
    for (const away of [-1n, 1n, 5n]) {
      const forged = db().transaction(async (tx) => {
        const head = await lockHead(tx, institutionId);
        await tx.query('create table beside_the_chain (id int)');
        const batch = batchOf(tx, { institutionId, world });
        batch.add('books', [leafOf('["a row"]')]);
        await batch.append({ head: { ...head, number: head.number + away }, ends: true });
      });
      await expect(forged).rejects.toMatchObject({ code: '22012' });
    }
    expect(await rows()).toBe(before);
    expect(await chainHead(db(), institutionId)).toEqual(known);
    expect(await db().query(`select to_regclass('beside_the_chain') as there`)).toEqual([
      { there: null },
    ]);
  });
});
