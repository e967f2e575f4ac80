import { expect, it } from 'vitest';
import { sendingOn } from '../../../test/support/all-channels.ts';
import { onGuardedEngines } from '../../../test/support/sampled-engines.ts';
import { enrollMembers } from '../../../test/support/fixture/enroll.ts';
import { startService } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import { silentMetrics } from '../../kernel/metrics.ts';
import { queueAnnouncement } from '../../notices/announce.ts';
import { fallBackLate } from './fallback.ts';

onGuardedEngines('a notice that is late', (db) => {
  it('does not move to the address that it is about', async () => {
    const service = await startService(db(), { people: 2 });
    const { world, fixture } = service;
    const { institution, keyring } = fixture;
    const memberId = present(fixture.members[0], 'person 0').id;
    const [phoneId] = await enrollMembers({ ...service, db: db() }, [
      { memberId, channel: 'sms', address: '+13145552671' },
    ]);
    await db().transaction(async (tx) =>
      queueAnnouncement(
        tx,
        { world, institution, keyring },
        { memberId, what: 'address_added', exceptAddressId: phoneId },
      ),
    );
    service.clock.advance({ minutes: 6 });
    const place = { institutionId: institution.id, from: 'x', to: ['sms'] } as const;
    await fallBackLate(
      { db: db(), world, keyring, metrics: silentMetrics },
      { ...place, told: (text) => text },
    );
    expect(await sendingOn(db(), service)).toEqual(['x']);
  });
});
