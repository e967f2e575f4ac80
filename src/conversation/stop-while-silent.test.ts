import { beforeEach, expect, it } from 'vitest';
import { sendingOn } from '../../test/support/all-channels.ts';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { enrollMembers } from '../../test/support/fixture/enroll.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { announceChange } from '../notices/announce.ts';

const sms = { channel: 'sms', address: '+13145552671' } as const;

onGuardedEngines('STOP while nothing is sent already', (db) => {
  let service: Service;
  const memberId = () => present(service.fixture.members[0], 'person 0').id;

  /** Opens an institution whose first member has X and a phone. */
  const open = async (optOutScope: 'all' | 'channel') => {
    service = await startService(db(), { people: 2, settings: { optOutScope } });
    await enrollMembers({ ...service, db: db() }, [{ memberId: memberId(), ...sms }]);
  };
  const drain = async () => sendingOn(db(), service);
  /** Tells the member something on all channels. @returns the channels on which it was sent */
  const announce = async () => {
    await drain();
    const { world, fixture } = service;
    await db().transaction(async (tx) =>
      announceChange(
        tx,
        { world, institution: fixture.institution, keyring: fixture.keyring },
        { memberId: memberId(), what: 'passkey_added' },
      ),
    );
    return drain();
  };

  beforeEach(async () => open('all'));

  it('holds on the second channel after START on the first', async () => {
    await service.say(0, 'STOP', sms);
    await service.say(0, 'STOP');
    await service.say(0, 'START', sms);
    expect(await announce()).toEqual(['sms']);
  });

  it('holds on the second channel where it was said in public', async () => {
    await service.say(0, 'STOP', sms);
    const { handle } = service.fixture.institution.settings.x ?? {};
    await service.say(0, `@${handle} STOP`, { public: true });
    await service.say(0, 'START', sms);
    expect(await announce()).toEqual(['sms']);
  });

  it('is not undone by a START that was sent before it on another channel', async () => {
    const before = service.clock.now();
    service.clock.advance({ minutes: 5 });
    await service.say(0, 'STOP', sms);
    service.clock.advance({ minutes: 5 });
    const late = await service.say(0, 'START', { sentAt: before });
    expect(late.outcome).toBe('opted_out');
    expect(await announce()).toEqual([]);
  });

  it('counts from the last one', async () => {
    await open('channel');
    await service.say(0, 'STOP');
    service.clock.advance({ minutes: 1 });
    const between = service.clock.now();
    service.clock.advance({ minutes: 1 });
    await service.say(0, 'STOP');
    service.clock.advance({ minutes: 1 });
    expect((await service.say(0, 'START', { sentAt: between })).outcome).toBe('opted_out');
    expect((await service.say(0, 'START')).outcome).not.toBe('opted_out');
  });

  it('for all channels holds after the setting is for one, and no reply is queued in vain', async () => {
    await service.say(0, 'STOP', sms);
    await drain();
    await db().query(
      `update institutions set settings = settings || '{"optOutScope":"channel"}'::jsonb where id = $1`,
      [service.fixture.institution.id],
    );
    expect((await service.say(0, '#bal')).outcome).toBe('opted_out');
    expect(await drain()).toEqual([]);
    await service.say(0, 'START');
    expect((await service.say(0, '#bal')).outcome).toBe('balances');
    expect(await drain()).toContain('x');
  });
});
