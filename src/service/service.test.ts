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
