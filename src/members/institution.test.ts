import { expect, it } from 'vitest';
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
import { openCases } from './cases.ts';
import { openTasks } from './tasks.ts';

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
      changeSettings(tx, world, { institutionId, changes, actor: { who: 'ann', why: 'asked' } }),
    );

  it('are made at once without taking each other’s number; a name is taken once', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, async (_, index) => create(`bank-${index}`)),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(5);
    expect((await listInstitutions(db())).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    await expect(create('bank-3')).rejects.toMatchObject({ code: 'institution_exists' });
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

  it('change what is named and nothing else; null takes it back', async () => {
    const { id } = await create('changing', { x: { userId: '12', handle: 'riverside' } });
    await change(id, { limits: { perDay: '900' }, historyCount: 3 });
    const { settings } = await change(id, { x: { handle: 'river' }, colours: null });
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

  it('refuse a setting that there is not, and say which', async () => {
    const { id } = await create('slips');
    for (const [changes, said] of [
      [{ histroyCount: 3 }, 'histroyCount'],
      [{ limits: { confirmAbov: '1' } }, 'limits.confirmAbov'],
      [{ words: { add: { fly: ['x'] } } }, 'words.add'],
      [{ colours: { main: 'red', onMain: '#ffffff' } }, 'colours.main'],
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
        message: expect.stringContaining(said),
      });
    }
    await expect(create('slips-2', { servce: 'x' })).rejects.toMatchObject({
      code: 'institution_invalid',
    });
    expect(await db().query('select 1 from acts where institution_id = $1', [id])).toEqual([]);
  });

  it('load without a logo that an earlier version took and this one refuses', async () => {
    const { id } = await create('old-logo');
    await db().query(
      `update institutions set settings = settings || '{"logo": "https://cdn.example;x=*/logo.png", "historyCount": 4}' where id = $1`,
      [id],
    );
    const { settings } = present(await loadInstitution(db(), id), 'it was made');
    expect([settings.logo, settings.historyCount]).toEqual([undefined, 4]);
  });

  it('change their name and zone, recorded, and nothing by a slip', async () => {
    const { id } = await create('renamed');
    const actor = { who: 'a test', why: 'a test' };
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
    for (const slip of [{ name: ' ' }, { name: 'x'.repeat(61) }, { zone: '+02:00' }])
      await expect(rename(slip)).rejects.toMatchObject({ code: 'institution_invalid' });
    const acts = await db().query(
      'select what, detail from acts where institution_id = $1 order by at, id',
      [id],
    );
    expect(acts).toEqual([
      { what: 'institution_renamed', detail: { name: 'Hillside' } },
      { what: 'institution_renamed', detail: { zone: 'Europe/Paris' } },
    ]);
  });

  it('date disputes by their own calendar, with references that are no codes', async () => {
    const institution = await create('cases');
    const memberId = world.ids.next();
    // Three in the morning in UTC is the evening before in Chicago.
    const opened = await db().transaction(async (tx) =>
      openCases(tx, world, institution, [
        { memberId, receivedAt: clock.now(), inboundKey: 'm1' },
        { memberId, receivedAt: clock.now() },
      ]),
    );
    expect(new Set(opened.map(({ reference }) => reference)).size).toBe(2);
    for (const { reference, due, provisionalDue } of opened) {
      expect(reference).toMatch(/^D-1123-\d{4}$/);
      expect(reference).not.toMatch(/[A-Z0-9]{6}/);
      expect(due.toString()).toBe('2026-12-08');
      expect(provisionalDue.toString()).toBe('2027-01-07');
    }
  });

  it('find references for more than nine thousand disputes of a day', async () => {
    const institution = await create('crowded');
    await db().query(
      `insert into cases (institution_id, reference, member_id, kind, state, received_at, due_on, provisional_due_on)
        select $1, 'D-1123-' || n, $2, 'dispute', 'open', $3, '2026-12-08', '2027-01-07' from generate_series(1000, 9999) n`,
      [institution.id, world.ids.next(), clock.now()],
    );
    const [one] = await openCases(db(), world, institution, [
      { memberId: world.ids.next(), receivedAt: clock.now() },
    ]);
    expect(one?.reference).toMatch(/^D-1123-\d{5}$/);
  });

  it('count a dispute from the first text that may have told of it, and close its task', async () => {
    const institution = await create('notices');
    const memberId = world.ids.next();
    const notice = (daysAgo: number, inboundKey: string) => ({
      kind: 'possible_error' as const,
      subject: 'Possible notice of error',
      memberId,
      inboundKey,
      detail: inboundKey,
      at: clock.now(),
      receivedAt: clock.now().subtract({ hours: 24 * daysAgo }),
    });
    await openTasks(db(), world, institution, [notice(3, 'first'), notice(1, 'again')]);
    const [opened] = await openCases(db(), world, institution, [
      { memberId, receivedAt: clock.now(), inboundKey: 'ok' },
    ]);
    expect(opened?.receivedAt).toEqual(clock.now().subtract({ hours: 72 }));
    const rows = await db().query<{ state: string; case: string; key: string }>(
      `select t.state, t.case_reference as case, c.inbound_key as key from tasks t
        join cases c on c.institution_id = t.institution_id and c.reference = t.case_reference
        where t.institution_id = $1`,
      [institution.id],
    );
    expect(rows).toEqual([{ state: 'done', case: opened?.reference, key: 'first' }]);
  });

  it('do not double a task that is open', async () => {
    const institution = await create('tasks');
    const [maya, sam] = [world.ids.next(), world.ids.next()];
    const ask = (memberId: string) => ({
      kind: 'agent' as const,
      subject: 'A member asks for a person',
      memberId,
      at: clock.now(),
    });
    const [first, again, other] = await openTasks(db(), world, institution, [
      ask(maya),
      ask(maya),
      ask(sam),
    ]);
    expect(first?.reference).toMatch(/^T-1123-\d{4}$/);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    await db().query(
      `update tasks set state = 'done' where institution_id = $1 and reference = $2`,
      [institution.id, first?.reference],
    );
    expect(await openTasks(db(), world, institution, [ask(maya)])).not.toEqual([first]);
  });

  it('add to an open task what is said beside it, and join no other that stands on its own', async () => {
    const institution = await create('wishes');
    const wish = (detail: string) => ({
      kind: 'agent' as const,
      subject: 'A member asks for a person',
      memberId: '019abc00-0000-7000-8000-000000000001',
      detail,
      at: clock.now(),
    });
    const stop = { ...wish('stop check 1050'), onItsOwn: true as const };
    const opened = await openTasks(db(), world, institution, [
      wish('AGENT'),
      wish('it is about my loan'),
      wish('AGENT'),
      stop,
      stop,
    ]);
    expect(new Set(opened.map(({ reference }) => reference)).size).toBe(3);
    const rows = await db().query<{ detail: string }>(
      'select detail from tasks where institution_id = $1 order by detail',
      [institution.id],
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      'AGENT\nit is about my loan',
      'stop check 1050',
      'stop check 1050',
    ]);
  });
});
