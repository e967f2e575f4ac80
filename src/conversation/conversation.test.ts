import { expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/engines.ts';
import { startService } from '../../test/support/service.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { present } from '../kernel/assert.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { loadInstitution } from '../members/institution.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';
import { createConversation } from './conversation.ts';

it('if a server takes no writes for now, messages are delivered again later', async () => {
  await using db = await openTestDatabase();
  const { fixture, clock, world } = await startService(db);
  const url = present(db.url, 'the server has an address');
  const name = new URL(url).pathname.slice(1);
  await db.query(`alter database ${name} set default_transaction_read_only = on`);
  // A standby, as during a failover.
  await using standby = await openPostgres({ url });
  const bugs: string[] = [];
  const conversation = createConversation({
    db: standby,
    core: ledgerCore,
    keyring: fixture.keyring,
    world,
    logger: { ...silentLogger, error: (_fields, sentence) => bugs.push(sentence) },
    metrics: silentMetrics,
    institution: async (id) => present(await loadInstitution(standby, id), 'the institution'),
    delivery: async () => {},
    queued: () => {},
  });
  const taken = await Promise.allSettled(
    fixture.members.map(async ({ address }, index) =>
      conversation.take({
        institutionId: fixture.institution.id,
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
    fixture.members.map(() => ({
      status: 'rejected',
      reason: expect.objectContaining({ code: '25006' }),
    })),
  );
  expect(bugs).toEqual([]);
});

it('a locked conversation delays only its own messages', async () => {
  await using db = await openTestDatabase();
  const service = await startService(db);
  const { fixture, clock, world } = service;
  for (const [person] of fixture.members.entries()) await service.say(person, '#bal');
  const url = present(db.url, 'the server has an address');
  await using bounded = await openPostgres({ url, statementSeconds: 1 });
  const conversation = createConversation({
    db: bounded,
    core: ledgerCore,
    keyring: fixture.keyring,
    world,
    logger: silentLogger,
    metrics: silentMetrics,
    institution: async (id) => present(await loadInstitution(bounded, id), 'the institution'),
    delivery: async () => {},
    queued: () => {},
  });
  const taken = await db.transaction(async (tx) => {
    await tx.query(
      `select 1 from conversations c where c.institution_id = $1 and c.id in (
          select conversation_id from outbound where institution_id = $1 and address_id = $2) for update`,
      [fixture.institution.id, fixture.members[0]?.addressId],
    );
    return Promise.allSettled(
      fixture.members.map(async ({ address }, index) =>
        conversation.take({
          institutionId: fixture.institution.id,
          channel: 'x',
          externalId: `held${index}`,
          address,
          text: '#bal',
          sentAt: clock.now(),
          receivedAt: clock.now(),
        }),
      ),
    );
  });
  expect(taken).toMatchObject([
    { status: 'rejected', reason: { code: '57014' } },
    { status: 'fulfilled', value: { outcome: 'balances' } },
    { status: 'fulfilled', value: { outcome: 'balances' } },
  ]);
});
