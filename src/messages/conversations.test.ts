import { expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { startService } from '../../test/support/service.ts';
import { secondConversation } from '../../test/support/second-conversation.ts';
import { testKeys } from '../../test/support/fixture.ts';
import { createConversation } from '../conversation/conversation.ts';
import { announceChange } from '../notices/announce.ts';
import { present } from '../kernel/assert.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { seededRandom, systemRandom } from '../kernel/random.ts';
import { createKeyring, type Keyring } from '../kernel/keyring.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';
import type { Channel } from './channel.ts';
import { addressKey } from '../members/bind-address.ts';
import { bindAddresses } from './bind-addresses.ts';
import { completeConversations } from './complete-conversations.ts';
import { conversationsFor } from './conversations.ts';
import { claim } from './sending/claim.ts';
import { createDispatcher } from './sending/dispatcher.ts';
import { stillMayLeave } from './sending/still-may-leave.ts';

const secondKey = { id: 2, key: seededRandom('second key').bytes(32) };

onGuardedEngines('while a master key is rotated', (db) => {
  /** Opens processes with different keys over one fixture. Each sends its own messages. */
  const open = async () => {
    const service = await startService(db(), { people: 1 });
    const { fixture, world, clock } = service;
    const { id: institutionId } = fixture.institution;
    const { address, id: memberId } = present(fixture.members[0], 'the fixture has one');
    let said = 0;
    const processOf = (keyring: Keyring) => {
      const left: string[] = [];
      const channel: Channel = {
        name: 'x',
        traits: {
          textMax: 10_000,
          encoding: 'unicode',
          recyclable: false,
          endToEndEncrypted: false,
          costMicrodollarsPerUnit: 1,
        },
        send: async ({ text }) => {
          left.push(text);
          return { outcome: 'accepted', carrierId: `c${said}-${left.length}` };
        },
        lookup: async () => ({ found: false }),
      };
      const conversation = createConversation({
        db: db(),
        core: ledgerCore,
        keyring,
        world,
        logger: silentLogger,
        metrics: silentMetrics,
        institution: async () => fixture.institution,
        delivery: async () => {},
        queued: () => {},
      });
      return {
        keyring,
        say: async (text: string) => {
          said += 1;
          clock.advance({ seconds: 1 });
          const now = clock.now();
          const { outcome } = await conversation.take({
            institutionId,
            channel: 'x',
            externalId: `${institutionId}-${said}`,
            address,
            text,
            sentAt: now,
            receivedAt: now,
          });
          return outcome;
        },
        /** Sends what is due now. */
        drain: async () => {
          left.length = 0;
          await createDispatcher({
            db: db(),
            institutionIds: async () => [institutionId],
            channels: () => [channel],
            keyring,
            world,
            logger: silentLogger,
            metrics: silentMetrics,
            staffMust: async () => {},
          }).drain();
          return [...left];
        },
      };
    };
    const rows = async () => {
      const [row] = await db().query<{ count: number }>(
        `select count(*)::int as count from conversations where institution_id = $1 and channel = 'x' and merged_into is null`,
        [institutionId],
      );
      return row?.count;
    };
    const twin = async ({ keyring }: { keyring: Keyring }, optedOutAt?: Temporal.Instant) =>
      secondConversation(
        db(),
        { institutionId, keyring, world },
        { address, ...(optedOutAt ? { optedOutAt } : {}) },
      );
    const notice = async (keyring: Keyring) =>
      db().transaction(async (tx) =>
        announceChange(
          tx,
          { world, institution: fixture.institution, keyring },
          { memberId, what: 'passkey_added' },
        ),
      );
    const before = processOf(createKeyring(testKeys(), systemRandom));
    const knowing = processOf(createKeyring([...testKeys(), secondKey], systemRandom, 1));
    const after = processOf(createKeyring([...testKeys(), secondKey], systemRandom));
    return { world, institutionId, address, memberId, rows, twin, notice, before, knowing, after };
  };

  it('a conversation stays one if every process knows the key before its use', async () => {
    const first = await open();
    expect(await first.knowing.say('#bal')).toBe('balances');
    expect(await first.before.drain()).toHaveLength(1);
    expect(await first.before.say('STOP')).toBe('stopped');
    expect(await first.knowing.say('#bal')).toBe('opted_out');
    expect(await first.rows()).toBe(1);
    // Then it keyring.
    const second = await open();
    expect(await second.after.say('#bal')).toBe('balances');
    expect(await second.knowing.say('STOP')).toBe('stopped');
    expect(await second.after.say('#bal')).toBe('opted_out');
    expect(await second.rows()).toBe(1);
  });

  it('it stays one even if a process does not know the key', async () => {
    const { rows, notice, before, after } = await open();
    expect(await after.say('#bal')).toBe('balances');
    expect(await before.say('STOP')).toBe('stopped');
    expect(await rows()).toBe(1);
    expect(await after.say('#bal')).toBe('opted_out');
    // The first answer was still queued when STOP came, so only STOP's confirmation leaves.
    const left = await after.drain();
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/START/);
    expect(await after.say('START')).toBe('started');
    expect(await before.say('#bal')).toBe('balances');
    expect(await after.drain()).toHaveLength(2);
    // STOP silences both conversations from the newer side as well.
    expect(await after.say('STOP')).toBe('stopped');
    expect(await before.say('#bal')).toBe('opted_out');
    await notice(after.keyring);
    expect(await after.drain()).toHaveLength(1);
    expect(await rows()).toBe(1);
  });

  it('merges a second row by an older version into the first when it finds it, with STOP', async () => {
    const { world, institutionId, address, rows, twin, before, after } = await open();
    expect(await before.say('#bal')).toBe('balances');
    const id = await twin(after, world.clock.now());
    expect(await rows()).toBe(2);
    expect(await after.say('#bal')).toBe('opted_out');
    expect(await rows()).toBe(1);
    const keys = [{ channel: 'x', address }] as const;
    const [row] = await db().transaction(async (tx) =>
      conversationsFor(tx, { institutionId, keys, keyring: after.keyring, world }),
    );
    expect(row).toEqual({ id, optedOutAt: expect.anything() });
    const [bound] = await db().query<{ conversationId: string }>(
      `select conversation_id as "conversationId" from addresses where institution_id = $1 and channel = 'x'`,
      [institutionId],
    );
    expect(bound?.conversationId).toBe(id);
    // A STOP in the second row also stops what was queued in the first.
    expect(await after.drain()).toEqual([]);
    expect(await after.say('START')).toBe('started');
    expect(await before.say('#bal')).toBe('balances');
    expect(await rows()).toBe(1);
  });

  it('merges all rows and links all addresses before a process sends', async () => {
    const { world, institutionId, rows, twin, notice, before, after } = await open();
    await before.say('#bal');
    await before.drain();
    const stopped = await twin(after, world.clock.now());
    await db().query('update addresses set conversation_id = null where institution_id = $1', [
      institutionId,
    ]);
    const complete = async () =>
      completeConversations(db(), { institutionId, keyring: after.keyring, world });
    await complete();
    expect(await rows()).toBe(1);
    const linked = await db().query<{ id: string | null }>(
      'select distinct conversation_id as id from addresses where institution_id = $1',
      [institutionId],
    );
    expect(linked).toEqual([{ id: stopped }]);
    await notice(after.keyring);
    expect(await after.drain()).toEqual([]);
    await complete();
    expect(await rows()).toBe(1);
  });

  it('STOP under the older key holds under the newer, once a process has started', async () => {
    const { world, institutionId, rows, twin, notice, before, after } = await open();
    await before.say('STOP');
    await before.drain();
    const id = await twin(after);
    await completeConversations(db(), { institutionId, keyring: after.keyring, world });
    const [kept] = await db().query<{ id: string; optedOutAt: Temporal.Instant | null }>(
      `select id, opted_out_at as "optedOutAt" from conversations where institution_id = $1 and merged_into is null`,
      [institutionId],
    );
    expect(kept).toEqual({ id, optedOutAt: expect.anything() });
    expect(await rows()).toBe(1);
    await notice(after.keyring);
    expect(await after.drain()).toEqual([]);
    expect(await after.say('#bal')).toBe('opted_out');
  });

  it('a question pending under the older key can be answered under the newer', async () => {
    const { twin, before, after } = await open();
    expect(await before.say('#trans 5 7 0')).toBe('transferred');
    expect(await before.say('DISPUTE')).toBeDefined();
    const [waiting] = await db().query<{ pending: unknown }>(
      'select pending from conversations where pending is not null order by id desc limit 1',
    );
    const id = await twin(after);
    await after.say('HELP');
    const [kept] = await db().query<{ pending: unknown }>(
      'select pending from conversations where id = $1',
      [id],
    );
    expect(waiting).toBeDefined();
    expect(kept).toEqual(waiting);
  });

  it('the newer key alone finds a conversation of the older, once it was seen', async () => {
    const { institutionId, address, before, after } = await open();
    await before.say('#bal');
    await after.say('STOP');
    const place = addressKey(institutionId, 'x', address);
    const found = await db().query(
      'select 1 from conversations where institution_id = $1 and lookup = $2 and opted_out_at is not null',
      [institutionId, after.keyring.blindIndex('address', place)],
    );
    expect(found).toHaveLength(1);
  });

  it('does not bind an address twice that was bound under an unknown key', async () => {
    const { world, institutionId, memberId, before, after } = await open();
    const number = { channel: 'sms', address: '+13145552671', mayMoveMoney: false } as const;
    const bind = async ({ keyring }: { keyring: Keyring }) =>
      db().transaction(async (tx) =>
        bindAddresses(tx, { keyring, world }, institutionId, [{ ...number, memberId }]),
      );
    await bind(after);
    await expect(bind(before)).rejects.toThrow(/already/);
  });

  it('processes that share a key begin only one conversation for an address at once', async () => {
    const { world, institutionId, before, knowing, after } = await open();
    for (let round = 0; round < 8; round += 1) {
      const keys = [{ channel: 'x', address: `77${round}` }] as const;
      const begun = await Promise.all(
        [before, knowing, after, before, after].map(async ({ keyring }) =>
          db().transaction(async (tx) =>
            conversationsFor(tx, { institutionId, keys, keyring, world }),
          ),
        ),
      );
      expect(new Set(begun.map(([one]) => one?.id)).size).toBe(1);
    }
    const [row] = await db().query<{ count: number }>(
      `select count(*)::int as count from conversation_indexes i where institution_id = $1
        and not exists (select from conversations c where c.institution_id = $1 and c.id = i.conversation_id)`,
      [institutionId],
    );
    expect(row?.count).toBe(0);
  });

  it('a STOP between claim and sending counts, whatever key the process knows', async () => {
    const { world, institutionId, before, after } = await open();
    expect(await after.say('#bal')).toBe('balances');
    const place = { institutionId, keyring: after.keyring, by: world.ids.next() };
    const { due } = await claim(db(), {
      ...place,
      channel: 'x',
      most: 10,
      bulk: true,
      now: world.clock.now(),
      by: place.by,
    });
    expect(due).toHaveLength(1);
    expect((await stillMayLeave(db(), place, due, [])).leaving.size).toBe(1);
    expect(await before.say('STOP')).toBe('stopped');
    expect((await stillMayLeave(db(), place, due, [])).leaving.size).toBe(0);
  });

  it('a STOP between claim and sending counts in a merged row', async () => {
    const { world, institutionId, twin, before, after } = await open();
    expect(await before.say('#bal')).toBe('balances');
    const place = { institutionId, keyring: before.keyring, by: world.ids.next() };
    const now = world.clock.now();
    const { due } = await claim(db(), { ...place, channel: 'x', most: 10, bulk: true, now });
    expect((await stillMayLeave(db(), place, due, [])).leaving.size).toBe(1);
    await twin(after);
    expect(await after.say('STOP')).toBe('stopped');
    expect((await stillMayLeave(db(), place, due, [])).leaving.size).toBe(0);
  });
});
