import { expect, it } from 'vitest';
import { onBothEngines, openTestDatabase, engines } from '../../test/support/engines.ts';
import { testKeyring } from '../../test/support/fixture/keys.ts';
import type { Database } from '../database/database.ts';
import { createKeyring } from '../kernel/keyring.ts';
import { silentLogger } from '../kernel/logger.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import { verify } from '../ledger/verify/verify.ts';
import { createInstitution } from '../members/institution.ts';
import { recordOlderMessages } from '../messages/record-older.ts';
import { createInstitutionCache } from '../service/institution-cache.ts';
import { createMayServe } from '../service/may-serve.ts';
import { recording } from './changes/recording.ts';
import { isMade, noteExisting } from './made.ts';

const world = createWorld();
const keyring = testKeyring();
const given = { world, keyringOf: () => keyring };

const create = async (db: Database, slug: string) =>
  (
    await db.transaction(async (tx) =>
      createInstitution(tx, world, { slug, name: 'V', zone: 'America/Chicago', currency: 'USD' }),
    )
  ).id;

/** What somebody who can write the database does. */
const insertShadow = async (db: Database, of: number): Promise<number> => {
  const [row] = await db.query<{ id: number }>(
    `insert into institutions select (select max(id) + 1 from institutions), 'shadow' || (select max(id) from institutions),
        name, zone, currency, demonstration, settings, created_at
      from institutions where id = $1 returning id`,
    [of],
  );
  const id = row?.id ?? 0;
  await db.query(
    `insert into outbound (institution_id, id, conversation_id, channel, purpose, priority, text, language, queued_at, expires_at)
      values ($1, gen_random_uuid(), gen_random_uuid(), 'sms', 'notice', 1, 'Not ours', 'en', now(), now())`,
    [id],
  );
  return id;
};

onBothEngines('an institution that somebody put into the database', (db) => {
  it('is found by verify, not served, and nothing of it is signed', async () => {
    const real = await create(recording(db(), given), 'real');
    const shadow = await insertShadow(db(), real);
    expect(await isMade(db(), real, keyring)).toBe(true);
    expect(await isMade(db(), shadow, keyring)).toBe(false);
    for (const one of [keyring, undefined]) {
      const report = await verify(db(), { institutionId: shadow, keyring: one });
      expect(report.problems).toContainEqual({
        where: `institution ${shadow}`,
        what: 'no signed batch made it',
      });
    }
    expect((await verify(db(), { institutionId: real, keyring })).problems).toEqual([]);
    const told: unknown[] = [];
    const log = (...call: unknown[]) => told.push(call);
    const cache = createInstitutionCache(
      db(),
      world,
      createMayServe({ db: db(), world, keyring, logger: loggerOf(log) }),
    );
    expect((await cache.all()).map(({ id }) => id)).toEqual([real]);
    await expect(cache.get(shadow)).rejects.toMatchObject({ code: 'institution_unknown' });
    cache.forget();
    await cache.all();
    expect(told).toEqual([
      [expect.objectContaining({ institutionId: shadow }), expect.stringContaining('not served')],
    ]);
    expect(await recordOlderMessages(db(), { institutionId: shadow, keyring, world })).toBe(0);
    expect(await db().query('select 1 from chain where institution_id = $1', [shadow])).toEqual([]);
  });

  it('is not made by a copy of the chain of another, or by a signature with another key', async () => {
    const real = await create(recording(db(), given), 'copied');
    const shadow = await insertShadow(db(), real);
    await db().query(
      `insert into chain select (jsonb_populate_record(c, jsonb_build_object('institution_id', $2::int))).* from chain c where institution_id = $1`,
      [real, shadow],
    );
    expect(await isMade(db(), shadow, keyring)).toBe(false);
    const other = createKeyring([{ id: 90, key: new Uint8Array(32).fill(9) }], seededRandom(1));
    const forger = recording(db(), { world, keyringOf: () => other });
    expect(await isMade(db(), await create(forger, 'forged'), keyring)).toBe(false);
  });
});

it.each(engines)(
  'institutions that begin without a key are known afterwards, on %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    const keyless = recording(db, { world, keyringOf: () => undefined });
    const first = await create(keyless, 'first');
    await noteExisting(db, given);
    // Alone it needs no name.
    expect(await db.query('select 1 from chain where seal is not null')).toEqual([]);
    const second = await create(keyless, 'second');
    await noteExisting(db, given);
    await noteExisting(db, given);
    expect(
      await db.query('select institution_id as id, versions from chain where seal is not null'),
    ).toEqual([
      { id: first, versions: expect.objectContaining({ existing: `${first},${second}` }) },
    ]);
    for (const id of [first, second]) expect(await isMade(db, id, keyring)).toBe(true);
    // From now on only who has the key makes one.
    await expect(create(keyless, 'third')).rejects.toMatchObject({ code: 'needs_key' });
    const third = await insertShadow(db, first);
    expect(await isMade(db, third, keyring)).toBe(false);
    await db.query(
      `update chain set versions = versions || '{"existing":"1,2,3,4"}' where versions ? 'existing'`,
    );
    expect(await isMade(db, third, keyring)).toBe(false);
  },
);

function loggerOf(error: (...call: unknown[]) => void) {
  return { ...silentLogger, error };
}
