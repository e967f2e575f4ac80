import { beforeEach, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { warnAndSuspendInactive } from './inactivity.ts';

onSampledEngines('inactivity', (db) => {
  let service: Service;
  beforeEach(async () => {
    service = await startService(db(), { people: 3 });
  });
  const run = async () =>
    warnAndSuspendInactive(db(), {
      world: service.world,
      institution: service.fixture.institution,
      keyring: service.fixture.keyring,
    });
  const notices = async () =>
    db().query<{ text: string }>(
      "select text from outbound where institution_id = $1 and purpose = 'notice' order by id",
      [service.fixture.institution.id],
    );
  const days = (count: number) => service.clock.advance({ hours: 24 * count });

  it('warns once, 14 days before it locks money movement, and a message prevents it', async () => {
    days(165);
    expect(await run()).toEqual({ warned: 0, locked: 0 });
    days(1);
    expect(await run()).toEqual({ warned: 3, locked: 0 });
    expect(await run()).toEqual({ warned: 0, locked: 0 });
    const told = await notices();
    expect(told).toHaveLength(3);
    expect(told[0]?.text).toMatch(
      /^You haven't written .* From 5\/2\d on, it can't move money\. .*#bal\.$/,
    );
    days(13);
    await service.say(0, '#bal');
    expect(await run()).toEqual({ warned: 0, locked: 0 });
    days(1);
    expect(await run()).toEqual({ warned: 0, locked: 2 });
    expect(await run()).toEqual({ warned: 0, locked: 0 });
    expect((await service.say(0, '#trans 1 7 0')).outcome).toBe('transferred');
    const locks = (await notices()).slice(3);
    expect(locks).toHaveLength(2);
    expect(locks[0]?.text).toMatch(
      /^You have not written here in a long time, so transfers are locked here\. .*verify again in MyVantage under Messages/,
    );
    expect((await service.say(1, '#trans 1 7 0')).outcome).toBe('money_locked');
    expect((await service.say(1, '#bal')).outcome).toBe('balances');
    // Inactive again, it gets another warning.
    days(170);
    expect(await run()).toEqual({ warned: 1, locked: 0 });
  });

  it('locks nothing without a warning, however long it lasted', async () => {
    days(400);
    expect(await run()).toEqual({ warned: 3, locked: 0 });
    days(14);
    expect(await run()).toEqual({ warned: 0, locked: 3 });
  });

  it('costs nothing if nothing can be moved', async () => {
    await db().query('update addresses set may_move_money = false where institution_id = $1', [
      service.fixture.institution.id,
    ]);
    days(400);
    expect(await run()).toEqual({ warned: 0, locked: 0 });
  });
});
