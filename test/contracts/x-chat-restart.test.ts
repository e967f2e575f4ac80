import { expect, it } from 'vitest';
import { createChatApi } from '../../src/channels/x/chat/api.ts';
import { testedEngine } from '../../src/channels/x/chat/engine/engine-of-process.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createKeys } from '../../src/channels/x/chat/keys.ts';
import { createXClient } from '../../src/channels/x/client.ts';
import { present } from '../../src/kernel/assert.ts';
import { openService } from '../../src/service/service.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { engines, openTestDatabase } from '../support/sampled-engines.ts';
import { bankUserId } from '../support/fixture.ts';

/** Another process on the same data. The first one stays where the webhooks go, but is not asked. */
async function restarted(bank: ChatBank) {
  const service = await openService(bank.options);
  const settle = async () => {
    bank.clock.advance({ minutes: 2 });
    await service.poll();
    await service.dispatcher.drain();
  };
  return { service, settle, [Symbol.asyncDispose]: async () => service[Symbol.asyncDispose]() };
}

it.each(engines)(
  'reads and answers after a restart, with every conversation rebuilt from X’s events: %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    await using bank = await openChatBank(db);
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    await db.query('delete from x_chat_keys');
    await using next = await restarted(bank);
    // Its webhook is lost, so that only the new process takes it.
    bank.simulator.faults.chat.deliveries.push('lost');
    await phone.say('#bal');
    await next.settle();
    await next.settle();
    expect(answers(await phone.read())).toHaveLength(2);
    expect(phone.unreadable()).toBe(0);
  },
);

it.each(engines)(
  'goes on in its conversations after the keys were lost and new ones registered: %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    await using bank = await openChatBank(db);
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    await db.query('delete from x_chat_keys');
    await db.query('delete from x_chat_identities');
    const token = bank.simulator.giveToken(bankUserId).accessToken;
    const tokens = { current: async () => token, renew: async () => token };
    const client = createXClient({
      base: 'https://api.x.example',
      fetch: present(bank.options.x, 'X is set up').fetch,
    });
    bank.clock.advance({ hours: 1 });
    await createKeys(
      {
        db,
        world: bank.world,
        keyring: bank.fixture.keyring,
        engine: await openWasmEngine(),
        api: createChatApi(client, tokens),
        institutionId: bank.fixture.institution.id,
        userId: bankUserId,
      },
      'any',
    );
    await using next = await restarted(bank);
    bank.simulator.faults.chat.deliveries.push('lost');
    await phone.say('#bal');
    await next.settle();
    await next.settle();
    expect(answers(await phone.read()).length).toBe(2);
    expect(phone.unreadable()).toBe(0);
  },
);

it('does not start where an institution has keys and the engine has changed', async () => {
  const engine = await openWasmEngine();
  // Such as a version that leaves a part of the keys out.
  const generate: typeof engine.generate = async () => {
    const made = await engine.generate();
    return { ...made, keys: made.keys.subarray(0, 32) };
  };
  const changed = testedEngine(() => ({ ...engine, generate, ended: () => false }));
  await using db = await openTestDatabase();
  await using bank = await openChatBank(db);
  const options = { ...bank.options, x: { ...present(bank.options.x, 'X'), chatEngine: changed } };
  await expect(openService(options)).rejects.toMatchObject({
    code: 'x_chat_engine_changed',
    message: expect.stringMatching(/install the version that package\.json names/),
  });
  // Without keys nobody needs the engine.
  await db.query('update x_chat_identities set version = null');
  await using without = await openService(options);
  expect(Object.values(await without.channels())).toEqual([['x']]);
});
