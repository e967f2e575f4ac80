import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveKeys } from '../../src/channels/x/chat/conversation.ts';
import { noteChangedKeys, pinKeys } from '../../src/channels/x/chat/pinning.ts';
import { conversationKeys } from '../../src/channels/x/chat/store/conversation-keys.ts';
import { lookupsOf, peerOf } from '../../src/channels/x/chat/store/peers.ts';
import { wasTaken } from '../../src/channels/x/chat/store/taken.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import type { ChannelEvent, Inbox } from '../../src/messages/channel.ts';
import { openService } from '../../src/service/service.ts';
import { asPosted, keyChangePosted } from '../support/chat-attacks.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { keysContextOf, openBankSession, registeredKeys } from '../support/chat-keys.ts';
import { between } from '../support/chat-looks.ts';
import { openTestDatabase } from '../support/engines.ts';
import { bankUserId } from '../support/fixture.ts';

/** Which public keys of a member count. None of it depends on the database. */
describe('A member’s pinned keys', () => {
  let db: Database;
  let bank: ChatBank;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
    bank = await openChatBank(db, { people: 6 });
  });
  afterAll(async () => {
    await bank[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });
  const later = async () => {
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
  };
  const peer = async (userId: string) => {
    const { keyring, institution } = bank.fixture;
    return peerOf(db, keyring, { institutionId: institution.id, userId });
  };
  const lookupOf = (userId: string) => {
    const [lookup] = lookupsOf(bank.fixture.keyring, bank.fixture.institution.id, userId);
    return present(lookup, 'a place for rows');
  };

  it('are not pinned by a message of ours, which X could have answered with keys of its choice', async () => {
    const phone = await bank.phoneOf(0);
    const session = await openBankSession(bank);
    const all = [registeredKeys(bank, bankUserId), phone.keys()];
    const change = await session.prepareKeyChange(all);
    const { conversationId, key } = change;
    const made = await session.encrypt({ conversationId, text: 'hello from staff', key });
    const posted = asPosted(made, { senderId: bankUserId, keyVersion: key.version });
    await bank.simulator.chat.inject(between(phone), keyChangePosted(change, bankUserId));
    await bank.simulator.chat.inject(between(phone), posted);
    await later();
    expect(await wasTaken(db, bank.fixture.institution.id, made.messageId)).toBe(true);
    expect(await peer(phone.userId)).toBeUndefined();
    await session.close();
  });

  it('are not led back to older ones by a key change of then', async () => {
    const phone = await bank.phoneOf(1);
    await bank.ask(phone, '#bal');
    const change = present(
      bank.simulator.chat
        .events(...between(phone))
        .find(({ kind, senderId }) => kind === 'key_change' && senderId === phone.userId),
      'the phone made the key',
    );
    bank.clock.advance({ hours: 1 });
    await phone.changePhone();
    await bank.ask(phone, '#bal');
    const now = present(await peer(phone.userId), 'pinned');
    expect(now.changes).toBe(1);
    // As after an older backup: we don't know its key.
    await db.query('delete from x_chat_keys where lookup = $1', [now.lookup]);
    await bank.simulator.chat.inject(between(phone), change);
    await later();
    expect(await peer(phone.userId)).toMatchObject({ record: now.record, changes: 1 });
  });

  it('stay where the doubt about new ones can’t be recorded', async () => {
    const [phone, other] = [await bank.phoneOf(2), await bank.phoneOf(3)];
    await bank.ask(phone, '#bal');
    const known = present(await peer(phone.userId), 'pinned');
    const record = { ...other.keys(), userId: phone.userId };
    const away: Inbox = {
      receive: async () => {},
      happened: async () => Promise.reject(new Error('the database is away')),
    };
    const account = keysContextOf(bank);
    await expect(noteChangedKeys(account, { peer: known, record, inbox: away })).rejects.toThrow(
      /away/,
    );
    expect(await peer(phone.userId)).toEqual(known);
  });

  it('raise a doubt where another process has pinned others meanwhile', async () => {
    const [phone, other] = [await bank.phoneOf(2), await bank.phoneOf(3)];
    await bank.ask(phone, '#bal');
    const record = { ...other.keys(), userId: phone.userId };
    const told: ChannelEvent[] = [];
    const inbox: Inbox = {
      receive: async () => {},
      happened: async (events) => void told.push(...events),
    };
    // It had read the address before anything was pinned.
    const given = { lookup: lookupOf(phone.userId), known: undefined, record, inbox };
    expect(await pinKeys(keysContextOf(bank), given)).toBe(true);
    expect(told).toMatchObject([{ event: 'address_changed_keys', address: phone.userId }]);
  });

  it('bring no key whose version is no number', async () => {
    const { keyring, institution } = bank.fixture;
    const account = keysContextOf(bank);
    const userId = '2999999999';
    const place = { lookup: lookupOf(userId), userId };
    const found = (version: string) => ({
      version,
      key: new Uint8Array(32),
      senderId: userId,
      ownVersion: '1',
      digest: undefined,
    });
    await saveKeys(account, place, ['7x', '', '-7', '7'.repeat(40), '7'].map(found));
    const kept = await conversationKeys(db, keyring, {
      institutionId: institution.id,
      lookups: [place.lookup],
    });
    expect(kept.map(({ version }) => version)).toEqual(['7']);
  });

  it('takes no other message of ours for the one that X was to send', async () => {
    const phone = await bank.phoneOf(4);
    await bank.ask(phone, '#bal');
    const earlier = bank.simulator.chat.eventsFor(bankUserId, phone.userId).at(-1);
    const { app } = bank.simulator;
    const { fetch: inner } = app;
    app.fetch = async (request, ...rest) => {
      if (!request.url.endsWith(`/conversations/${phone.userId}/messages`))
        return inner(request, ...rest);
      app.fetch = inner;
      return Response.json({ data: { encoded_message_event: earlier } }, { status: 201 });
    };
    await phone.say('#bal');
    await bank.settle();
    expect(answers(await phone.read())).toHaveLength(1);
    const [row] = await db.query(
      'select status, error_code as code from outbound where institution_id = $1 and address_id = $2 order by place desc limit 1',
      [bank.fixture.institution.id, bank.fixture.members[4]?.addressId],
    );
    expect(row).toEqual({ status: 'unknown', code: 'x_chat_answer_unreadable' });
    for (let round = 0; round < 4; round += 1) await later();
    expect(answers(await phone.read())).toHaveLength(2);
  });

  it('of our own must be those that we registered, or nothing is read or sent', async () => {
    const other = await bank.phoneOf(5);
    await db.query(
      `update x_chat_identities set record = record || jsonb_build_object('publicKey', $1::text)`,
      [other.keys().publicKey],
    );
    await using next = await openService(bank.options);
    await expect(next.poll()).rejects.toMatchObject({ code: 'x_chat_keys_differ' });
  });
});
