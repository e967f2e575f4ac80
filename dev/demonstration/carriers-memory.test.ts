import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, it } from 'vitest';
import { createWorld } from '../../src/kernel/world.ts';
import { createTwilioSimulator } from '../simulators/twilio/simulator.ts';
import { createXSimulator } from '../simulators/x/simulator.ts';
import { giveChatPhone } from '../../test/support/chat-world.ts';
import type { ChatPhone } from '../simulators/handset/chat/phone.ts';
import { keepCarriers } from './carriers-memory.ts';

const folder = mkdtempSync(`${tmpdir()}/tmm-carriers-`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = `${folder}/carriers.json`;

const nowhere: typeof fetch = async () => new Response(null, { status: 200 });

function carriers() {
  const world = createWorld();
  const simulator = createXSimulator({
    world,
    fetch: nowhere,
    consumerSecret: 'secret',
    clientId: 'test',
  });
  simulator.createUser({ id: '100', username: 'bank', name: 'Bank' });
  simulator.createUser({ id: '7', username: 'maya', name: 'Maya' });
  simulator.state.follows.add('7>100');
  const accountSid = `AC${'0'.repeat(32)}`;
  const twilio = createTwilioSimulator({ world, fetch: nowhere, accountSid, authToken: 'token' });
  twilio.addNumber({ number: '+13145550100', inboundUrl: 'http://bank.example/inbound' });
  return { simulator, twilio, phones: new Map<string, ChatPhone>() };
}

it('gives the next start the messages on the phones from the last one', async () => {
  const before = carriers();
  {
    using _kept = keepCarriers(file, before);
    await before.simulator.memberSends({ from: '7', to: '100', text: '#bal 💸' });
    await before.simulator.memberPosts({ from: '7', text: '@bank #bal' });
    await before.simulator.memberUnfollows('7', '100');
    await before.simulator.changeHandle('7', 'maya2');
    const phone = '+13145550121';
    await before.twilio.phoneSends({ from: phone, to: '+13145550100', text: 'STOP' });
  }
  const after = carriers();
  {
    using _kept = keepCarriers(file, after);
    expect(after.simulator.conversation('7', '100')).toEqual(
      before.simulator.conversation('7', '100'),
    );
    expect(after.simulator.posts()).toEqual(before.simulator.posts());
    expect(after.simulator.state.follows).toEqual(new Set());
    expect(after.simulator.state.users.get('7')?.username).toBe('maya2');
    expect(after.twilio.state.optedOut).toEqual(before.twilio.state.optedOut);
    expect(after.twilio.conversation('+13145550121')).toEqual(
      before.twilio.conversation('+13145550121'),
    );
  }
});

it('gives phones their keys and X Chat its events again', async () => {
  rmSync(file, { force: true });
  const before = carriers();
  const of = { userId: '7', peerId: '100' };
  {
    using _kept = keepCarriers(file, before);
    const bank = { userId: '100', peerId: '7', takesFrom: 'everyone' } as const;
    before.phones.set('100', await giveChatPhone(before.simulator, bank));
    const phone = await giveChatPhone(before.simulator, of);
    before.phones.set('7', phone);
    await phone.say('#bal');
    await phone.changePhone();
    await before.phones.get('100')?.say('Checking 7: $5.00');
  }
  const after = carriers();
  using kept = keepCarriers(file, after);
  const memory = kept.phoneMemory('7');
  const phone = await giveChatPhone(after.simulator, { ...of, memory });
  expect((await phone.read()).map(({ text }) => text)).toEqual(['#bal', 'Checking 7: $5.00']);
  expect(after.simulator.state.chat.keys).toEqual(before.simulator.state.chat.keys);
  await phone.say('#hist');
  expect((await phone.read()).length).toBe(3);
});

it('starts empty if the file is unreadable', () => {
  writeFileSync(file, '{"x":');
  const empty = carriers();
  const { simulator } = empty;
  using _kept = keepCarriers(file, empty);
  expect(simulator.state.messages).toEqual([]);
  expect(simulator.state.follows).toEqual(new Set(['7>100']));
});
