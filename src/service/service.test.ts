import { expect, it } from 'vitest';
import { engines, openTestDatabase } from '../../test/support/engines.ts';
import { morning } from '../../test/support/service.ts';
import { buildFixture } from '../../test/support/fixture.ts';
import type { Database } from '../database/database.ts';
import { manualClock } from '../kernel/clock.ts';
import { silentLogger } from '../kernel/logger.ts';
import { createWorld } from '../kernel/world.ts';
import { keepEcho } from '../messages/sending/receipts.ts';
import { createMetrics } from '../observe/metrics.ts';
import { openService } from './service.ts';

it.each(engines)(
  'opens staff tasks inside a transaction, even if settings must be read again, on %s',
  async (engine) => {
    const clock = manualClock(morning);
    const world = createWorld({ clock });
    await using db = await openTestDatabase(engine);
    const { institution, keyring } = await buildFixture(db, world, { people: 1 });
    const echo = { institutionId: institution.id, channel: 'x', event: 'sent_echo' } as const;
    const said = { externalId: 'echo:99', carrierId: '99', address: '7', text: 'By hand' };
    await keepEcho(db, { ...echo, ...said }, clock.now());
    clock.advance({ minutes: 10 });
    // Right before the transaction, the cached settings expire.
    const aging: Database = {
      ...db,
      query: async (statement, parameters) => {
        const text = typeof statement === 'string' ? statement : statement.text;
        if (text.startsWith('delete from early_receipts')) clock.advance({ minutes: 1 });
        return db.query(statement, parameters);
      },
      [Symbol.asyncDispose]: async () => {},
    };
    await using service = await openService({
      db: aging,
      world,
      keyring,
      logger: silentLogger,
      metrics: createMetrics(),
    });
    await service.runJobs();
    const told = await db.query('select kind from tasks where institution_id = $1', [
      institution.id,
    ]);
    expect(told).toEqual([{ kind: 'alarm' }]);
  },
);

it.each(engines)(
  'takes in what waited before the record, where no chain has begun, ahead of all it writes, on %s',
  async (engine) => {
    const world = createWorld({ clock: manualClock(morning) });
    await using db = await openTestDatabase(engine);
    const { institution, keyring } = await buildFixture(db, world, { people: 1 });
    const { id } = institution;
    // As a version before left it: no chain, an address without its conversation, and a notice of no batch.
    for (const table of ['chain', 'chain_heads', 'changes'])
      await db.query(`delete from ${table} where institution_id = $1`, [id]);
    await db.query('update addresses set conversation_id = null where institution_id = $1', [id]);
    await db.query(
      `insert into outbound (institution_id, id, conversation_id, channel, purpose, priority, text, language, queued_at, expires_at)
        values ($1, gen_random_uuid(), gen_random_uuid(), 'sms', 'notice', 1, 'A notice', 'en', $2, $2)`,
      [id, world.clock.now()],
    );
    await using _service = await openService({
      db: { ...db, [Symbol.asyncDispose]: async () => {} },
      world,
      keyring,
      logger: silentLogger,
      metrics: createMetrics(),
    });
    const [first, second] = await db.query<{ messages: number; older: number | null }>(
      `select messages_count as messages, (versions ->> 'older')::int as older from chain where institution_id = $1 order by number`,
      [id],
    );
    expect(first).toEqual({ messages: 1, older: 1 });
    expect(second).toMatchObject({ older: null });
  },
);
