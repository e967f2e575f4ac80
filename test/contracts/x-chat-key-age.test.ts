import { expect, it } from 'vitest';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { createKeys, keysInUse } from '../../src/channels/x/chat/keys.ts';
import { present } from '../../src/kernel/assert.ts';
import { openService } from '../../src/service/service.ts';
import { keyChangePosted } from '../support/chat-attacks.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { keysContextOf } from '../support/chat-keys.ts';
import { engines, openTestDatabase } from '../support/sampled-engines.ts';
import { bankUserId } from '../support/fixture.ts';

/** Registers other keys an hour later, and opens a service that has them. */
async function rotate(bank: ChatBank) {
  bank.clock.advance({ hours: 1 });
  await createKeys({ ...keysContextOf(bank), engine: await openWasmEngine() }, 'ours');
  const service = await openService(bank.options);
  const settle = async () => {
    bank.clock.advance({ minutes: 2 });
    await service.poll();
    await service.dispatcher.drain();
  };
  return { settle, [Symbol.asyncDispose]: async () => service[Symbol.asyncDispose]() };
}

/** The newest posted message to a user, as bytes: the version of its key stands in them as it is. */
function lastPosted(bank: ChatBank, userId: string): Buffer {
  const path = `/2/chat/conversations/${userId}/messages`;
  const events = bank.asked.flatMap(({ path: at, body }) => {
    const event: unknown =
      at === path && typeof body === 'object' && body !== null
        ? Reflect.get(body, 'encoded_message_create_event')
        : undefined;
    return typeof event === 'string' ? [Buffer.from(event, 'base64')] : [];
  });
  return present(events.at(-1), 'something was posted');
}

it.each(engines)(
  'encrypts under no key that was made for the keys before a rotation: %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    await using bank = await openChatBank(db);
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    const { version } = await phone.conversationKey();
    expect(lastPosted(bank, phone.userId).includes(version)).toBe(true);
    // It waits while the keys change, so that the phone makes no new key of its own.
    bank.simulator.faults.chat.deliveries.push('lost');
    await phone.say('#bal');
    await using next = await rotate(bank);
    await next.settle();
    await next.settle();
    expect(answers(await phone.read())).toHaveLength(2);
    expect(lastPosted(bank, phone.userId).includes(version)).toBe(false);
    expect(phone.unreadable()).toBe(0);
  },
);

it.each(engines)(
  'takes no key from keys of ours that are retired, and sends on: %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    await using bank = await openChatBank(db);
    const phones = [await bank.phoneOf(0), await bank.phoneOf(1)];
    for (const phone of phones) await bank.ask(phone, '#bal');
    const old = await keysInUse(keysContextOf(bank));
    const before = present(bank.simulator.state.chat.keys.get(bankUserId)?.at(-1), 'our keys');
    await using next = await rotate(bank);
    const session = await (
      await openWasmEngine()
    ).open({ userId: bankUserId, version: before.version, keys: old.keys });
    const now = present(bank.simulator.state.chat.keys.get(bankUserId)?.at(-1), 'our keys');
    // A holder of the retired keys makes a key for both of ours, so that each could open it.
    for (const [index, ours] of [before, now].entries()) {
      const phone = present(phones[index], 'a phone for each');
      bank.simulator.faults.chat.deliveries.push('lost');
      const shown = answers(await phone.read()).length;
      await phone.say('#bal');
      const change = await session.prepareKeyChange([
        { ...ours, userId: bankUserId },
        phone.keys(),
      ]);
      await bank.simulator.chat.inject(
        [phone.userId, bankUserId],
        keyChangePosted(change, bankUserId),
      );
      for (let round = 0; round < 4; round += 1) await next.settle();
      expect(answers(await phone.read()).length).toBeGreaterThan(shown);
      expect(lastPosted(bank, phone.userId).includes(change.key.version)).toBe(false);
    }
    await session.close();
  },
);

it.each(engines)(
  'encrypts under no key from before the member’s keys were pinned: %s',
  async (engine) => {
    await using db = await openTestDatabase(engine);
    await using bank = await openChatBank(db);
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    const { version } = await phone.conversationKey();
    bank.clock.advance({ minutes: 5 });
    await db.query('update x_chat_peers set pinned_at = $2 where institution_id = $1', [
      bank.fixture.institution.id,
      bank.clock.now(),
    ]);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    expect(lastPosted(bank, phone.userId).includes(version)).toBe(false);
    expect(phone.unreadable()).toBe(0);
  },
);

it.each([
  ['pglite', 'still takes', 1],
  ['postgresql', 'no longer takes', 2],
] as const)(
  'sends once what was prepared before a rotation: on %s, where X %s signatures of the keys before',
  async (engine, takes, versions) => {
    await using db = await openTestDatabase(engine);
    await using bank = await openChatBank(db);
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    // It is prepared, and X can't take it now.
    bank.chatFaults.sends.push({ to: phone.userId, fault: 'internal_error' });
    expect(await bank.ask(phone, '#bal')).toEqual([]);
    const path = `/2/chat/conversations/${phone.userId}/messages`;
    const before = bank.asked.filter((one) => one.path === path).length;
    await using next = await rotate(bank);
    bank.simulator.faults.chat.refusesOlderKeys = takes === 'no longer takes';
    for (let round = 0; round < 4; round += 1) await next.settle();
    expect(answers(await phone.read())).toHaveLength(2);
    expect(phone.unreadable()).toBe(0);
    // As it was stored; or once more with the keys of now, and nobody is called.
    const sent = bank.asked.filter((one) => one.path === path).slice(before);
    expect(sent).toHaveLength(versions);
    const tasks = await db.query('select subject from tasks where institution_id = $1', [
      bank.fixture.institution.id,
    ]);
    expect(JSON.stringify(tasks)).not.toMatch(/signature/);
  },
);
