import { beforeEach, expect, it } from 'vitest';
import { eventsOf } from '../../../test/support/domain-events.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { present } from '../../kernel/assert.ts';
import { manualClock } from '../../kernel/clock.ts';
import { createWorld } from '../../kernel/world.ts';
import type { DomainEvent } from '../../kernel/vocabulary/domain-event.ts';
import { batchOf } from '../batch.ts';
import { leafOf } from '../leaf.ts';
import { appendEvents } from './append-events.ts';
import { consumeEvents } from './consume-events.ts';
import type { Consumer, StoredEvent } from './consumer.ts';
import { institutionsWithEvents } from './due-events.ts';
import { pruneEvents } from './prune-events.ts';

const clock = manualClock('2026-11-23T16:42:00Z');
const world = createWorld({ clock });

const foreign = (carrierId: string): DomainEvent => ({
  kind: 'foreign_message',
  channel: 'x',
  carrierId,
});

type Foreign = StoredEvent<'foreign_message'>;

/** A consumer that records the events it gets. */
function reading(
  name: string,
  handle: (events: readonly Foreign[]) => Promise<void> = async () => {},
) {
  const seen: string[] = [];
  const consumer: Consumer<'foreign_message'> = {
    name,
    kinds: ['foreign_message'],
    handle: async (_tx, _institutionId, events) => {
      await handle(events);
      seen.push(...events.map(({ carrierId }) => carrierId));
    },
  };
  return { consumer, seen };
}

onBothEngines('domain events', (db) => {
  let institutionId = 100;
  beforeEach(() => {
    institutionId += 1;
  });
  const write = async (...events: DomainEvent[]) =>
    db().transaction(async (tx) => appendEvents(tx, world, institutionId, events));
  const consume = async (consumer: Consumer<'foreign_message'>) =>
    consumeEvents({ db: db(), world }, consumer, institutionId);

  it('are numbered in the order of the books, from batches and from other transactions', async () => {
    await write(foreign('a'), foreign('b'));
    await db().transaction(async (tx) => {
      const batch = batchOf(tx, { institutionId, world });
      batch.add('books', [leafOf('["a row"]')]);
      batch.tell([foreign('c'), foreign('d')]);
    });
    await write();
    await write(foreign('e'));
    const events = await eventsOf(db(), institutionId);
    expect(events.map(({ number, data, chainNumber }) => [number, data, chainNumber])).toEqual([
      [1n, { channel: 'x', carrierId: 'a' }, null],
      [2n, { channel: 'x', carrierId: 'b' }, null],
      [3n, { channel: 'x', carrierId: 'c' }, 1n],
      [4n, { channel: 'x', carrierId: 'd' }, 1n],
      [5n, { channel: 'x', carrierId: 'e' }, null],
    ]);
  });

  it('disappear with a rolled-back transaction and leave no gap', async () => {
    await expect(
      db().transaction(async (tx) => {
        await appendEvents(tx, world, institutionId, [foreign('a')]);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await write(foreign('b'));
    const [only, ...more] = await eventsOf(db(), institutionId);
    expect(only).toMatchObject({ number: 1n, data: { carrierId: 'b' } });
    expect(more).toEqual([]);
  });

  it('reach each consumer once, in order, and only the kinds it asked for', async () => {
    const first = reading('first');
    const second = reading('second');
    await write(...Array.from({ length: 450 }, (_, index) => foreign(`${index}`)));
    await write({ kind: 'changed', memberId: world.ids.next(), what: 'code_changed' });
    expect(await consume(first.consumer)).toBe(450);
    expect(await consume(first.consumer)).toBe(0);
    await write(foreign('last'));
    expect(await consume(first.consumer)).toBe(1);
    expect(await consume(second.consumer)).toBe(451);
    const all = [...Array.from({ length: 450 }, (_, index) => `${index}`), 'last'];
    expect(first.seen).toEqual(all);
    expect(second.seen).toEqual(all);
  });

  it('come again after a consumer failed, and its writes are rolled back', async () => {
    let fails = true;
    const { consumer, seen } = reading('failing', async () => {
      if (fails) throw new Error('away');
    });
    await write(foreign('a'));
    await expect(consume(consumer)).rejects.toThrow('away');
    expect(await institutionsWithEvents(db(), [consumer])).toContain(institutionId);
    fails = false;
    expect(await consume(consumer)).toBe(1);
    expect(seen).toEqual(['a']);
    expect(await institutionsWithEvents(db(), [consumer])).not.toContain(institutionId);
  });

  it('go to one process at a time, and a process without its lease cannot advance the cursor', async () => {
    await write(foreign('a'));
    const { consumer, seen } = reading('leased');
    expect(await consume(consumer)).toBe(1);
    const other = world.ids.next();
    const lease = async (until: string) =>
      db().query(
        `update event_cursors set lease = $3, leased_until = clock_timestamp() + $4::interval
          where institution_id = $1 and consumer = $2`,
        [institutionId, 'leased', other, until],
      );
    await write(foreign('b'));
    await lease('1 minute');
    expect(await consume(consumer)).toBe(0);
    await lease('-1 second');
    expect(await consume(consumer)).toBe(1);
    expect(seen).toEqual(['a', 'b']);
  });

  it('from concurrent writers are all read, even if a reader looked in between', async () => {
    const { consumer, seen } = reading('racing');
    const writers = Array.from({ length: 12 }, async (_, index) => write(foreign(`${index}`)));
    const readers = Array.from({ length: 6 }, async () => consume(consumer));
    await Promise.all([...writers, ...readers]);
    await consume(consumer);
    const written = await eventsOf(db(), institutionId);
    expect(seen).toEqual(written.map(({ data }) => data['carrierId']));
    expect(seen).toHaveLength(12);
  });

  it('are deleted once they are old and all their consumers have read them', async () => {
    const { consumer } = reading('pruned');
    const changed: DomainEvent = {
      kind: 'changed',
      memberId: world.ids.next(),
      what: 'code_changed',
    };
    await write(foreign('a'), changed);
    clock.advance({ hours: 24 * 31 });
    await write(foreign('b'));
    const left = async () => (await eventsOf(db(), institutionId)).map(({ number }) => number);
    const prune = async () =>
      pruneEvents(db(), { institutionId, before: clock.now().subtract({ hours: 24 * 30 }) }, [
        consumer,
      ]);
    await prune();
    // No consumer reads the change. The message is still unread.
    expect(await left()).toEqual([1n, 3n]);
    await consume(consumer);
    await prune();
    expect(await left()).toEqual([3n]);
    await write(foreign('c'));
    expect(present((await left()).at(-1), 'one was written')).toBe(4n);
  });
});
