import type { AlarmDelivery } from '../../src/alarms/tell-staff.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { Database } from '../../src/database/database.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import type { World } from '../../src/kernel/world.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import type { PostPush } from '../../src/push/post-push.ts';
import { createInstitutionCache } from '../../src/service/institution-cache.ts';
import { createServiceJobs } from '../../src/service/jobs.ts';

/** Runs the installation's due jobs, and those that they enqueue, with pushes to this push service. */
export async function runJobs(given: {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly post?: PostPush;
  readonly alarms?: AlarmDelivery;
}): Promise<void> {
  const { db, world, keyring, alarms, post = async () => ({ status: 201 }) } = given;
  const jobs = createServiceJobs({
    db,
    world,
    keyring,
    logger: silentLogger,
    metrics: createMetrics(),
    institutions: createInstitutionCache(db, world),
    coreOf: () => ledgerCore,
    channelsOf: () => ['x'],
    channelJobs: [],
    alarms,
    staffMust: async () => {},
    queued: () => {},
    push: { post, publicUrlOf: () => 'https://bank.example' },
  });
  await jobs.run();
  await jobs.run();
}

/** Ends the pause of each waiting job. Jobs use the database's clock, which no test moves. */
export async function endPauses(db: Database): Promise<void> {
  await db.query('update jobs.job set start_after = now()');
}
