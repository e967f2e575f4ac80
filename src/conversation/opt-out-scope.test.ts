import { beforeEach, expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { enrollMembers } from '../../test/support/fixture/enroll.ts';
import { announceChange } from '../notices/announce.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { present } from '../kernel/assert.ts';
import type { Channel } from '../messages/channel.ts';
import { createDispatcher } from '../messages/sending/dispatcher.ts';

const phone = '+13145552671';

onGuardedEngines('STOP', (db) => {
  let service: Service;
  let left: string[];
  const open = async (optOutScope: 'all' | 'channel') => {
    service = await startService(db(), { people: 2, settings: { optOutScope } });
    const memberId = present(service.fixture.members[0], 'person 0').id;
    await enrollMembers({ ...service, db: db() }, [{ memberId, channel: 'sms', address: phone }]);
  };
  beforeEach(() => {
    left = [];
  });
  const carrier = (name: 'x' | 'sms'): Channel => ({
    name,
    traits: {
      textMax: 10_000,
      encoding: 'unicode',
      recyclable: false,
      endToEndEncrypted: false,
      costMicrodollarsPerUnit: 1,
    },
    send: async () => {
      left.push(name);
      return { outcome: 'accepted', carrierId: `c${left.length}` };
    },
    lookup: async () => ({ found: false }),
  });
  const drain = async () => {
    left = [];
    await createDispatcher({
      db: db(),
      institutionIds: async () => [service.fixture.institution.id],
      channels: () => [carrier('x'), carrier('sms')],
      keyring: service.fixture.keyring,
      world: service.world,
      logger: silentLogger,
      metrics: silentMetrics,
      staffMust: async () => {},
    }).drain();
    return left.toSorted();
  };
  const announce = async () =>
    db().transaction(async (tx) =>
      announceChange(
        tx,
        {
          world: service.world,
          institution: service.fixture.institution,
          keyring: service.fixture.keyring,
        },
        { memberId: present(service.fixture.members[0], 'person 0').id, what: 'passkey_added' },
      ),
    );
  const sms = { channel: 'sms', address: phone } as const;

  it('for the channel does not affect the others', async () => {
    await open('channel');
    await service.say(0, 'STOP', sms);
    await announce();
    expect(await drain()).toEqual(['sms', 'x']);
    expect((await service.say(0, '#bal')).outcome).toBe('balances');
    expect((await service.say(0, '#trans 1 7 0')).outcome).toBe('transferred');
    expect((await service.say(0, '#bal', sms)).outcome).toBe('opted_out');
  });

  it('for all stops every channel, including queued messages, until START', async () => {
    await open('all');
    await announce();
    await service.say(0, 'STOP', sms);
    // Only the confirmation of STOP leaves.
    expect(await drain()).toEqual(['sms']);
    expect((await service.say(0, '#bal')).outcome).toBe('opted_out');
    await announce();
    expect(await drain()).toEqual([]);
    expect((await service.say(1, '#bal')).outcome).toBe('balances');
    expect((await service.say(0, 'START')).outcome).toBe('started');
    expect((await service.say(0, '#bal')).outcome).toBe('balances');
    expect((await service.say(0, '#trans 1 7 0')).outcome).toBe('money_locked');
    // START must be sent where STOP was sent.
    expect((await service.say(0, '#bal', sms)).outcome).toBe('opted_out');
    expect((await service.say(0, 'START', sms)).outcome).toBe('started');
    expect((await service.say(0, '#bal', sms)).outcome).toBe('balances');
  });

  it('that the carrier answered takes effect, without a second answer', async () => {
    await open('channel');
    const said = async (text: string, carrierAnswered: 'stop' | 'start' | 'help') =>
      service.conversation.take({
        institutionId: service.fixture.institution.id,
        channel: 'sms',
        externalId: `carrier-${text}`,
        address: phone,
        text,
        carrierAnswered,
        receivedAt: service.clock.now(),
      });
    expect(await said('please no more', 'stop')).toEqual({
      duplicate: false,
      intent: 'unknown',
      outcome: 'carrier_answered',
    });
    expect((await service.say(0, '#bal', sms)).outcome).toBe('opted_out');
    expect((await said('YES', 'start')).outcome).toBe('carrier_answered');
    expect((await said('HELP', 'help')).text).toBeUndefined();
    expect((await service.say(0, '#bal', sms)).outcome).toBe('balances');
  });
});
