import { afterAll, beforeAll, expect, it } from 'vitest';
import { sign } from '../../src/channels/x/signature.ts';
import { openTestDatabase } from '../support/engines.ts';
import { bankUserId } from '../support/fixture.ts';
import { consumerSecret, openXBank, type XBank } from '../support/x-bank.ts';

let bank: XBank;
let close: () => Promise<void>;
beforeAll(async () => {
  const db = await openTestDatabase();
  bank = await openXBank(db, { people: 12 });
  close = async () => {
    await bank[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
});
afterAll(async () => close());

const post = async (body: string, signature: string | null = sign(consumerSecret, body)) =>
  bank.service.app.request('/x/webhook', {
    method: 'POST',
    body,
    headers: signature === null ? {} : { 'x-twitter-webhooks-signature': signature },
  });

const envelope = (from: string, text: string, id: string, to = bankUserId) => ({
  direct_message_events: [
    {
      type: 'message_create',
      id,
      created_timestamp: String(bank.clock.now().epochMilliseconds),
      message_create: { target: { recipient_id: to }, sender_id: from, message_data: { text } },
    },
  ],
});
const delivered = (payload: object, type = 'dm.received') =>
  JSON.stringify({
    data: { event_uuid: '-1', event_type: type, filter: { user_id: bankUserId }, payload },
  });

it('answers a member in the same inbox, ending in their code', async () => {
  await bank.say(0, '#bal');
  expect(bank.inbox(0)).toHaveLength(1);
  expect(bank.inbox(0)[0]).toMatch(
    /^Available: Savings 0 \$500\.00; Checking 7 \$1,000\.00\. Now, 10:42am\. [A-Z0-9]{6}$/,
  );
});

it('signs no challenge that could be the body of a forged delivery', async () => {
  const ask = async (token: string) =>
    bank.service.app.request(`/x/webhook?crc_token=${encodeURIComponent(token)}`);
  expect((await ask('{"data":{"event_type":"dm.received"}}')).status).toBe(400);
  expect((await ask('short')).status).toBe(400);
  expect((await ask('a'.repeat(129))).status).toBe(400);
  expect((await bank.service.app.request('/x/webhook')).status).toBe(400);
  const good = await ask('abcdefghijklmnop');
  expect(await good.json()).toEqual({ response_token: sign(consumerSecret, 'abcdefghijklmnop') });
});

it('refuses a delivery that is unsigned, signed with another key, or changed on the way', async () => {
  const body = delivered(envelope(bank.fixture.members[1]?.address ?? '', '#trans 50 7 0', '9001'));
  expect((await post(body, null)).status).toBe(401);
  expect((await post(body, sign('another', body))).status).toBe(401);
  expect((await post(body.replace('50', '90'), sign(consumerSecret, body))).status).toBe(401);
  expect((await post(body, 'sha256=')).status).toBe(401);
  await bank.service.dispatcher.drain();
  expect(bank.inbox(1)).toEqual([]);
});

it('accepts a delivery once, however often it comes, in either format', async () => {
  const address = bank.fixture.members[2]?.address ?? '';
  const payload = envelope(address, '#trans 50 7 0', '9002');
  const bodies = [
    delivered(payload),
    JSON.stringify(payload),
    JSON.stringify({ data: [{ event_type: 'dm.received', payload }] }),
  ];
  const answers = await Promise.all([...bodies, ...bodies].map(async (body) => post(body)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  await bank.service.dispatcher.drain();
  expect(bank.inbox(2)).toHaveLength(1);
  await bank.say(2, '#bal 7');
  expect(bank.inbox(2)[1]).toMatch(/\$950\.00/);
});

it('answers bad bodies clearly and unknown events with 200', async () => {
  expect((await post('not json')).status).toBe(400);
  expect((await post('x'.repeat(1_000_000))).status).toBe(413);
  expect((await post(delivered({ anything: 1 }, 'chat.received'))).status).toBe(200);
  expect((await post('[]')).status).toBe(200);
  expect((await post('null')).status).toBe(200);
  const binary = await bank.service.app.request('/x/webhook', {
    method: 'POST',
    body: new Uint8Array([0xff, 0xfe, 0]),
    headers: {
      'x-twitter-webhooks-signature': sign(consumerSecret, new Uint8Array([0xff, 0xfe, 0])),
    },
  });
  expect(binary.status).toBe(400);
});

it('accepts no message for another account, nor our own as a member’s', async () => {
  const address = bank.fixture.members[3]?.address ?? '';
  expect((await post(delivered(envelope(address, '#bal', '9003', '5555555555')))).status).toBe(200);
  expect(
    (await post(delivered(envelope(bankUserId, '#trans 50 7 0', '9004', address), 'dm.sent')))
      .status,
  ).toBe(200);
  await bank.service.dispatcher.drain();
  expect(bank.inbox(3)).toEqual([]);
});

it('answers texts of every kind', async () => {
  for (const text of ['x'.repeat(10_000), '💸💸', 'مرحبا', 'a\0b', '\u202E#bal'])
    await bank.say(4, text);
  expect(bank.inbox(4)).toHaveLength(5);
  expect(bank.inbox(4).every((text) => / [A-Z0-9]{6}$/.test(text))).toBe(true);
});

it('sends once after a lost answer, and later if X is throttling or failing', async () => {
  bank.simulator.faults.sends.push('lost');
  await bank.say(5, '#bal');
  expect(bank.inbox(5)).toHaveLength(1);
  bank.clock.advance({ seconds: 20 });
  await bank.service.dispatcher.drain();
  expect(bank.inbox(5)).toHaveLength(1);
  bank.simulator.faults.sends.push('throttled');
  await bank.say(5, '#bal 7');
  expect(bank.inbox(5)).toHaveLength(1);
  bank.clock.advance({ minutes: 20 });
  await bank.service.dispatcher.drain();
  expect(bank.inbox(5)).toHaveLength(2);
  bank.simulator.faults.sends.push('server_error');
  await bank.say(5, '#bal 0');
  bank.clock.advance({ seconds: 20 });
  await bank.service.dispatcher.drain();
  expect(bank.inbox(5)).toHaveLength(2);
  bank.clock.advance({ seconds: 20 });
  await bank.service.dispatcher.drain();
  expect(bank.inbox(5)).toHaveLength(3);
});

it('gives up on members whom it can’t write to, and calls staff when the credit is used up', async () => {
  bank.simulator.faults.sends.push('cannot_write');
  await bank.say(6, '#bal');
  bank.clock.advance({ minutes: 5 });
  await bank.service.dispatcher.drain();
  expect(bank.inbox(6)).toEqual([]);
  bank.simulator.faults.sends.push('no_credit');
  await bank.say(7, '#bal');
  const tasks = await bank.service.db.query("select subject from tasks where kind = 'channel'");
  expect(JSON.stringify(tasks)).toMatch(/credit/);
  bank.clock.advance({ minutes: 1 });
  await bank.service.dispatcher.drain();
  expect(bank.inbox(7)).toHaveLength(1);
});

it('waits for credit as long as it takes, and calls staff once', async () => {
  bank.simulator.faults.sends.push(...Array.from({ length: 12 }, () => 'no_credit' as const));
  await bank.say(7, '#bal 7');
  for (let times = 0; times < 12; times += 1) {
    expect(bank.inbox(7)).toHaveLength(1);
    bank.clock.advance({ minutes: 5 });
    await bank.service.dispatcher.drain();
  }
  expect(bank.inbox(7)).toHaveLength(2);
  const tasks = await bank.service.db.query(
    "select 1 from tasks where kind = 'channel' and subject like '%credit%' and state = 'open'",
  );
  expect(tasks).toHaveLength(1);
});

it('locks money movement on an unfollow and a changed handle, and says so once', async () => {
  const address = bank.fixture.members[8]?.address ?? '';
  await bank.simulator.memberUnfollows(address, bankUserId);
  await bank.service.dispatcher.drain();
  expect(bank.inbox(8)).toHaveLength(1);
  expect(bank.inbox(8)[0]).toMatch(/locked/);
  expect(bank.inbox(8)[0]).toMatch(
    /^You no longer follow us, so transfers .*follow us again and verify it in MyVantage under Messages/,
  );
  await bank.say(8, '#trans 1 7 0');
  expect(bank.inbox(8)[1]).toMatch(/Nothing moved/);
  await bank.say(8, '#bal');
  expect(bank.inbox(8)[2]).toMatch(/Available/);
  const changed = bank.fixture.members[11]?.address ?? '';
  const body = JSON.stringify({
    data: {
      event_uuid: '-7',
      event_type: 'profile.update.handle',
      filter: { user_id: changed },
      payload: { before: 'person11', after: 'someone_else' },
    },
  });
  for (let times = 0; times < 3; times += 1) expect((await post(body)).status).toBe(200);
  await bank.service.dispatcher.drain();
  expect(bank.inbox(11)).toHaveLength(1);
  expect(bank.inbox(11)[0]).toMatch(/^Your X handle changed, so transfers .*Not you\?/);
  await bank.say(11, '#trans 1 7 0');
  expect(bank.inbox(11)[1]).toMatch(/Nothing moved/);
});

it('never carries out or answers a public command; warns its author once, privately', async () => {
  const address = bank.fixture.members[9]?.address ?? '';
  await bank.simulator.memberPosts({ from: address, text: '@myvcu #trans 50 7 0' });
  await bank.simulator.memberPosts({ from: address, text: '@myvcu #bal 7' });
  await bank.service.dispatcher.drain();
  expect(bank.inbox(9)).toHaveLength(1);
  await bank.say(9, '#bal 7');
  expect(bank.inbox(9)[1]).toMatch(/\$1,000\.00/);
  expect(bank.simulator.posts()).toHaveLength(2);
});

it('finds by polling the messages that the webhook lost, once', async () => {
  expect(await bank.service.poll()).toBe(0);
  bank.simulator.faults.dropped = 1;
  await bank.say(10, '#trans 25 7 0');
  expect(bank.inbox(10)).toEqual([]);
  await bank.say(10, '#bal 7');
  expect(bank.inbox(10)[0]).toMatch(/\$1,000\.00/);
  expect(await bank.service.poll()).toBe(2);
  await bank.service.dispatcher.drain();
  expect(bank.inbox(10)).toHaveLength(2);
  expect(bank.inbox(10)[1]).toMatch(/^Moved \$25\.00/);
  expect(await bank.service.poll()).toBe(0);
});

it('gives a stranger one sentence without any code, and raises an alarm for a message that is not ours', async () => {
  bank.simulator.createUser({ id: '777', username: 'stranger', name: 'S' });
  await bank.simulator.memberSends({ from: '777', to: bankUserId, text: '#bal' });
  await bank.simulator.memberSends({ from: '777', to: bankUserId, text: '#bal' });
  await bank.service.dispatcher.drain();
  const told = bank.simulator
    .conversation(bankUserId, '777')
    .filter(({ senderId }) => senderId === bankUserId);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).not.toMatch(/ [A-Z0-9]{6}$/);
});

it('has logged no text, code, token or address', () => {
  const all = bank.logged.join('\n');
  for (const person of bank.fixture.members) expect(all).not.toContain(person.address);
  for (const text of bank.fixture.members.flatMap((_, index) => bank.inbox(index))) {
    expect(all).not.toContain(text.slice(-6));
    expect(all).not.toContain(text);
  }
  expect(all).not.toMatch(/Bearer/);
});
