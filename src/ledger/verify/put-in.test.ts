import { expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { buildFixture } from '../../../test/support/fixture.ts';
import { rolledBack } from '../../database/rolled-back.ts';
import { createWorld } from '../../kernel/world.ts';
import { verifyIn } from './verify.ts';

onSampledEngines('a row that somebody put in', (db) => {
  it('is one that no batch wrote, in the words of verify', async () => {
    const { institution } = await buildFixture(db(), createWorld(), { people: 1 });
    const institutionId = institution.id;
    const { problems } = await rolledBack(db(), async (tx) => {
      await tx.query(
        `insert into transactions
          select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'key', 'put in'))).*
            from transactions t where institution_id = $1 limit 1`,
        [institutionId],
      );
      return (await verifyIn(tx, { institutionId })).record;
    });
    expect(problems).toEqual([
      {
        where: expect.stringMatching(/^batch \d+$/),
        what: expect.stringMatching(/^it did not write transaction \S+, and no other batch did$/),
      },
    ]);
  });
});
