import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { testKeyring } from '../../test/support/fixture/keys.ts';
import { verify } from '../ledger/verify/verify.ts';
import { batchOf } from '../audit/batch.ts';
import { leafOf } from '../audit/leaf.ts';
import { createWorld } from '../kernel/world.ts';
import { messagesPart } from '../service/messages-part.ts';
import { recordOlderMessages } from './record-older.ts';

const world = createWorld();
const keyring = testKeyring();

onBothEngines('messages of no batch', (db) => {
  const put = async (institutionId: number, count: number) =>
    db().query(
      `insert into outbound (institution_id, id, conversation_id, channel, purpose, priority, text, language, queued_at, expires_at)
        select $1, gen_random_uuid(), gen_random_uuid(), 'sms', 'notice', 1, 'A notice', 'en', $3, $3 from generate_series(1, $2::int)`,
      [institutionId, count, world.clock.now()],
    );
  const take = async (institutionId: number) =>
    recordOlderMessages(db(), { institutionId, keyring, world });
  const problems = async (institutionId: number) => {
    const report = await verify(db(), { institutionId, keyring, parts: [messagesPart] });
    return report.problems.map(({ what }) => what);
  };

  it('are taken in once where the chain has no row yet, all pages of them', async () => {
    await put(71, 2_001);
    expect(await take(71)).toBe(2_001);
    expect(await problems(71)).toEqual([]);
    await put(71, 1);
    expect(await take(71)).toBe(0);
    expect(await problems(71)).toEqual(['it is of no batch in the chain']);
  });

  it('are taken in once if two processes start at once', async () => {
    await put(72, 3);
    const taken = await Promise.all([take(72), take(72)]);
    expect(taken.toSorted((a, b) => a - b)).toEqual([0, 3]);
    expect(await problems(72)).toEqual([]);
  });

  it('are not taken in where the chain began without them', async () => {
    await db().transaction(async (tx) => {
      batchOf(tx, { institutionId: 73, keyring, world }).add('changes', [leafOf('[1,"first"]')]);
    });
    await put(73, 1);
    expect(await take(73)).toBe(0);
  });

  it('where there are none, begin no chain', async () => {
    expect(await take(74)).toBe(0);
    const rows = await db().query('select 1 from chain_heads where institution_id = 74');
    expect(rows).toEqual([]);
  });
});
