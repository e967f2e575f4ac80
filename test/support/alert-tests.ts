import { beforeEach } from 'vitest';
import { recording } from '../../src/audit/changes/recording.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { channelNames } from '../../src/kernel/vocabulary/channel.ts';
import { post } from '../../src/ledger/post.ts';
import type { Order } from '../../src/ledger/order.ts';
import { sendAlerts } from '../../src/notices/alerts/send-alerts.ts';
import { moved } from './furnish-accounts.ts';
import { startService, type Service } from './service.ts';

/** Starts a service before each test, with three people. @returns how they ask for alerts, and what becomes of those */
export function alertTests(db: () => Database) {
  let started: Service;
  beforeEach(async () => {
    started = await startService(db(), { people: 3 });
  });
  const service = () => started;
  const place = () => ({ db: db(), fixture: service().fixture, world: service().world });
  const institutionId = () => service().fixture.institution.id;
  const member = (person: number) => present(service().fixture.members[person], 'they exist');
  const answer = async (person: number, text: string) =>
    present((await service().say(person, text)).text, 'it is answered');
  const recorded = () =>
    recording(db(), { world: service().world, keyringOf: () => service().fixture.keyring });
  const postAll = async (orders: readonly Order[], isHistory = false) => {
    const { world, fixture } = service();
    const { keyring } = fixture;
    return post(recorded(), { institutionId: institutionId(), world, keyring, orders, isHistory });
  };
  const entry = (person: number, amount: bigint, description: string, kind?: string) =>
    moved(place(), {
      accountId: member(person).checkingAccountId,
      amount,
      kind: kind ?? (amount > 0n ? 'deposit' : 'withdrawal'),
      description,
      ...(kind === 'check' ? { checkNumber: '1042' } : {}),
    });
  const postOne = async (...given: Parameters<typeof entry>) => postAll([entry(...given)]);
  const context = () => ({
    world: service().world,
    institution: service().fixture.institution,
    keyring: service().fixture.keyring,
    core: ledgerCore,
    channels: channelNames,
  });
  const send = async () => sendAlerts(recorded(), context());
  const sendLater = async (duration: Temporal.DurationLike = { seconds: 61 }) => {
    service().clock.advance(duration);
    return send();
  };
  const sent = async (person: number) =>
    db().query<{ text: string; channel: string; priority: number }>(
      `select o.text, o.channel, o.priority from outbound o
        join addresses a on a.institution_id = o.institution_id and a.id = o.address_id
        where o.institution_id = $1 and a.member_id = $2 and o.purpose = 'alert' order by o.queued_at, o.id`,
      [institutionId(), member(person).id],
    );
  const alertsOf = async (person: number) => (await sent(person)).map(({ text }) => text);
  const outcomes = async () => outcomesOf(db(), institutionId());

  return {
    service,
    place,
    institutionId,
    member,
    answer,
    recorded,
    postAll,
    entry,
    postOne,
    context,
    send,
    sendLater,
    sent,
    alertsOf,
    outcomes,
  };
}

/** What became of an institution's events, in order. */
async function outcomesOf(db: Database, institutionId: number): Promise<(string | null)[]> {
  const events = await db.query<{ outcome: string | null }>(
    'select outcome from alert_events where institution_id = $1 order by happened_at, cause',
    [institutionId],
  );
  return events.map(({ outcome }) => outcome);
}
