import { expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { verify } from '../../src/ledger/verify/verify.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { openTestDatabase } from '../support/engines.ts';
import { buildFixture } from '../support/fixture.ts';
import { startWorker, type Worker } from '../support/start-worker.ts';
import type { PlainMessage } from '../support/worker.ts';

/**
 * Jepsen's test for idempotence. It delivers 1,000 batches of mixed commands one to five times
 * each, shuffled, to two processes on one PostgreSQL. Every command has one effect and one reply,
 * and none is lost.
 */
const batches = 1_000;
const people = 60;

it(
  'gives every command one effect and one reply, on two processes at once',
  { timeout: 240_000 },
  async () => {
    await using db = await openTestDatabase('postgresql');
    const world = createWorld();
    const fixture = await buildFixture(db, world, {
      people,
      settings: {
        repeatWithinSeconds: 0,
        lateAfterSeconds: 86_400,
        limits: { perTransfer: '100000', perDay: '100000000' },
      },
    });
    const random = seededRandom('idempotence');
    const sentAt = world.clock.now().toString();
    const texts = [
      '#trans 1 7 0',
      '#trans 2 0 7',
      '#bal',
      '#bal 7',
      '#hist 7',
      'help',
      '#holds',
      '#trans 999 7 0',
      'what time is it',
      '#checks',
    ];
    let count = 0;
    const made = Array.from({ length: batches }, () =>
      Array.from({ length: 1 + random.below(3) }, (): PlainMessage => {
        count += 1;
        const person = present(fixture.members[random.below(people)], 'a person');
        return {
          institutionId: fixture.institution.id,
          channel: 'x',
          externalId: `d${count}`,
          address: person.address,
          text: texts[random.below(texts.length)] ?? '',
          sentAt,
        };
      }),
    );
    const deliveries = made.flatMap((batch) =>
      Array.from({ length: 1 + random.below(5) }, () => batch),
    );
    for (let at = deliveries.length - 1; at > 0; at -= 1) {
      const other = random.below(at + 1);
      [deliveries[at], deliveries[other]] = [
        present(deliveries[other], 'in range'),
        present(deliveries[at], 'in range'),
      ];
    }
    const workers = [startWorker(db.url ?? ''), startWorker(db.url ?? '')];
    await Promise.all(workers.map(async (worker) => worker.ready));
    await deliverAll(workers, deliveries);
    for (const worker of workers) worker.child.disconnect();

    const [rows] = await db.query<{
      inbound: number;
      replied: number;
      replies: number;
      moved: number;
      transfers: number;
    }>(
      `select (select count(*)::int from inbound) as inbound,
      (select count(distinct in_reply_to)::int from outbound) as replied,
      (select count(*)::int from outbound) as replies,
      (select count(*)::int from inbound where outcome = 'transferred') as moved,
      (select count(*)::int from transactions where key like 'x:d%') as transfers`,
    );
    expect(rows).toMatchObject({ inbound: count, replied: count, replies: count });
    expect(rows?.transfers).toBe(rows?.moved);
    expect(rows?.moved).toBeGreaterThan(100);
    const totals = await db.query<{ total: bigint }>(
      'select sum(ledger_balance)::int8 as total from accounts where not internal',
    );
    expect(totals[0]?.total).toBe(BigInt(people) * 150_000n);
    const report = await verify(db, {
      institutionId: fixture.institution.id,
      parts: [messagesPart],
      keyring: fixture.keyring,
    });
    expect(report.problems).toEqual([]);
  },
);

/** Keeps up to 40 deliveries in flight, alternating between the processes. */
async function deliverAll(
  workers: readonly Worker[],
  deliveries: readonly (readonly PlainMessage[])[],
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const at = next;
      next += 1;
      const batch = deliveries[at];
      if (!batch) return;
      await present(workers[at % workers.length], 'there is a worker').deliver(batch);
    }
  };
  await Promise.all(Array.from({ length: 40 }, lane));
}
