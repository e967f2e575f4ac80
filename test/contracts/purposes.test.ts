import { beforeAll, expect, it } from 'vitest';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { purposeNames, purposes, type Purpose } from '../../src/kernel/vocabulary/purpose.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { onBothEngines } from '../support/engines.ts';
import { recordAgain } from '../support/record-again.ts';
import { startService, type Service } from '../support/service.ts';

onBothEngines('the purposes of messages', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 6 });
  });
  const give = async (person: number, purpose: string) => {
    const { institution, keyring, members } = service.fixture;
    const addressId = members[person]?.addressId;
    await db().query(
      'update outbound set purpose = $3 where institution_id = $1 and address_id = $2',
      [institution.id, addressId, purpose],
    );
    const { world } = service;
    await recordAgain(db(), { institutionId: institution.id, keyring, world }, addressId);
  };

  it('are in the database as in the vocabulary', async () => {
    const [row] = await db().query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'outbound_purpose'`,
    );
    const known = [...(row?.definition ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(new Set(known)).toEqual(new Set(purposeNames));
    await service.say(0, '#bal');
    await expect(give(0, 'gossip')).rejects.toMatchObject({ code: '23514' });
    for (const purpose of purposeNames) await give(0, purpose);
    await give(0, 'reply');
  });

  it('decide which conversation’s message leaves first, the longest queued of equal rank', async () => {
    const queued: Purpose[] = ['welcome', 'notice', 'reply', 'stop_confirmation', 'reply'];
    for (const [index, purpose] of queued.entries()) {
      await service.say(index + 1, purpose === 'stop_confirmation' ? 'STOP' : '#bal 7');
      await give(index + 1, purpose);
    }
    const sent: (string | undefined)[] = [];
    const dispatcher = createDispatcher({
      db: db(),
      institutionIds: async () => [service.fixture.institution.id],
      channels: () => [
        {
          name: 'x',
          traits: {
            textMax: 10_000,
            encoding: 'unicode',
            recyclable: false,
            endToEndEncrypted: false,
            costMicrodollarsPerUnit: 1,
          },
          send: async ({ id, address }) => {
            sent.push(address);
            return { outcome: 'accepted', carrierId: id };
          },
          lookup: async () => ({ found: false }),
        },
      ],
      keyring: service.fixture.keyring,
      world: service.world,
      logger: silentLogger,
      metrics: silentMetrics,
      staffMust: async () => {},
      concurrencyMax: 1,
    });
    await dispatcher.drain();
    const order = [4, 0, 3, 5, 2, 1].map((person) => service.fixture.members[person]?.address);
    expect(sent).toEqual(order);
  });

  it('put what someone waits for before what can wait', () => {
    const ranks = Object.values(purposes).map(({ rank }) => rank);
    expect(Math.min(...ranks)).toBe(purposes.stop_confirmation.rank);
    expect(purposes.reply.rank).toBeLessThan(purposes.notice.rank);
    const kept = Object.entries(purposes).filter(([, { isStopped }]) => !isStopped);
    expect(kept.map(([name]) => name)).toEqual(['stop_confirmation']);
  });
});
