import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { buildFixture } from '../../test/support/fixture.ts';
import type { Database } from '../database/database.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { subscribe } from '../database/signals.ts';
import { manualClock } from '../kernel/clock.ts';
import { createWorld } from '../kernel/world.ts';
import { renameInstitution } from '../members/institution.ts';
import { createInstitutionCache } from './institution-cache.ts';

const clock = manualClock('2026-11-23T16:42:00Z');
const world = createWorld({ clock });
const actor = {
  principal: 'staff',
  who: 'ann',
  why: 'a test',
  provenBy: 'command_line',
  provenAt: clock.now(),
} as const;

onBothEngines('the cache of institutions', (db) => {
  /** Another process on the same database. The embedded one has only one. */
  const otherProcess = async (): Promise<Database> => {
    const { url } = db();
    return url === undefined ? db() : openPostgres({ url });
  };
  const rename = async (institutionId: number, name: string) =>
    db().transaction(async (tx) =>
      renameInstitution(tx, world, { institutionId, changes: { name }, actor }),
    );

  it('hears at once of an institution that another process makes', async () => {
    const other = await otherProcess();
    const cache = createInstitutionCache(other, world);
    let times = 0;
    const listening = subscribe(other, 'institutions', () => {
      times += 1;
      cache.forget();
    });
    await expect.poll(() => times, { timeout: 10_000 }).toBe(1);
    expect((await cache.all()).some(({ slug }) => slug === 'just-made')).toBe(false);
    await buildFixture(db(), world, { people: 1, slug: 'just-made' });
    // The clock stands still: only the signal can tell.
    await expect
      .poll(async () => (await cache.all()).some(({ slug }) => slug === 'just-made'), {
        timeout: 10_000,
      })
      .toBe(true);
    await listening[Symbol.asyncDispose]();
    if (other !== db()) await other[Symbol.asyncDispose]();
  });

  it('follows a change in another process at once', async () => {
    const { institution } = await buildFixture(db(), world, { people: 1 });
    const other = await otherProcess();
    const cache = createInstitutionCache(other, world);
    let times = 0;
    const listening = subscribe(other, 'institutions', () => {
      times += 1;
      cache.forget();
    });
    await expect.poll(() => times, { timeout: 10_000 }).toBe(1);
    expect((await cache.get(institution.id)).name).toBe('Vantage Credit Union');
    await rename(institution.id, 'Advantage Credit Union');
    // The clock stands still, so only the signal can tell.
    await expect
      .poll(async () => (await cache.get(institution.id)).name, { timeout: 10_000 })
      .toBe('Advantage Credit Union');
    expect((await cache.all()).find(({ id }) => id === institution.id)?.name).toBe(
      'Advantage Credit Union',
    );
    await listening[Symbol.asyncDispose]();
    if (other !== db()) await other[Symbol.asyncDispose]();
  });

  it('follows it within seconds without a signal', async () => {
    const { institution } = await buildFixture(db(), world, { people: 1 });
    const deaf: Database = { ...db(), listen: undefined };
    const cache = createInstitutionCache(deaf, world);
    await using listening = subscribe(deaf, 'institutions', () => cache.forget());
    expect(listening).toBeDefined();
    await cache.get(institution.id);
    await rename(institution.id, 'Advantage Credit Union');
    expect((await cache.get(institution.id)).name).toBe('Vantage Credit Union');
    clock.advance({ seconds: 6 });
    expect((await cache.get(institution.id)).name).toBe('Advantage Credit Union');
  });
});
