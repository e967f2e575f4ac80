import { beforeEach, expect, it } from 'vitest';
import { recording } from '../../src/audit/changes/recording.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { present } from '../../src/kernel/assert.ts';
import { post } from '../../src/ledger/post.ts';
import { sendAlerts } from '../../src/notices/alerts/send-alerts.ts';
import { onBothEngines } from '../support/engines.ts';
import { moved } from '../support/furnish-accounts.ts';
import { startService, type Service } from '../support/service.ts';

/** Alerts from the message that sets one to the message that tells what happened. */
onBothEngines('alerts by message', (db) => {
  let service: Service;
  beforeEach(async () => {
    service = await startService(db(), { people: 3 });
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const member = (person: number) => present(service.fixture.members[person], 'they exist');
  const answer = async (person: number, text: string) =>
    present((await service.say(person, text)).text, 'it is answered');
  const postOne = async (
    person: number,
    amount: bigint,
    description: string,
    kind = amount > 0n ? 'deposit' : 'withdrawal',
  ) =>
    post(db(), {
      institutionId: service.fixture.institution.id,
      world: service.world,
      keyring: service.fixture.keyring,
      orders: [
        moved(place(), {
          accountId: member(person).checkingAccountId,
          amount,
          kind,
          description,
        }),
      ],
    });
  const send = async () => {
    const { institution, keyring } = service.fixture;
    await sendAlerts(recording(db(), { world: service.world, keyringOf: () => keyring }), {
      world: service.world,
      institution,
      keyring,
      core: ledgerCore,
      channels: ['x', 'sms'],
    });
  };
  const alertsOf = async (person: number) => {
    const rows = await db().query<{ text: string }>(
      `select o.text from outbound o join addresses a on a.institution_id = o.institution_id and a.id = o.address_id
        where o.institution_id = $1 and a.member_id = $2 and o.purpose = 'alert' order by o.queued_at, o.id`,
      [service.fixture.institution.id, member(person).id],
    );
    return rows.map(({ text }) => text);
  };

  it('tells once that a balance is low, and again only after it recovered', async () => {
    expect(await answer(0, 'ALERT LOW 7 100')).toBe(
      'Alert 1 is on: Checking 7 below $100.00. We message you each time, until you send #alert off 1. #alerts lists all of yours.',
    );
    await postOne(0, -95_000n, 'RENT');
    await send();
    expect(await alertsOf(0)).toEqual([]);
    service.clock.advance({ seconds: 61 });
    await send();
    await send();
    expect(await alertsOf(0)).toEqual(['Alert: Checking 7 is low, $50.00 available.']);
    // Up, but by less than a tenth more than the limit.
    await postOne(0, 5_500n, 'CASH');
    await postOne(0, -1_000n, 'LUNCH');
    service.clock.advance({ minutes: 5 });
    await send();
    expect(await alertsOf(0)).toHaveLength(1);
    await postOne(0, 50_000n, 'CASH');
    await postOne(0, -55_000n, 'RENT');
    service.clock.advance({ minutes: 5 });
    await send();
    expect(await alertsOf(0)).toHaveLength(2);
  });
});
