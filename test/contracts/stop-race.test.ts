import { expect, it } from 'vitest';
import { announceChange } from '../../src/notices/announce.ts';
import { present } from '../../src/kernel/assert.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { openTestDatabase } from '../support/engines.ts';
import { startWorker } from '../support/start-worker.ts';
import { buildFixture } from '../support/fixture.ts';
import type { PlainMessage } from '../support/worker.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';

/**
 * Races STOP against sending, on two processes over one PostgreSQL: a flood of commands, alerts and
 * retries before, during and after STOP. Messages claimed before STOP's commit may still be in
 * flight. Nothing is claimed after it.
 */
const people = 40;

it.each(['channel', 'all'] as const)(
  'after STOP no process claims anything: scope %s',
  { timeout: 120_000 },
  async (optOutScope) => {
    await using db = await openTestDatabase('postgresql');
    const world = createWorld();
    const fixture = await buildFixture(db, world, { people, settings: { optOutScope } });
    await db.query(
      'create table sent_log (id uuid, address text, text text, at timestamptz default clock_timestamp())',
    );
    const phones = fixture.members.map((_, index) => `+1314555${String(1000 + index)}`);
    const phoneIds = await enrollMembers(
      { db, world, fixture },
      fixture.members.map(({ id }, index) => ({
        memberId: id,
        channel: 'sms',
        address: phones[index] ?? '',
        handle: '1',
        mayMoveMoney: false,
      })),
    );
    const workers = [
      startWorker(db.url ?? '', { sends: true }),
      startWorker(db.url ?? '', { sends: true }),
    ];
    await Promise.all(workers.map(async ({ ready }) => ready));
    let said = 0;
    const message = (person: number, channel: 'x' | 'sms', text: string): PlainMessage => {
      said += 1;
      return {
        institutionId: fixture.institution.id,
        channel,
        externalId: `s${said}`,
        address:
          channel === 'x'
            ? present(fixture.members[person], 'the person').address
            : (phones[person] ?? ''),
        text,
      };
    };
    const tell = async (messages: readonly PlainMessage[]) =>
      present(workers[said % 2], 'two workers').deliver(messages);
    const flood = async () => {
      const everyone = Array.from({ length: people }, (_, person) => person);
      await Promise.all(
        everyone.map(async (person) => {
          await tell([message(person, 'x', '#bal'), message(person, 'sms', '#bal 7')]);
          const context = { world, institution: fixture.institution, keyring: fixture.keyring };
          const memberId = present(fixture.members[person], 'the person').id;
          await db.transaction(async (tx) =>
            announceChange(tx, context, { memberId, what: 'limits_changed' }),
          );
        }),
      );
    };
    await flood();
    /** By address, a time by which STOP was surely committed, by the database's clock. */
    const committed = new Map<string, Temporal.Instant>();
    const stops = Array.from({ length: people }, async (_, person) => {
      await tell([message(person, 'x', 'STOP')]);
      const [row] = await db.query<{ at: Temporal.Instant }>('select clock_timestamp() as at');
      committed.set(
        present(fixture.members[person], 'the person').addressId,
        present(row, 'a time').at,
      );
    });
    await Promise.all([...stops, flood()]);
    await flood();
    // Nothing waits any more: every allowed message has left.
    for (;;) {
      const waiting = await db.query(
        "select 1 from outbound where status in ('queued', 'sending', 'errored', 'unknown') limit 1",
      );
      if (waiting.length === 0) break;
      await tell([]);
    }
    for (const { child } of workers) child.disconnect();

    const claimedAfter = async (addressId: string, at: Temporal.Instant) =>
      db.query(
        `select o.id, o.purpose, o.status from outbound o
          where o.institution_id = $1 and o.address_id = $2 and o.purpose <> 'stop_confirmation' and o.sending_at > $3`,
        [fixture.institution.id, addressId, at],
      );
    for (const [index, { addressId }] of fixture.members.entries()) {
      const at = present(committed.get(addressId), 'everyone said STOP');
      expect(await claimedAfter(addressId, at)).toEqual([]);
      if (optOutScope === 'all') expect(await claimedAfter(phoneIds[index] ?? '', at)).toEqual([]);
    }
    const [counts] = await db.query<{ confirmations: number; stopped: number; texts: number }>(
      `select (select count(*)::int from outbound where purpose = 'stop_confirmation' and status = 'wired') as confirmations,
        (select count(*)::int from outbound where status = 'stopped') as stopped,
        (select count(*)::int from sent_log where address like '+1%') as texts`,
    );
    expect(counts?.confirmations).toBe(people);
    expect(counts?.stopped).toBeGreaterThan(0);
    // With the scope of one channel, the phone still receives messages.
    if (optOutScope === 'channel') expect(counts?.texts).toBeGreaterThan(people * 3);
  },
);
