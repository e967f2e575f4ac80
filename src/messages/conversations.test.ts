import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { startService } from '../../test/support/service.ts';
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
import { conversationsFor } from './conversations.ts';
import { claim } from './sending/claim.ts';
import { createDispatcher } from './sending/dispatcher.ts';
import { stillMayLeave } from './sending/still-may-leave.ts';

const secondKey = { id: 2, key: seededRandom('second key').bytes(32) };

onBothEngines('while a master key is rotated', (db) => {
  /** Processes by the keys that they know, over one fixture; each sends by itself. */
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
        /** What left now. */
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
        'select count(*)::int as count from conversations where institution_id = $1',
        [institutionId],
      );
      return row?.count;
    };
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
    return { world, institutionId, address, rows, notice, before, knowing, after };
  };

  it('a conversation stays one, where the key is known everywhere before it keyring', async () => {
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

  it('two rows of one address count as one, where it was not', async () => {
    const { world, institutionId, address, rows, notice, before, after } = await open();
    expect(await after.say('#bal')).toBe('balances');
    expect(await before.say('STOP')).toBe('stopped');
    expect(await rows()).toBe(2);
    expect(await after.say('#bal')).toBe('opted_out');
    const [row] = await db().transaction(async (tx) =>
      conversationsFor(tx, {
        institutionId,
        keys: [{ channel: 'x', address }],
        keyring: after.keyring,
        world,
      }),
    );
    expect(row?.optedOutAt).toBeDefined();
    // The answer to the first message waited until after STOP: only STOP's confirmation leaves.
    const left = await after.drain();
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/START/);
    expect(await after.say('START')).toBe('started');
    expect(await before.say('#bal')).toBe('balances');
    expect(await after.drain()).toHaveLength(2);
    // STOP silences both from the newer side as well.
    expect(await after.say('STOP')).toBe('stopped');
    expect(await before.say('#bal')).toBe('opted_out');
    await notice(after.keyring);
    expect(await after.drain()).toHaveLength(1);
  });

  it('who says STOP between claim and sending is heard in either row', async () => {
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
    expect((await stillMayLeave(db(), place, due)).size).toBe(1);
    expect(await before.say('STOP')).toBe('stopped');
    expect((await stillMayLeave(db(), place, due)).size).toBe(0);
  });
});
