import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { enrollMembers } from '../../test/support/fixture/enroll.ts';
import { present } from '../kernel/assert.ts';
import { announcements } from '../kernel/vocabulary/change.ts';
import { setAddressState } from '../members/address-state.ts';
import { changeMember } from '../members/members.ts';
import { announceChange } from './announce.ts';

onSampledEngines('announcements', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    const memberId = present(service.fixture.members[0], 'person 0').id;
    await enrollMembers(
      { ...service, db: db() },
      (['sms', 'app'] as const).map((channel) => ({
        memberId,
        channel,
        address: `${channel}-of-0`,
        mayMoveMoney: false,
      })),
    );
  });
  const told = async () => {
    const rows = await db().query<{ channel: string; text: string }>(
      "select channel, text from outbound where institution_id = $1 and purpose = 'notice' order by id",
      [service.fixture.institution.id],
    );
    await db().query('delete from outbound where institution_id = $1', [
      service.fixture.institution.id,
    ]);
    return rows;
  };
  const announce = async (what: (typeof announcements)[number], exceptAddressId?: string) =>
    db().transaction(async (tx) =>
      announceChange(
        tx,
        {
          world: service.world,
          institution: service.fixture.institution,
          keyring: service.fixture.keyring,
        },
        { memberId: present(service.fixture.members[0], 'person 0').id, what, exceptAddressId },
      ),
    );

  it.each(announcements)('%s goes to every proven address', async (what) => {
    await announce(what);
    const rows = await told();
    expect(rows.map(({ channel }) => channel).toSorted()).toEqual(['app', 'sms', 'x']);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(1);
  });

  it('skips the changed, suspended and paused addresses, and uses the member’s language', async () => {
    const person = present(service.fixture.members[0], 'person 0');
    const { id: institutionId } = service.fixture.institution;
    await changeMember(db(), { institutionId, id: person.id }, { language: 'fr' });
    const rows = await db().query<{ id: string }>(
      "select id from addresses where institution_id = $1 and channel = 'app'",
      [institutionId],
    );
    const addressIds = rows.map(({ id }) => id);
    await setAddressState(db(), institutionId, { addressIds, state: 'suspended', reason: 'test' });
    await announce('address_added', person.addressId);
    expect(await told()).toEqual([{ channel: 'sms', text: expect.stringMatching(/a été ajouté/) }]);
  });
});
