import { expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { testKeyring } from '../../test/support/fixture/keys.ts';
import { batchOf } from '../audit/batch.ts';
import { leafOf } from '../audit/leaf.ts';
import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import { createWorld } from '../kernel/world.ts';
import { vouchedFor } from './vouched.ts';

const world = createWorld();

onGuardedEngines('leaves in memory', (db) => {
  const place = { institutionId: 1, keyring: testKeyring() };
  /** A batch of so many messages. @returns its first */
  const make = async (id: string, count = 1) =>
    db().transaction(async (tx) => {
      const batch = batchOf(tx, { ...place, world });
      const leaves = Array.from({ length: count }, (_, at) => leafOf(`[1,"${id}",${at}]`));
      batch.add('messages', leaves);
      return { id, batchId: batch.id, leaf: present(leaves[0], 'it has one') };
    });
  /** Does something else before each statement. */
  const meanwhile = (work: () => Promise<unknown>): Queries =>
    ({
      query: async (...asked: Parameters<Queries['query']>) => {
        await work();
        return db().query(...asked);
      },
    }) as Queries;

  it('that another call drops meanwhile still count for this one', async () => {
    const old = await make('old');
    const fresh = await make('fresh');
    const big = await make('big', 50_000);
    await vouchedFor(db(), place, [old]);
    const busy = meanwhile(async () => vouchedFor(db(), place, [big]));
    expect([...(await vouchedFor(busy, place, [old, fresh]))]).toEqual(['old', 'fresh']);
  });

  it('are not needed for a batch that exceeds them', async () => {
    const huge = await make('huge', 50_001);
    const small = await make('small');
    expect([...(await vouchedFor(db(), place, [huge, small]))]).toEqual(['huge', 'small']);
    expect([...(await vouchedFor(db(), place, [small, huge]))]).toEqual(['small', 'huge']);
  });
});
