import { expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openService } from '../../src/service/service.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { bindAddresses } from '../../src/messages/bind-addresses.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { accountSid, authToken, publicUrl, signedForm } from '../contracts/twilio-parts.ts';
import { engines, openTestDatabase } from '../support/sampled-engines.ts';
import { morning } from '../support/service.ts';
import { buildFixture, type Fixture } from '../support/fixture.ts';

const phone = '+13145550123';
const service = (digit: string) => `MG${digit.repeat(32)}`;

/** The service with these institutions on one Twilio account, each with a member of this phone. */
async function open(db: Database, settings: readonly object[]) {
  const world = createWorld({ clock: manualClock(morning) });
  const fixtures: Fixture[] = [];
  for (const sms of settings) {
    const fixture = await buildFixture(db, world, { people: 1, settings: { sms, x: undefined } });
    const member = present(fixture.members[0], 'the member is there');
    await db.transaction(async (tx) =>
      bindAddresses(tx, { keyring: fixture.keyring, world }, fixture.institution.id, [
        { memberId: member.id, channel: 'sms', address: phone, mayMoveMoney: true },
      ]),
    );
    fixtures.push(fixture);
  }
  const { keyring } = present(fixtures[0], 'an institution is there');
  const service = await openService({
    db,
    world,
    keyring,
    logger: silentLogger,
    metrics: createMetrics(),
    twilio: {
      accountSid,
      authTokens: [authToken],
      credentials: { username: accountSid, password: authToken },
      optOut: 'off',
      base: 'https://api.twilio.example',
      lookupsBase: 'https://lookups.twilio.example',
      microdollarsPerSegment: 0,
      publicUrl,
      fetch: async () => new Response('{}', { status: 503 }),
    },
  });
  let forms = 0;
  return {
    [Symbol.asyncDispose]: async () => service[Symbol.asyncDispose](),
    /** Delivers a form as Twilio. @returns the answer's status */
    deliver: async (fields: Readonly<Record<string, string>>, path: '/inbound' | '/status') => {
      forms += 1;
      const sid = `SM${String(forms).padStart(32, '0')}`;
      const form = { MessageSid: sid, AccountSid: accountSid, From: `rcs:${phone}`, ...fields };
      return (await service.app.request(signedForm(path, form))).status;
    },
    /** Which institutions, by index, may no longer write to this phone. */
    stopped: async () => {
      const rows = await db.query<{ institution_id: number }>(
        'select institution_id from conversations where opted_out_at is not null',
      );
      const ids = fixtures.map(({ institution }) => institution.id);
      return rows.map((row) => ids.indexOf(row.institution_id)).toSorted((a, b) => a - b);
    },
    outcomes: async () =>
      (await db.query<{ outcome: string }>('select outcome from inbound')).map(
        ({ outcome }) => outcome,
      ),
  };
}

const toStrangeAgent = { To: 'rcs:brand_x1y2z3_agent' };
const numbered = (last: string) => ({ number: `+1314555020${last}` });

it.each(engines)('RCS reaches the only institution on the account, on %s', async (engine) => {
  await using db = await openTestDatabase(engine);
  await using account = await open(db, [numbered('1')]);
  const strange = { ...toStrangeAgent, MessagingServiceSid: service('9') };
  expect(await account.deliver({ ...strange, Body: 'HELP' }, '/inbound')).toBe(200);
  expect(await account.stopped()).toEqual([]);
  expect(await account.deliver({ ...strange, Body: 'Párenle por favor' }, '/inbound')).toBe(200);
  expect(await account.stopped()).toEqual([0]);
  expect(await account.deliver({ ...strange, Body: 'START' }, '/inbound')).toBe(200);
  expect(await account.stopped()).toEqual([]);
  const tapped = { ...toStrangeAgent, Body: '', ButtonText: 'STOP' };
  expect(await account.deliver(tapped, '/inbound')).toBe(200);
  expect(await account.stopped()).toEqual([0]);
  const delivered = { From: toStrangeAgent.To, To: `rcs:${phone}`, MessageStatus: 'read' };
  expect(await account.deliver(delivered, '/status')).toBe(200);
});

it.each(engines)(
  'an RCS sender in the setting belongs to its institution, on %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    await using account = await open(db, [
      numbered('1'),
      { ...numbered('2'), rcsSender: 'brand_x1y2z3_agent' },
    ]);
    expect(await account.deliver({ ...toStrangeAgent, Body: 'arrêt' }, '/inbound')).toBe(200);
    expect(await account.stopped()).toEqual([1]);
    expect(await account.deliver({ ...toStrangeAgent, Body: 'START' }, '/inbound')).toBe(200);
    expect(await account.stopped()).toEqual([]);
  },
);

it.each(engines)('a STOP to an unknown sender stops all on the account, on %s', async (engine) => {
  await using db = await openTestDatabase(engine);
  await using account = await open(db, [
    numbered('1'),
    { ...numbered('2'), carrier: 'twilio' },
    { ...numbered('3'), carrier: 'kannel' },
  ]);
  for (const Body of ['HELP', 'START', '#bal 7', 'OK 4821', 'stop payment on check 1050'])
    expect(await account.deliver({ ...toStrangeAgent, Body }, '/inbound')).toBe(404);
  expect(await account.outcomes()).toEqual([]);
  const stop = { ...toStrangeAgent, Body: 'Stop msgs' };
  expect(await account.deliver(stop, '/inbound')).toBe(200);
  expect(await account.stopped()).toEqual([0, 1]);
  expect(await account.outcomes()).toEqual(['stopped', 'stopped']);
});

it.each(engines)('a STOP from any number and network counts, on %s', async (engine) => {
  await using db = await openTestDatabase(engine);
  await using account = await open(db, [numbered('1'), numbered('2')]);
  const byWhatsApp = { From: `whatsapp:${phone}`, To: `whatsapp:${numbered('2').number}` };
  expect(await account.deliver({ ...byWhatsApp, Body: '#bal' }, '/inbound')).toBe(404);
  expect(await account.deliver({ ...byWhatsApp, Body: 'STOP' }, '/inbound')).toBe(200);
  expect(await account.stopped()).toEqual([1]);
  // An institution's former number.
  const former = { From: phone, To: '+13145559000' };
  expect(await account.deliver({ ...former, Body: 'YES' }, '/inbound')).toBe(404);
  expect(await account.deliver({ ...former, Body: 'Baja', OptOutType: 'STOP' }, '/inbound')).toBe(
    200,
  );
  expect(await account.stopped()).toEqual([0, 1]);
  const nobody = { From: 'messenger:100200300', To: 'messenger:1', Body: 'STOP' };
  expect(await account.deliver(nobody, '/inbound')).toBe(404);
});
