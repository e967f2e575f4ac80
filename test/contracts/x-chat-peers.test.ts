import { describe, expect, it } from 'vitest';
import { openChatPhone, type ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { listen } from '../../src/service/listen.ts';
import { openChatBank } from '../support/chat-bank.ts';
import { giveChatPhone } from '../support/chat-world.ts';
import { openTestDatabase } from '../support/engines.ts';
import { nativePython, openNativeEngine } from '../support/native-chat/engine.ts';
import { sdkChatCalls } from '../support/sdk-chat-calls.ts';

const bank = '1111111111';
const member = '2222222222';

function simulated() {
  const simulator = createXSimulator({
    world: createWorld(),
    fetch: async () => new Response(''),
    consumerSecret: 'consumer secret',
    clientId: 'test',
  });
  simulator.createUser({ id: bank, username: 'myvcu', name: 'Vantage' });
  simulator.createUser({ id: member, username: 'member', name: 'M' });
  return simulator;
}

/** Messages both ways, a message twice, other keys on either side, and every text shown once. */
async function converse(institution: ChatPhone, phone: ChatPhone): Promise<void> {
  const texts = async () => [
    (await institution.read()).map(({ text }) => text),
    (await phone.read()).map(({ text }) => text),
  ];
  const asked = '¿Saldo? #bal ✓';
  await phone.say(asked);
  await institution.read();
  const answer = await institution.prepare('Checking 7: $1,204.33 K7Q');
  await institution.post(answer);
  await institution.post(answer);
  const first = [asked, 'Checking 7: $1,204.33 K7Q'];
  expect(await texts()).toEqual([first, first]);
  await institution.changeKey();
  await phone.say('after our key change');
  await institution.say('read');
  await phone.changePhone();
  await institution.say('to the new phone');
  await phone.say('from the new phone');
  await institution.changePhone();
  await phone.say('to the new keys');
  await institution.say('from the new keys');
  const all = [
    ...first,
    'after our key change',
    'read',
    'to the new phone',
    'from the new phone',
    'to the new keys',
    'from the new keys',
  ];
  expect(await texts()).toEqual([all, all]);
}

describe('X’s official client in X Chat', () => {
  it('carries a phone’s calls to the simulated X', async () => {
    const simulator = simulated();
    await using x = await listen(simulator.app.fetch, { host: '127.0.0.1', port: 0 });
    const institution = await giveChatPhone(simulator, {
      userId: bank,
      peerId: member,
      takesFrom: 'everyone',
    });
    const phone = await openChatPhone({
      engine: await openWasmEngine(),
      userId: member,
      peerId: bank,
      calls: sdkChatCalls({
        baseUrl: x.url,
        accessToken: simulator.giveToken(member).accessToken,
        userId: member,
        peerId: bank,
      }),
    });
    await converse(institution, phone);
  });
});

const python = nativePython();

describe.skipIf(python === undefined)('X’s native engine in X Chat', () => {
  it('talks with ours, both ways', async () => {
    const simulator = simulated();
    const institution = await giveChatPhone(simulator, {
      userId: bank,
      peerId: member,
      takesFrom: 'everyone',
    });
    await using engine = openNativeEngine(python ?? '');
    const phone = await giveChatPhone(simulator, { userId: member, peerId: bank, engine });
    await converse(institution, phone);
  });

  it('imports our keys, and ours imports its', async () => {
    await using native = openNativeEngine(python ?? '');
    await using own = await openWasmEngine();
    for (const [from, to] of [
      [native, own],
      [own, native],
    ] as const) {
      const { keys, record } = await from.generate();
      const identity = { userId: bank, version: record.version, keys };
      const [old, session] = [await from.open(identity), await to.open(identity)];
      const user = { ...record, userId: bank };
      const peer = { ...(await to.generate()).record, userId: member };
      const change = await old.prepareKeyChange([user, peer]);
      const { key, conversationId } = change;
      const made = await session.encrypt({ conversationId, text: 'the same keys', key });
      expect(made.messageId).toMatch(/^[\da-f-]{36}$/);
      expect(key.key.length).toBe(32);
    }
  });
});

describe.skipIf(python === undefined)('a member whose phone has X’s native engine', () => {
  it('asks the whole service, moves money and changes phones', async () => {
    await using db = await openTestDatabase('pglite');
    await using chatBank = await openChatBank(db, { people: 1 });
    await using engine = openNativeEngine(python ?? '');
    const phone = await chatBank.phoneOf(0, engine);
    expect((await chatBank.ask(phone, '#bal')).join()).toMatch(/\$1,000\.00.* [A-Z2-9]{6}$/);
    expect((await chatBank.ask(phone, '#trans 50 7 0')).join()).toMatch(/50\.00/);
    await phone.changePhone();
    expect((await chatBank.ask(phone, '#bal')).join(' ')).toMatch(/\$950\.00/);
    expect((await chatBank.ask(phone, '#trans 50 7 0')).join()).toMatch(/locked/);
    expect(phone.unreadable()).toBe(0);
  });
});
