import { afterAll, beforeAll, expect, it } from 'vitest';
import { conversationOf } from '../../dev/simulators/x/chat/conversations.ts';
import type { ChatEngine } from '../../src/channels/x/chat/engine/chat-engine.ts';
import { openWasmEngine } from '../../src/channels/x/chat/engine/wasm-engine.ts';
import { dueEvents, storeEvents } from '../../src/channels/x/chat/store/events.ts';
import { lookupsOf } from '../../src/channels/x/chat/store/peers.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { onSampledEngines, openTestDatabase } from '../support/sampled-engines.ts';
import { bankUserId } from '../support/fixture.ts';

onSampledEngines('Polling X Chat', (db) => {
  let bank: ChatBank;
  beforeAll(async () => {
    bank = await openChatBank(db(), { people: 4 });
    await later(1);
  });
  afterAll(async () => bank[Symbol.asyncDispose]());
  const later = async (minutes: number) => {
    bank.clock.advance({ minutes });
    await bank.settle().catch(() => undefined);
  };

  /** Conversations of strangers that changed last. */
  const crowd = (count: number, from: number) => {
    const { state } = bank.simulator;
    const events = present(
      [...state.chat.conversations.values()].find((one) => one.events.length > 0),
      'somebody wrote',
    ).events;
    for (let index = 0; index < count; index += 1) {
      const id = String(8_000_000_000 + from + index);
      bank.simulator.createUser({ id, username: `s${id}`, name: 'S' });
      const made = conversationOf({ state, world: bank.world }, bankUserId, id);
      made.accepted.add(bankUserId);
      made.events.push(...events.slice(0, 1));
    }
  };

  it('finds a lost message behind more conversations than a few pages hold, past a limit of X', async () => {
    const phone = await bank.phoneOf(0);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    await later(2);
    bank.simulator.faults.chat.deliveries.push('lost');
    await phone.say('#bal');
    bank.clock.advance({ seconds: 1 });
    crowd(620, 0);
    bank.clock.advance({ minutes: 2 });
    // The list stops in the middle once.
    let pages = 0;
    const { push } = bank.calls;
    bank.calls.push = (...calls) => {
      if (calls.includes('GET /2/chat/conversations') && (pages += 1) === 4)
        bank.chatFaults.reads.push('throttled');
      return push.apply(bank.calls, calls);
    };
    await later(1);
    bank.calls.push = push;
    for (let round = 0; round < 3; round += 1) await later(2);
    expect(answers(await phone.read())).toHaveLength(2);
  });

  it('goes on with the others where one conversation can never be read', async () => {
    const [bad, good] = [await bank.phoneOf(1), await bank.phoneOf(2)];
    await bank.ask(bad, '#bal');
    await bank.ask(good, '#bal');
    await later(2);
    const seen = async () => {
      const [row] = await db().query<{ at: Temporal.Instant | null }>(
        'select chat_seen_at as at from x_accounts where institution_id = $1',
        [bank.fixture.institution.id],
      );
      return present(row?.at, 'it was polled').epochMilliseconds;
    };
    const before = await seen();
    const { push } = bank.calls;
    bank.calls.push = (...calls) => {
      if (calls.includes(`GET /2/chat/conversations/${bad.userId}/events`))
        bank.chatFaults.reads.push('server_error');
      return push.apply(bank.calls, calls);
    };
    bank.simulator.faults.chat.deliveries.push('lost', 'lost');
    await bad.say('#bal');
    await good.say('#bal');
    await later(2);
    await later(2);
    expect(answers(await good.read())).toHaveLength(2);
    expect(answers(await bad.read())).toHaveLength(1);
    expect(await seen()).toBeGreaterThan(before);
    bank.calls.push = push;
    await later(20);
    await later(2);
    expect(answers(await bad.read())).toHaveLength(2);
  });
});

/** A bank whose engine counts what it is asked. */
async function openCounting(db: Database) {
  const engine = await openWasmEngine();
  const asked = { read: 0, encrypt: 0 };
  const counted: ChatEngine = {
    ...engine,
    open: async (identity) => {
      const session = await engine.open(identity);
      return {
        ...session,
        read: async (...given) => {
          asked.read += 1;
          return session.read(...given);
        },
        encrypt: async (message) => {
          asked.encrypt += 1;
          return session.encrypt(message);
        },
      };
    },
  };
  const bank = await openChatBank(db, { people: 1, chatEngine: async () => counted });
  const phone = await bank.phoneOf(0);
  const later = async () => {
    bank.clock.advance({ minutes: 2 });
    await bank.settle();
  };
  await bank.ask(phone, '#bal');
  await later();
  Object.assign(asked, { read: 0, encrypt: 0 });
  return { ...bank, asked, phone, later };
}

it.each(['doubled', 'at_once'] as const)(
  'decrypts each message once, however often X tells of it: %s',
  async (delivery) => {
    await using db = await openTestDatabase();
    await using bank = await openCounting(db);
    const { asked, phone, later } = bank;
    // By webhook twice, X's 201 and its report of our answer; then by polling, with the key changes.
    bank.simulator.faults.chat.deliveries.push(delivery);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    await later();
    expect(asked).toEqual({ read: 1, encrypt: 1 });
    expect(answers(await phone.read())).toHaveLength(2);
  },
);

it('decrypts nothing again that polling stores while a webhook takes it', async () => {
  await using db = await openTestDatabase('pglite');
  await using bank = await openCounting(db);
  const { asked, phone } = bank;
  expect(await bank.ask(phone, '#bal')).toHaveLength(1);
  Object.assign(asked, { read: 0 });
  const { keyring, institution } = bank.fixture;
  const context = { keyring, institutionId: institution.id };
  const [lookup] = lookupsOf(keyring, institution.id, phone.userId);
  // Polling had listed all of it before: the question, our answer and the key change.
  const events = bank.simulator.chat.eventsFor(bankUserId, phone.userId).map((encoded) => ({
    encoded,
    peerId: phone.userId,
    lookup: present(lookup, 'a place for the rows'),
    sequenceId: undefined,
    keyEvents: [],
    conversationToken: undefined,
  }));
  const at = bank.clock.now();
  await storeEvents(db, context, { events, at });
  expect(await dueEvents(db, context, at)).toHaveLength(1);
  await bank.settle();
  expect(await dueEvents(db, context, at)).toHaveLength(0);
  expect(asked.read).toBe(0);
  expect(answers(await phone.read())).toHaveLength(2);
});
