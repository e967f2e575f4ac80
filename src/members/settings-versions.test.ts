import { expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { staffActor } from '../../test/support/actor.ts';
import { createWorld } from '../kernel/world.ts';
import {
  changeSettings,
  createInstitution,
  loadInstitution,
  renameInstitution,
} from './institution.ts';
import { settingsHistory } from './settings-history.ts';

const world = createWorld();

onGuardedEngines('the versions of an institution’s settings', (db) => {
  it('are all kept, each with who made it, and the institution names the one that stands', async () => {
    const { id: institutionId, settingsVersion } = await db().transaction(async (tx) =>
      createInstitution(tx, world, {
        slug: 'versions',
        name: 'Vantage',
        zone: 'America/Chicago',
        currency: 'USD',
        settings: { phone: '800-522-6009' },
        who: 'ann',
      }),
    );
    expect(settingsVersion).toBe(1);
    const actor = staffActor('bob', 'a test');
    const changed = await db().transaction(async (tx) =>
      changeSettings(tx, world, { institutionId, changes: { phone: '314-555-0100' }, actor }),
    );
    expect(changed.settingsVersion).toBe(2);
    await db().transaction(async (tx) =>
      renameInstitution(tx, world, {
        institutionId,
        changes: { name: 'North' },
        actor: { ...actor, who: 'cid' },
      }),
    );
    const versions = await db().query(
      `select version, name, settings->>'phone' as phone, who from settings_versions where institution_id = $1 order by version`,
      [institutionId],
    );
    expect(versions).toEqual([
      { version: 1, name: 'Vantage', phone: '800-522-6009', who: 'ann' },
      { version: 2, name: 'Vantage', phone: '314-555-0100', who: 'bob' },
      { version: 3, name: 'North', phone: '314-555-0100', who: 'cid' },
    ]);
    expect((await loadInstitution(db(), institutionId))?.settingsVersion).toBe(3);
    const [first, ...later] = await settingsHistory(db(), institutionId);
    expect(first).toMatchObject({ version: 1, who: 'ann' });
    expect(first?.changes).toContainEqual({ name: 'phone', after: '800-522-6009' });
    expect(later).toEqual([
      {
        version: 2,
        at: expect.anything(),
        who: 'bob',
        changes: [{ name: 'phone', before: '800-522-6009', after: '314-555-0100' }],
      },
      {
        version: 3,
        at: expect.anything(),
        who: 'cid',
        changes: [{ name: 'name', before: 'Vantage', after: 'North' }],
      },
    ]);
  });
});
