import { beforeAll, expect, it } from 'vitest';
import { staffActor } from '../../test/support/actor.ts';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { changeSettings, loadInstitution } from '../members/institution.ts';
import { disclosureVersion, missingDisclosures, recordDisclosures } from './disclosures.ts';

onSampledEngines('the disclosure that names the business days', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
  });
  const institution = async () =>
    present(await loadInstitution(db(), service.fixture.institution.id), 'the fixture has one');
  const now = () => service.world.clock.now();
  const set = async (changes: object) =>
    db().transaction(async (tx) =>
      changeSettings(tx, service.world, {
        institutionId: service.fixture.institution.id,
        changes,
        actor: staffActor('ann', 'a test'),
      }),
    );
  const missing = async (memberId: string) =>
    missingDisclosures(db(), await institution(), { memberId, channel: 'x', now: now() });
  const agree = async (memberId: string) =>
    recordDisclosures(db(), service.world, {
      institution: await institution(),
      memberId,
      channel: 'x',
      kinds: ['regulation_e', 'esign'],
      how: 'a test',
    });
  const version = async (at = now()) => disclosureVersion('regulation_e', await institution(), at);

  it('gets a new version on the day when another rule starts, and money still moves', async () => {
    const [first, second] = service.fixture.members.map(({ id }) => id);
    await agree(present(first, 'person 0'));
    const before = await version();
    await set({ businessDays: { openings: { '2026-11-28': 'open day' } } });
    await set({ closures: { '2026-12-24': 'Christmas Eve' } });
    expect(await version()).toBe(before);
    await set({ businessDays: { rules: { '2027-01-04': { weekdays: [1, 2, 3, 4, 5, 6] } } } });
    expect(await version()).toBe(before);
    expect(await version(Temporal.Instant.from('2027-01-04T05:59:00Z'))).toBe(before);
    expect(await version(Temporal.Instant.from('2027-01-04T06:00:00Z'))).toBe(
      `${before}+123456-less-federal-holidays`,
    );
    await set({ businessDays: { rules: { '2026-11-23': { weekdays: [6, 1, 2, 3, 4, 5] } } } });
    expect(await missing(present(first, 'person 0'))).toEqual(['regulation_e']);
    // A member who agreed to the earlier version still moves money; a new agreement is to the new version.
    expect((await service.say(0, '#trans 5 7 0')).outcome).toBe('transferred');
    await agree(present(second, 'person 1'));
    expect(await missing(present(second, 'person 1'))).toEqual([]);
    const kept = await db().query<{ version: string }>(
      `select version from consents where institution_id = $1 and kind = 'regulation_e' and how = 'a test' order by at, id`,
      [service.fixture.institution.id],
    );
    expect(kept.map((row) => row.version)).toEqual([
      before,
      `${before}+123456-less-federal-holidays`,
    ]);
  });
});
