import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { asPosted, missingKeyMessage } from '../support/chat-attacks.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { between, chatLooks } from '../support/chat-looks.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { bankUserId } from '../support/fixture.ts';

onSampledEngines('What comes by X Chat and can’t be taken yet', (db) => {
  let bank: ChatBank;
  beforeAll(async () => {
    bank = await openChatBank(db(), { people: 5 });
  });
  afterAll(async () => bank[Symbol.asyncDispose]());
  const { unverified, waiting, answersOf } = chatLooks(db, () => bank);

  it('waits for a key that X lists later, lets what comes after pass, and is answered then', async () => {
    const phone = await bank.phoneOf(0);
    await bank.ask(phone, '#bal');
    const old = present(bank.simulator.state.chat.keys.get(phone.userId)?.at(-1), 'the phone');
    await phone.changePhone();
    await phone.changeKey();
    // X still serves the old record when the webhook comes.
    bank.simulator.chat.substitute(phone.userId, [old]);
    const before = await unverified();
    await phone.say('stop');
    for (let round = 0; round < 3; round += 1) {
      bank.clock.advance({ minutes: 5 });
      await bank.settle();
    }
    expect(await unverified()).toBe(before);
    expect(await waiting()).not.toHaveLength(0);
    bank.simulator.chat.substitute(phone.userId);
    for (let round = 0; round < 4; round += 1) {
      bank.clock.advance({ minutes: 60 });
      await bank.settle();
    }
    const [address] = await db().query<{ stopped: boolean }>(
      `select exists (select 1 from conversations where institution_id = $1 and opted_out_at is not null
          and id in (select conversation_id from inbound where institution_id = $1 and member_id = $2)) as stopped`,
      [bank.fixture.institution.id, bank.fixture.members[0]?.id],
    );
    expect(address?.stopped).toBe(true);
  });

  it('waits while X has no record of its sender', async () => {
    const phone = await bank.phoneOf(1);
    bank.simulator.chat.substitute(phone.userId, []);
    const before = await unverified();
    await phone.say('#bal');
    expect(await answersOf(phone)).toEqual([]);
    expect(await unverified()).toBe(before);
    bank.simulator.chat.substitute(phone.userId);
    // Longer than the pause after several tries: the webhook and the job may both have tried it.
    bank.clock.advance({ hours: 12 });
    expect(await answersOf(phone)).toHaveLength(1);
  });

  it('makes another key for the conversation where one stays missing, and reads what comes then', async () => {
    const phone = await bank.phoneOf(2);
    await bank.ask(phone, '#bal');
    const changes = () =>
      bank.calls.filter((call) => call === `POST /2/chat/conversations/${phone.userId}/keys`)
        .length;
    const before = changes();
    const { version } = await phone.conversationKey();
    // Its key change is nowhere.
    const ours = present(
      bank.simulator.state.chat.keys.get(bankUserId)?.at(-1),
      'the institution has keys',
    );
    const lost = await missingKeyMessage(phone, { ...ours, userId: bankUserId }, '#bal');
    await bank.simulator.chat.inject(between(phone), lost.message);
    for (let round = 0; round < 12; round += 1) {
      bank.clock.advance({ hours: 1 });
      await bank.settle();
    }
    expect(changes()).toBe(before + 1);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    expect((await phone.conversationKey()).version).not.toBe(version);
    // In the end it is given up, and counted.
    const buried = await unverified();
    bank.clock.advance({ hours: 80 });
    await bank.settle();
    const given = await unverified();
    expect(given).toBeGreaterThan(buried);
    // Its key comes after all: it is read, and no longer counted.
    const shown = answers(await phone.read()).length;
    await bank.simulator.chat.inject(between(phone), lost.keyChange);
    // A chat is listed as changed once something newer is in it.
    expect((await bank.ask(phone, '#bal')).length).toBeGreaterThan(0);
    for (let round = 0; round < 3; round += 1) {
      bank.clock.advance({ minutes: 2 });
      await bank.settle();
    }
    expect(answers(await phone.read()).length).toBe(shown + 2);
    expect(await unverified()).toBe(given - 1);
  });

  it('is acknowledged once it is stored, though taking it fails, and is taken later', async () => {
    const phone = await bank.phoneOf(3);
    await bank.ask(phone, '#bal');
    const flip = `update x_chat_keys set sealed = set_byte(sealed, octet_length(sealed) - 1, get_byte(sealed, octet_length(sealed) - 1) # 1)
        where institution_id = $1`;
    await db().query(flip, [bank.fixture.institution.id]);
    await phone.say('#bal');
    const { status, eventType } = present(bank.simulator.deliveries().at(0), 'X delivered it');
    expect({ status, eventType }).toEqual({ status: 200, eventType: 'chat.received' });
    expect(await waiting()).toHaveLength(1);
    expect(answers(await phone.read())).toHaveLength(1);
    await db().query(flip, [bank.fixture.institution.id]);
    bank.clock.advance({ hours: 1 });
    expect(await answersOf(phone)).toHaveLength(2);
    expect(await waiting()).toHaveLength(0);
  });

  it('is counted if it was altered, though the true one under its id was taken', async () => {
    const phone = await bank.phoneOf(4);
    await bank.ask(phone, '#bal');
    const prepared = await phone.prepare('#bal');
    await phone.post(prepared);
    expect(await answersOf(phone)).toHaveLength(2);
    const { version } = await phone.conversationKey();
    const event = asPosted(prepared, { senderId: phone.userId, keyVersion: version });
    const detail = Buffer.from(event.detail);
    detail.writeUInt8(detail.readUInt8(30) ^ 1, 30);
    const before = await unverified();
    await bank.simulator.chat.inject(between(phone), event);
    await bank.simulator.chat.inject(between(phone), { ...event, detail });
    expect(await answersOf(phone)).toHaveLength(2);
    expect(await unverified()).toBe(before + 1);
  });
});
