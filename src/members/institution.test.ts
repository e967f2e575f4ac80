import { expect, it } from 'vitest';
import { staffActor } from '../../test/support/actor.ts';
import { onBothEngines } from '../../test/support/engines.ts';
import { present } from '../kernel/assert.ts';
import { manualClock } from '../kernel/clock.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld } from '../kernel/world.ts';
import {
  changeSettings,
  createInstitution,
  listInstitutions,
  loadInstitution,
  renameInstitution,
} from './institution.ts';
import { mergePatch } from './merge-patch.ts';

const clock = manualClock('2026-11-24T03:00:00Z');
const world = createWorld({ clock, random: seededRandom('institutions') });

it('settings are merged as RFC 7396 says', () => {
  const cases: [unknown, unknown, unknown][] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: ['c', null] }, { a: ['c', null] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: 'foo' }, null, null],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [target, patch, result] of cases) expect(mergePatch(target, patch)).toEqual(result);
});

onBothEngines('institutions', (db) => {
  const create = async (slug: string, settings: object = {}) =>
    db().transaction(async (tx) =>
      createInstitution(tx, world, {
        slug,
        name: 'Riverside',
        zone: 'America/Chicago',
        currency: 'USD',
        settings,
      }),
    );
  const change = async (institutionId: number, changes: object) =>
    db().transaction(async (tx) =>
      changeSettings(tx, world, { institutionId, changes, actor: staffActor('ann', 'asked') }),
    );

  it('get distinct numbers when created at once, and a name only once', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, async (_, index) => create(`bank-${index}`)),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(5);
    expect((await listInstitutions(db())).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    await expect(create('bank-3')).rejects.toMatchObject({ code: 'institution_exists' });
  });

  it('two that take one host at the same time: the second is refused in a sentence', async () => {
    const one = await create('host-one');
    const other = await create('host-two');
    const publicUrl = 'https://raced.example';
    let second: Promise<unknown> = Promise.resolve();
    await db().transaction(async (tx) => {
      await changeSettings(tx, world, {
        institutionId: one.id,
        changes: { publicUrl },
        actor: staffActor('ann', 'asked'),
      });
      // It looks before this commits, and waits at the index; the embedded database begins it afterwards.
      second = change(other.id, { publicUrl }).then(
        () => 'changed',
        (error: unknown) => error,
      );
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
    });
    expect(await second).toMatchObject({
      code: 'institution_invalid',
      message: expect.stringMatching(
        /publicUrl: (?:another institution|‘host-one’) has this address$/,
      ),
    });
    expect((await loadInstitution(db(), other.id))?.settings.publicUrl).toBeUndefined();
  });

  it('keep their settings as they were set, amounts to the last minor unit', async () => {
    const limits = { perTransfer: '900719925474099', perDay: 900_719_925_474_099n };
    const { id } = await create('amounts', { limits });
    const { settings } = present(await loadInstitution(db(), id), 'it was made');
    expect(settings.limits).toEqual({
      perTransfer: 900_719_925_474_099n,
      perDay: 900_719_925_474_099n,
    });
    expect(await loadInstitution(db(), 999)).toBeUndefined();
  });

  it('change only named settings, and null restores the default', async () => {
    const { id } = await create('changing', { x: { userId: '12', handle: 'riverside' } });
    await change(id, { limits: { perDay: '900' }, historyCount: 3 });
    const { settings } = await change(id, { x: { handle: 'river' }, colors: null });
    expect(settings).toMatchObject({
      limits: { perTransfer: 200_000n, perDay: 900n, confirmAbove: 50_000n },
      historyCount: 3,
      x: { userId: '12', handle: 'river' },
    });
    const without = await change(id, { limits: { confirmAbove: null }, historyCount: null });
    expect(without.settings.limits.confirmAbove).toBeUndefined();
    expect(without.settings.historyCount).toBe(5);
    expect((await loadInstitution(db(), id))?.settings).toEqual(without.settings);
  });

  it('refuse an unknown setting, and name it', async () => {
    const { id } = await create('slips');
    for (const [changes, problem] of [
      [{ histroyCount: 3 }, 'histroyCount'],
      [{ limits: { confirmAbov: '1' } }, 'limits.confirmAbov'],
      [{ words: { add: { fly: ['x'] } } }, 'words.add'],
      [{ colors: { main: 'red', onMain: '#ffffff' } }, 'colors.main'],
      [{ logo: 'javascript:alert(1)' }, 'logo'],
      [{ logo: 'https://cdn.example;script-src=*/logo.png' }, 'logo'],
      [{ logo: 'https://cdn.example,evil.example/logo.png' }, 'logo'],
      [{ logo: 'https://*/logo.png' }, 'logo'],
      [{ logo: "https://'unsafe-inline'/logo.png" }, 'logo'],
      [{ logo: 'https://user:word@cdn.example/logo.png' }, 'logo'],
      [{ limits: { perDay: '-1' } }, 'limits.perDay'],
    ] as const) {
      await expect(change(id, changes)).rejects.toMatchObject({
        code: 'institution_invalid',
        message: expect.stringContaining(problem),
      });
    }
    await expect(create('slips-2', { servce: 'x' })).rejects.toMatchObject({
      code: 'institution_invalid',
    });
    expect(await db().query('select 1 from acts where institution_id = $1', [id])).toEqual([]);
  });

  it('load without a logo that an earlier version accepted and this one refuses', async () => {
    const { id } = await create('old-logo');
    await db().query(
      `update institutions set settings = settings || '{"logo": "https://cdn.example;x=*/logo.png", "historyCount": 4}' where id = $1`,
      [id],
    );
    const { settings } = present(await loadInstitution(db(), id), 'it was made');
    expect([settings.logo, settings.historyCount]).toEqual([undefined, 4]);
  });

  it('change their name and time zone with a record, and refuse invalid ones', async () => {
    const { id } = await create('renamed');
    const actor = staffActor('a test', 'a test');
    const rename = async (changes: { name?: string; zone?: string }) =>
      db().transaction(async (tx) =>
        renameInstitution(tx, world, { institutionId: id, changes, actor }),
      );
    await rename({ name: 'Hillside' });
    await rename({ zone: 'Europe/Paris' });
    expect(await loadInstitution(db(), id)).toMatchObject({
      slug: 'renamed',
      name: 'Hillside',
      zone: 'Europe/Paris',
    });
    for (const mistake of [{ name: ' ' }, { name: 'x'.repeat(61) }, { zone: '+02:00' }])
      await expect(rename(mistake)).rejects.toMatchObject({ code: 'institution_invalid' });
    const acts = await db().query(
      'select what, detail from acts where institution_id = $1 order by at, id',
      [id],
    );
    expect(acts).toEqual([
      { what: 'institution_renamed', detail: { name: 'Hillside' } },
      { what: 'institution_renamed', detail: { zone: 'Europe/Paris' } },
    ]);
  });
});
