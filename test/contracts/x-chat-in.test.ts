import { afterAll, beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import {
  alteredMessages,
  asPosted,
  editOf,
  eventOf,
  forgedKeyChange,
  groupMessage,
  impersonation,
  messageNamed,
  quoteOf,
  reactionTo,
} from '../support/chat-attacks.ts';
import { between, chatLooks } from '../support/chat-looks.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { bankUserId } from '../support/fixture.ts';

onGuardedEngines('What comes in by X Chat', (db) => {
  let bank: ChatBank;
  beforeAll(async () => {
    bank = await openChatBank(db(), { people: 22 });
  });
  afterAll(async () => bank[Symbol.asyncDispose]());

  const { unverified, waiting, tries, answersOf } = chatLooks(db, () => bank);
  const lockOf = async (person: number) => {
    const [address] = await db().query<{ reason: string | null }>(
      'select money_locked_reason as reason from addresses where institution_id = $1 and id = $2',
      [bank.fixture.institution.id, bank.fixture.members[person]?.addressId],
    );
    return address?.reason;
  };
  const keysKept = async () => {
    const [row] = await db().query<{ count: number }>(
      'select count(*)::int as count from x_chat_keys where institution_id = $1',
      [bank.fixture.institution.id],
    );
    return row?.count ?? 0;
  };
  it('counts once when it comes twice, by both roads, or again under another sequence id', async () => {
    const phone = await bank.phoneOf(0);
    bank.simulator.faults.chat.deliveries.push('doubled');
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    bank.clock.advance({ minutes: 2 });
    const messageId = await phone.say('#bal');
    expect(await answersOf(phone)).toHaveLength(2);
    await bank.simulator.chat.replay(between(phone), messageId);
    bank.clock.advance({ minutes: 2 });
    expect(await answersOf(phone)).toHaveLength(2);
  });

  it('counts once by its id though it was signed anew, even after its row was deleted', async () => {
    const phone = await bank.phoneOf(16);
    await bank.ask(phone, '#bal');
    const id = crypto.randomUUID();
    await bank.simulator.chat.inject(between(phone), await messageNamed(phone, id, '#bal'));
    expect(await answersOf(phone)).toHaveLength(2);
    await db().query('delete from inbound where institution_id = $1 and external_id = $2', [
      bank.fixture.institution.id,
      `chat:${id}`,
    ]);
    // Another signature and another text: no byte of it was seen before.
    const again = await messageNamed(phone, id, '#trans 600 7 0');
    await bank.simulator.chat.inject(between(phone), again);
    expect(await answersOf(phone)).toHaveLength(2);
  });

  it('counts once even after its row was deleted', async () => {
    const phone = await bank.phoneOf(1);
    const messageId = await phone.say('#bal');
    expect(await answersOf(phone)).toHaveLength(1);
    await db().query('delete from inbound where institution_id = $1 and external_id = $2', [
      bank.fixture.institution.id,
      `chat:${messageId}`,
    ]);
    await bank.simulator.chat.replay(between(phone), messageId);
    expect(await answersOf(phone)).toHaveLength(1);
  });

  it('is read by polling where the webhook was lost', async () => {
    const phone = await bank.phoneOf(2);
    await bank.ask(phone, '#bal');
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
    bank.simulator.faults.chat.deliveries.push('lost');
    await phone.say('#bal');
    bank.clock.advance({ minutes: 2 });
    expect(await answersOf(phone)).toHaveLength(2);
  });

  it('waits while X can’t be asked for keys, and is answered after', async () => {
    const phone = await bank.phoneOf(3);
    bank.chatFaults.reads.push('server_error', 'server_error', 'server_error');
    const tried = await tries();
    await phone.say('#bal');
    await expect.poll(tries, { timeout: 20_000 }).toBeGreaterThan(tried);
    bank.chatFaults.reads.length = 0;
    expect(await waiting()).toHaveLength(1);
    bank.clock.advance({ minutes: 2 });
    expect(await answersOf(phone)).toHaveLength(1);
    expect(await waiting()).toHaveLength(0);
  });

  it('is never answered if its sender, id or contents were changed, or nobody signed it', async () => {
    const phone = await bank.phoneOf(4);
    await bank.ask(phone, '#bal');
    const other = await bank.phoneOf(5);
    await bank.ask(other, '#bal');
    const before = await unverified();
    const altered = await alteredMessages(phone, '#bal', other.userId);
    for (const event of [altered.id, altered.bit, altered.unsigned, altered.sender]) {
      await bank.simulator.chat.inject(between(phone), event);
      await bank.settle();
    }
    expect(answers(await phone.read())).toHaveLength(1);
    expect(answers(await other.read())).toHaveLength(1);
    // What names no key that we know may be waited for, and is counted then.
    bank.clock.advance({ hours: 80 });
    await bank.settle();
    expect(await unverified()).toBe(before + 4);
  });

  it('is never taken from another conversation', async () => {
    const [phone, other] = [await bank.phoneOf(6), await bank.phoneOf(7)];
    await bank.ask(phone, '#bal');
    await bank.ask(other, '#bal');
    const prepared = await phone.prepare('#bal');
    const { version } = await phone.conversationKey();
    const event = asPosted(prepared, { senderId: phone.userId, keyVersion: version });
    await bank.simulator.chat.inject(between(other), event);
    expect(await answersOf(other)).toHaveLength(1);
    expect(await answersOf(phone)).toHaveLength(1);
  });

  it('does not let a stranger’s key change choose the key of our answers', async () => {
    const phone = await bank.phoneOf(8);
    await bank.ask(phone, '#bal');
    const peer = present(
      bank.simulator.state.chat.keys.get(bankUserId)?.at(-1),
      'the institution has keys',
    );
    const forged = await forgedKeyChange(phone.keys(), { ...peer, userId: bankUserId });
    await bank.simulator.chat.inject(between(phone), forged.event);
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
    const [stored] = await db().query<{ count: number }>(
      'select count(*)::int as count from x_chat_keys where institution_id = $1 and version = $2::bigint',
      [bank.fixture.institution.id, forged.key.version],
    );
    expect(stored?.count).toBe(0);
  });

  it('moves no money for an attacker’s signing key that is bound to the member’s identity key', async () => {
    const phone = await bank.phoneOf(9);
    await bank.ask(phone, '#bal');
    const peer = present(
      bank.simulator.state.chat.keys.get(bankUserId)?.at(-1),
      'the institution has keys',
    );
    const attack = await impersonation(
      phone.keys(),
      { ...peer, userId: bankUserId },
      '#trans 5 7 0',
    );
    bank.simulator.chat.substitute(phone.userId, [attack.record]);
    await bank.simulator.chat.inject(between(phone), attack.keyChange);
    await bank.simulator.chat.inject(between(phone), attack.message);
    await bank.settle();
    const member = present(bank.fixture.members[9], 'a member');
    const [address] = await db().query<{ reason: string | null }>(
      'select money_locked_reason as reason from addresses where institution_id = $1 and id = $2',
      [bank.fixture.institution.id, member.addressId],
    );
    expect(address?.reason).toBe('keys_changed');
    const [moved] = await db().query<{ outcome: string }>(
      'select outcome from inbound where institution_id = $1 and member_id = $2 order by received_at desc limit 1',
      [bank.fixture.institution.id, member.id],
    );
    expect(moved?.outcome).toMatch(/locked/);
    bank.simulator.chat.substitute(phone.userId);
  });

  it('raises the doubt for a key change alone under other keys, before its key is kept', async () => {
    const phone = await bank.phoneOf(14);
    await bank.ask(phone, '#bal');
    const peer = present(
      bank.simulator.state.chat.keys.get(bankUserId)?.at(-1),
      'the institution has keys',
    );
    const attack = await impersonation(phone.keys(), { ...peer, userId: bankUserId }, '#bal');
    bank.simulator.chat.substitute(phone.userId, [attack.record]);
    await bank.simulator.chat.inject(between(phone), attack.keyChange);
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
    expect(await lockOf(14)).toBe('keys_changed');
    bank.simulator.chat.substitute(phone.userId);
  });

  it('keeps no key of a key change alone from somebody whose keys aren’t pinned', async () => {
    const phone = await bank.phoneOf(15);
    // In the inbox, so that polling reads the key changes.
    bank.simulator.chat.accepts(bankUserId, phone.userId);
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
    const before = await keysKept();
    await phone.conversationKey();
    const key = await phone.changeKey().then(async () => phone.conversationKey());
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
    const read = bank.calls.filter((call) => call.endsWith(`${phone.userId}/events`));
    expect(read).not.toHaveLength(0);
    expect(await keysKept()).toBe(before);
    expect(key.version).toMatch(/^\d+$/);
    // With the member's first words the keys are pinned, and the key counts.
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    expect(await keysKept()).toBeGreaterThan(before);
  });

  it('answers an edit of a command with how to send it, and moves nothing', async () => {
    const phone = await bank.phoneOf(10);
    const messageId = await phone.say('#bal');
    expect(await answersOf(phone)).toHaveLength(1);
    const event = eventOf(bank.simulator, phone, bankUserId, messageId);
    await phone.post(await editOf(phone, event, '#trans 600 7 0'));
    const [, edited = ''] = await answersOf(phone);
    expect(edited).toMatch(
      /^Edits aren't acted on\. Send it again as a new message\. [A-Z2-9]{6}$/,
    );
  });

  it('reads no quoted text, and ignores reactions', async () => {
    const phone = await bank.phoneOf(11);
    const messageId = await phone.say('#trans 600 7 0');
    expect(await answersOf(phone)).toHaveLength(1);
    const event = eventOf(bank.simulator, phone, bankUserId, messageId);
    const { conversationId } = await (async () => ({
      conversationId: [phone.userId, bankUserId]
        .toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
        .join(':'),
    }))();
    await phone.post(await quoteOf(phone, event, { conversationId, text: 'what is that?' }));
    const [, quoted = ''] = await answersOf(phone);
    expect(quoted).not.toMatch(/600/);
    await phone.post(await reactionTo(phone, event, '👍'));
    expect(await answersOf(phone)).toHaveLength(2);
  });

  it('takes nothing from a group, and tells who wrote there once, in their own chat', async () => {
    const phone = await bank.phoneOf(12);
    await bank.ask(phone, '#bal');
    const { version } = await phone.conversationKey();
    for (const text of ['#trans 600 7 0', '#bal']) {
      const prepared = await groupMessage(phone, 'g1234567890', text);
      await bank.simulator.chat.inGroup(
        'g1234567890',
        between(phone),
        asPosted(prepared, { senderId: phone.userId, keyVersion: version }),
      );
    }
    const [, told = '', ...more] = await answersOf(phone);
    expect(told).toMatch(
      /^We don't read group chats, where others would see your accounts\. Write to us here, in our own chat\. [A-Z2-9]{6}$/,
    );
    expect(more).toEqual([]);
    // The next command is taken as ever.
    expect((await bank.ask(phone, '#bal')).at(-1)).toMatch(/\$1,000\.00/);
  });

  it('says nothing of a group to somebody who is no member', async () => {
    const phone = await bank.phoneOf(12);
    const { version } = await phone.conversationKey();
    const prepared = await groupMessage(phone, 'g1234567890', '#bal');
    const [before] = await db().query('select count(*) from outbound');
    await bank.simulator.chat.inGroup('g1234567890', between(phone), {
      ...asPosted(prepared, { senderId: '1999999999', keyVersion: version }),
    });
    await bank.settle();
    expect(await db().query('select count(*) from outbound')).toEqual([before]);
  });

  it('takes no message whose id is none, and answers others in the same delivery', async () => {
    const phone = await bank.phoneOf(19);
    await bank.ask(phone, '#bal');
    const before = await unverified();
    for (const id of ['#bal\u0000', 'x'.repeat(5_000)]) {
      await bank.simulator.chat.inject(between(phone), await messageNamed(phone, id, '#bal'));
      bank.clock.advance({ minutes: 2 });
      await bank.settle();
    }
    expect(await unverified()).toBe(before + 2);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
  });

  it('stops nobody else’s messages where a stored one was altered, and calls staff', async () => {
    const [phone, other] = [await bank.phoneOf(20), await bank.phoneOf(21)];
    for (const [which, change] of [
      [
        'altered',
        'set_byte(sealed, octet_length(sealed) - 1, get_byte(sealed, octet_length(sealed) - 1) # 1)',
      ],
      ['unknown', 'set_byte(sealed, 0, 99)'],
    ] as const) {
      const before = await unverified();
      bank.chatFaults.reads.push('server_error', 'server_error', 'server_error');
      await db().query('delete from x_chat_keys where institution_id = $1', [
        bank.fixture.institution.id,
      ]);
      const tried = await tries();
      await phone.say('#bal');
      await expect.poll(tries, { timeout: 20_000 }).toBeGreaterThan(tried);
      bank.chatFaults.reads.length = 0;
      await db().query(
        `update x_chat_events set sealed = ${change} where institution_id = $1 and buried_at is null`,
        [bank.fixture.institution.id],
      );
      expect(await waiting()).not.toHaveLength(0);
      bank.clock.advance({ minutes: 2 });
      expect(await bank.ask(other, '#bal')).toHaveLength(1);
      expect((await unverified()) > before).toBe(which === 'altered');
    }
    const tasks = await db().query<{ subject: string }>(
      'select subject from tasks where institution_id = $1',
      [bank.fixture.institution.id],
    );
    expect(tasks.map(({ subject }) => subject).join()).toMatch(/can’t be taken/);
  });

  it('leaves no text and no key in the log or in the requests to X', async () => {
    const phone = await bank.phoneOf(13);
    await bank.ask(phone, 'my secret word is xylophone');
    const { key } = await phone.conversationKey();
    for (const text of [bank.logged.join('\n'), JSON.stringify(bank.asked)]) {
      expect(text).not.toContain('xylophone');
      expect(text).not.toContain(Buffer.from(key).toString('base64'));
    }
  });
});
