import { expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { startService } from '../../test/support/service.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { present } from '../kernel/assert.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { loadInstitution } from '../members/institution.ts';
import { ledgerCore } from '../shares/ledger-core.ts';
import { createConversation } from './conversation.ts';

it('a server that takes no writes for now is no fault of the messages: they are to come again', async () => {
  await using db = await openTestDatabase();
  const { town, clock, world } = await startService(db);
  const url = present(db.url, 'the server has an address');
  const name = new URL(url).pathname.slice(1);
  await db.query(`alter database ${name} set default_transaction_read_only = on`);
  // As behind a failover that has not ended yet.
  await using standby = await openPostgres({ url });
  const bugs: string[] = [];
  const conversation = createConversation({
    db: standby,
    core: ledgerCore,
    seals: town.seals,
    world,
    logger: { ...silentLogger, error: (_fields, sentence) => bugs.push(sentence) },
    metrics: silentMetrics,
    institution: async (id) => present(await loadInstitution(standby, id), 'the institution'),
    delivery: async () => {},
    queued: () => {},
  });
  const taken = await Promise.allSettled(
    town.members.map(async ({ address }, index) =>
      conversation.take({
        institutionId: town.institution.id,
        channel: 'x',
        externalId: `m${index}`,
        address,
        text: '#bal',
        sentAt: clock.now(),
        receivedAt: clock.now(),
      }),
    ),
  );
  expect(taken).toEqual(
    town.members.map(() => ({
      status: 'rejected',
      reason: expect.objectContaining({ code: '25006' }),
    })),
  );
  expect(bugs).toEqual([]);
});
