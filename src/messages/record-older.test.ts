import { beforeAll, expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { testKeyring } from '../../test/support/fixture/keys.ts';
import { verify } from '../ledger/verify/verify.ts';
import { batchOf } from '../audit/batch.ts';
import { findExisting } from '../audit/changes/find-existing.ts';
import { recording } from '../audit/changes/recording.ts';
import { leafOf } from '../audit/leaf.ts';
import { noteExisting } from '../audit/made.ts';
import { createWorld } from '../kernel/world.ts';
import { messagesPart } from '../service/messages-part.ts';
import { recordOlderMessages } from './record-older.ts';

const world = createWorld();
const keyring = testKeyring();

onGuardedEngines('messages of no batch', (db) => {
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

  beforeAll(async () => {
    await db().query(
      `insert into institutions (id, slug, name, zone, currency, settings, created_at)
        select id, 'older-' || id, 'V', 'America/Chicago', 'USD', '{}', now() from unnest($1::int[]) as n (id)`,
      [[70, 71, 72, 73, 74, 75, 76]],
    );
    // As the first start does: the institutions that are there are known before anything is signed.
    await noteExisting(db(), { world, keyringOf: () => keyring });
  });

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

  it('are taken in where only a command of staff began the chain', async () => {
    await put(75, 2);
    await recording(db(), { world, keyringOf: () => keyring }).query(
      `insert into members (institution_id, id, number, name, created_at) values (75, $1, '1', 'A member', $2)`,
      [world.ids.next(), world.clock.now()],
    );
    expect(await take(75)).toBe(2);
    await put(75, 1);
    expect(await take(75)).toBe(0);
  });

  it('are not taken in once rows from before the record were found, whatever somebody deletes', async () => {
    await findExisting(recording(db(), { world, keyringOf: () => keyring }), world, {
      institutionId: 76,
    });
    await put(76, 1);
    expect(await take(76)).toBe(0);
    await db().query('delete from changes where institution_id = 76');
    expect(await take(76)).toBe(0);
  });

  it('where there are none, begin no chain', async () => {
    expect(await take(74)).toBe(0);
    const rows = await db().query('select 1 from chain_heads where institution_id = 74');
    expect(rows).toEqual([]);
  });
});
