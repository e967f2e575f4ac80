import { createOrderEvents } from '../conversation/order-events.ts';
import type { CoreAdapter } from '../core/adapter.ts';
import type { Core } from '../core/core.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';
import { createOrderSender, type OrderSender } from '../core/remote/order-sender.ts';
import { createRemoteCore } from '../core/remote/remote-core.ts';
import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';

/** Where the books are, and the sender of orders to them. */
export interface Books {
  readonly core: Core;
  /** Absent if the books are ours: then there is nothing to send. */
  readonly sender?: OrderSender;
}

/** Opens our own books, or those behind an adapter. */
export function booksOf(given: {
  readonly adapter: CoreAdapter | undefined;
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly institution: (id: number) => Promise<Institution>;
  readonly queued: () => void;
}): Books {
  const { adapter, db, world, keyring, logger, metrics, queued } = given;
  if (!adapter) return { core: ledgerCore };
  return {
    core: createRemoteCore(adapter, { db, clock: world.clock }),
    sender: createOrderSender({
      adapter,
      db,
      world,
      logger,
      metrics,
      eventsOf: async (institutionId) =>
        createOrderEvents({
          keyring,
          world,
          institution: await given.institution(institutionId),
          queued,
        }),
    }),
  };
}
