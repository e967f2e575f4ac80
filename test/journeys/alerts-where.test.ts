import { expect, it } from 'vitest';
import { alertMembers } from '../../src/notices/alerts/alert-targets.ts';
import { recordAlerts } from '../../src/alerts/record-alerts.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import type { Channel } from '../../src/messages/channel.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { present } from '../../src/kernel/assert.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';
import { alertTests } from '../support/alert-tests.ts';

/** Where alerts go, when they leave, and what ends them. */
onGuardedEngines('alerts on their way', (db) => {
  const {
    service,
    place,
    institutionId,
    member,
    answer,
    postOne,
    sendLater,
    sent,
    alertsOf,
    outcomes,
  } = alertTests(db);
  const phone = { channel: 'sms', address: '+13145550142', sentAt: null } as const;
  const enrollPhone = async () =>
    enrollMembers(place(), [
      { memberId: member(0).id, channel: 'sms', address: phone.address, handle: '0142' },
    ]);

  it('go to the phone rather than to X, and end with STOP there', async () => {
    await enrollPhone();
    expect((await service().say(0, 'ALERT DEP 100', phone)).text).toBe(
      'Alert 1 is on: deposits of $100.00 or more. Msg frequency varies. Msg & data rates may apply. #alert off 1 ends it, STOP ends all texts.',
    );
    await answer(0, 'ALERT HOLD');
    await postOne(0, 10_000n, 'CASH');
    await sendLater();
    await postOne(0, 20_000n, 'CASH');
    await service().say(0, 'STOP', phone);
    await sendLater();
    expect(await answer(0, 'ALERTS')).toContain('You have no alerts.');
    // Who sets one now chooses what is left, and another STOP by phone says nothing of it.
    await answer(0, 'ALERT DEP 100');
    await service().say(0, 'STOP', phone);
    await postOne(0, 30_000n, 'CASH');
    await sendLater();
    expect((await sent(0)).map(({ channel, text }) => [channel, text])).toEqual([
      ['sms', 'Alert: $100.00 came in to Checking 7 (Cash).'],
      ['x', 'Alert: $300.00 came in to Checking 7 (Cash).'],
    ]);
    expect(await outcomes()).toEqual(['sent', 'removed', 'sent']);
    const ends = await db().query(
      `select channel from consents where institution_id = $1 and member_id = $2 and kind = 'alerts_off'`,
      [institutionId(), member(0).id],
    );
    expect(ends).toEqual([{ channel: 'sms' }]);
  });

  it('stay after STOP where they don’t go', async () => {
    await enrollPhone();
    await answer(0, 'ALERT DEP 100');
    await service().say(0, 'STOP');
    await postOne(0, 10_000n, 'CASH');
    await sendLater();
    expect((await sent(0)).map(({ channel }) => channel)).toEqual(['sms']);
  });

  it('go to the app only if it can notify the member', async () => {
    const { id } = member(0);
    await enrollMembers(place(), [{ memberId: id, channel: 'app', address: id }]);
    const target = async () => {
      const found = await alertMembers(db(), institutionId(), {
        memberIds: [id],
        channels: ['app', 'x', 'sms'],
      });
      return found.get(id)?.target?.channel;
    };
    expect(await target()).toBe('x');
    await db().query(
      `insert into push_devices (institution_id, id, member_id, lookup, sealed, label, added_at, seen_at)
        values ($1, $2, $3, $4, $4, 'Phone', now(), now())`,
      [institutionId(), service().world.ids.next(), id, Buffer.from(id)],
    );
    expect(await target()).toBe('app');
  });

  it('that quiet hours overtake in the queue come after them, as things are then', async () => {
    const left: string[] = [];
    const carrier: Channel = {
      name: 'x',
      traits: {
        textMax: 10_000,
        encoding: 'unicode',
        recyclable: false,
        endToEndEncrypted: false,
        costMicrodollarsPerUnit: 1,
      },
      send: async ({ text }) => {
        left.push(text);
        return { outcome: 'accepted', carrierId: `c${left.length}` };
      },
      lookup: async () => ({ found: false }),
    };
    const drain = async () => {
      left.length = 0;
      await createDispatcher({
        db: db(),
        institutionIds: async () => [institutionId()],
        channels: () => [carrier],
        keyring: service().fixture.keyring,
        world: service().world,
        logger: silentLogger,
        metrics: silentMetrics,
        staffMust: async () => {},
      }).drain();
      return left.filter((text) => text.startsWith('Alert:')).map((text) => text.slice(0, -7));
    };
    await answer(0, 'ALERT LOW 7 100');
    await postOne(0, -95_000n, 'RENT');
    await sendLater();
    expect(await alertsOf(0)).toHaveLength(1);
    await answer(0, 'QUIET 9AM 12PM');
    expect(await drain()).toEqual([]);
    await postOne(0, 1_000n, 'CASH');
    await sendLater({ minutes: 30 });
    expect(await drain()).toEqual([]);
    await sendLater({ minutes: 47 });
    expect(await drain()).toEqual(['Alert: Checking 7 is low, $60.00 available.']);
    await sendLater();
    expect(await drain()).toEqual([]);
  });

  it('are seen by the next message of the same batch', async () => {
    await enrollPhone();
    // The first keeps the batch busy, so that the others wait together.
    const [, , off] = await Promise.all([
      service().say(1, '#bal'),
      service().say(0, 'ALERT DEP 100'),
      service().say(0, 'ALERT OFF 1', phone),
    ]);
    expect(off.text).toContain('Alert 1 is off');
    expect(await answer(0, 'ALERTS')).toContain('You have no alerts.');
  });

  it('keep no trace of a firing under terms that a member changed meanwhile', async () => {
    await answer(0, 'ALERT LOW 7 100');
    const [rule] = await db().query<{ ruleId: string; setAt: Temporal.Instant }>(
      'select id as "ruleId", set_at as "setAt" from alert_rules where institution_id = $1',
      [institutionId()],
    );
    const read = present(rule, 'it was set');
    const firings = async () =>
      db().query('select 1 from alert_firings where institution_id = $1', [institutionId()]);
    const fire = async () =>
      recordAlerts(
        db(),
        institutionId(),
        { events: [], fired: [read], recovered: [] },
        { now: service().world.clock.now(), isHistory: false },
      );
    await fire();
    expect(await firings()).toHaveLength(1);
    service().clock.advance({ seconds: 1 });
    await answer(0, 'ALERT LOW 7 200');
    await fire();
    expect(await firings()).toEqual([]);
  });
});
