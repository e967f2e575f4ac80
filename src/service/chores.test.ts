import { expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { startService } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { silentLogger } from '../kernel/logger.ts';
import { post } from '../ledger/post.ts';
import { createMetrics } from '../observe/metrics.ts';
import { createChores } from './chores.ts';

it('all holds whose time is up end in one round, however many they are', async () => {
  await using db = await openTestDatabase();
  const { fixture, world, clock } = await startService(db, { people: 1 });
  const { institution, keyring } = fixture;
  const { checkingAccountId: accountId } = present(fixture.members[0], 'there is one member');
  await post(db, {
    institutionId: institution.id,
    world,
    keyring,
    orders: Array.from({ length: 1_100 }, (_, index) => ({
      order: 'place_hold' as const,
      key: `hold ${index}`,
      effectiveOn: Temporal.PlainDate.from('2026-11-23'),
      accountId,
      amount: 10n,
      description: 'SHELL',
      expiresAt: clock.now().add({ minutes: 5 }),
    })),
  });
  const held = async () => {
    const [row] = await db.query<{ held: bigint }>(
      'select held from accounts where institution_id = $1 and id = $2',
      [institution.id, accountId],
    );
    return row?.held;
  };
  expect(await held()).toBe(11_000n);
  clock.advance({ minutes: 5 });
  await createChores({
    db,
    world,
    keyring,
    logger: silentLogger,
    metrics: createMetrics(),
    institutions: async () => [institution],
    channelsOf: () => [],
    channelJobs: [],
    staffMust: async () => {},
    queued: () => {},
  }).run();
  expect(await held()).toBe(0n);
});
