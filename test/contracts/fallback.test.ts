import { afterAll, beforeAll, expect, it } from 'vitest';
import { openService, type Service } from '../../src/service/service.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { bindAddresses } from '../../src/messages/bind-addresses.ts';
import { issueCodes } from '../../src/members/codes.ts';
import { conversationsFor } from '../../src/messages/conversations.ts';
import { countSegments } from '../../src/messages/segments/count-segments.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import {
  createTwilioSimulator,
  type TwilioSimulator,
} from '../../dev/simulators/twilio/simulator.ts';
import { openTestDatabase } from '../support/engines.ts';
import { bankUserId } from '../support/fixture.ts';
import { openXBank, type XBank } from '../support/x-bank.ts';

/**
 * X sends 15 messages in 15 minutes for all members together. Urgent ones then go by text message.
 */
const bankNumber = '+13145550100';
const accountSid = `AC${'1'.repeat(32)}`;
const phoneOf = (person: number) => `+1314555012${person}`;

let bank: XBank;
let service: Service;
let twilio: TwilioSimulator;
let close: () => Promise<void>;
beforeAll(async () => {
  const db = await openTestDatabase();
  const settings = { sms: { number: bankNumber } };
  bank = await openXBank(db, { people: 5, limits: 'self_serve', settings });
  const { world, fixture } = bank;
  twilio = createTwilioSimulator({
    world,
    fetch: async () => new Response(null, { status: 200 }),
    accountSid,
    authToken: 'token',
  });
  twilio.addNumber({ number: bankNumber, inboundUrl: 'https://bank.example/twilio/inbound' });
  service = await openService({
    ...bank.options,
    logger: silentLogger,
    metrics: createMetrics(),
    twilio: {
      accountSid,
      authTokens: ['token'],
      credentials: { username: accountSid, password: 'token' },
      optOut: 'advanced',
      base: 'https://twilio.example',
      lookupsBase: 'https://twilio.example',
      microdollarsPerSegment: 10_000,
      publicUrl: 'https://bank.example/twilio',
      fetch: async (input, init) => twilio.app.fetch(new Request(input, init)),
    },
  });
  const context = { keyring: fixture.keyring, world };
  await db.transaction(async (tx) => {
    const institutionId = fixture.institution.id;
    const numbers = [1, 2, 3, 4].map((person) => ({
      memberId: fixture.members[person]?.id ?? '',
      channel: 'sms' as const,
      address: phoneOf(person),
      mayMoveMoney: false,
    }));
    await issueCodes(
      tx,
      context,
      institutionId,
      await bindAddresses(tx, context, institutionId, numbers),
    );
    await conversationsFor(tx, { institutionId, keys: numbers, ...context });
  });
  close = async () => {
    await service[Symbol.asyncDispose]();
    await bank[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
});
afterAll(async () => close());

const says = async (person: number, text: string) => {
  const from = bank.fixture.members[person]?.address ?? '';
  await bank.simulator.memberSends({ from, to: bankUserId, text });
  // Two processes on one database: the first has claimed the message and may be sending the answer.
  await bank.service.dispatcher.drain();
  await service.dispatcher.drain();
};
const texts = (person: number) => twilio.conversation(phoneOf(person)).map(({ text }) => text);

it('goes to the member’s phone, with the phone’s code, when X’s limit is used up', async () => {
  for (let times = 0; times < 15; times += 1) await says(0, '#bal');
  expect(bank.inbox(0)).toHaveLength(15);
  await says(0, '#bal 7');
  await says(1, '#bal 7');
  await says(1, '#trans 600 7 0');
  await says(2, '#bal 7');
  await says(2, 'STOP');
  await says(3, '#bal 7');
  await says(4, 'limits');
  await service.db.query(
    `update conversations set opted_out_at = $1 where channel = 'sms' and id in (
      select c.id from conversations c join addresses a on a.conversation_id = c.id where a.member_id = $2)`,
    [bank.clock.now(), bank.fixture.members[3]?.id],
  );
  for (const person of [1, 2, 3]) expect(bank.inbox(person)).toEqual([]);
  // Not yet late.
  bank.clock.advance({ minutes: 4 });
  await service.runJobs();
  await service.dispatcher.drain();
  expect(texts(1)).toEqual([]);
  bank.clock.advance({ minutes: 2 });
  await service.runJobs();
  await service.dispatcher.drain();
  // The balance. The question stays, since only X can receive its answer.
  expect(texts(1)).toEqual([expect.stringMatching(/^Checking 7: \$1,000\.00 .* [A-Z0-9]{6}$/)]);
  // The reply names X as another account, since it now goes by SMS. The queued row stays unchanged.
  expect(texts(4)).toEqual([
    expect.stringMatching(/^From your X account you can move up to .* [A-Z0-9]{6}$/),
  ]);
  expect(countSegments(texts(4)[0] ?? '').segments).toBe(1);
  const rows = await service.db.query<{ text: string; status: string }>(
    `select text, status from outbound where text like 'From % X account %' order by id`,
  );
  expect(rows.map(({ text, status }) => [text.slice(0, 19), status === 'expired'])).toEqual([
    ['From this X account', true],
    ['From your X account', false],
  ]);
  // Anyone who said STOP on either channel gets no text.
  expect(texts(2)).toEqual([]);
  expect(texts(3)).toEqual([]);
  // One of the two sends it once. A member with one channel only waits until X sends again.
  await service.runJobs();
  bank.clock.advance({ minutes: 10 });
  await service.runJobs();
  await service.dispatcher.drain();
  expect(texts(1)).toHaveLength(1);
  expect(bank.inbox(1)).toEqual([]);
  expect(bank.inbox(0)).toHaveLength(16);
  expect(bank.inbox(0)[0]?.slice(-6)).not.toBe(texts(1)[0]?.slice(-6));
  expect(bank.inbox(3)).toHaveLength(1);
});
