import { createOrderEvents } from '../conversation/order-events.ts';
import type { CoreAdapter } from '../core/adapter.ts';
import type { Core } from '../core/core.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';
import { noCore } from '../core/remote/no-core.ts';
import { createOrderSender, type OrderSender } from '../core/remote/order-sender.ts';
import { createRemoteCore } from '../core/remote/remote-core.ts';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';

/** Adapters of other cores, by the name that an institution's setting `core` gives them. */
export type Adapters = Readonly<Record<string, CoreAdapter>>;

/** Where each institution's books are, and what sends orders to those elsewhere. */
export interface Books {
  /** Our own ledger where the institution's setting names no other core. */
  coreOf(institution: Institution): Core;
  /** Whether our own ledger keeps this institution's books. */
  isOurs(institution: Institution): boolean;
  /** Absent: the installation has no adapter, so nothing is sent. */
  readonly sender: OrderSender | undefined;
}

/** Gives each institution its core. One that names a core without an adapter has none, and never our own books instead. */
export function createBooks(given: {
  readonly adapters: Adapters;
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly institution: (id: number) => Promise<Institution>;
  readonly queued: () => void;
}): Books {
  const { adapters, db, world, keyring, logger, metrics, queued } = given;
  const nameOf = ({ settings }: Institution) => settings.core;
  const adapterNamed = (name: string | undefined): CoreAdapter =>
    (name !== undefined && Object.hasOwn(adapters, name) ? adapters[name] : undefined) ?? noCore;
  const cores = new Map<string, Core>();
  const remote = (name: string): Core => {
    const known = cores.get(name);
    if (known) return known;
    const adapter = adapterNamed(name);
    if (adapter === noCore)
      logger.error({ core: name }, 'No adapter has the name of this core: its books are away');
    const core = createRemoteCore(adapter, { db, clock: world.clock });
    cores.set(name, core);
    return core;
  };
  return {
    isOurs: (institution) => nameOf(institution) === undefined,
    coreOf: (institution) => {
      const name = nameOf(institution);
      return name === undefined ? ledgerCore : remote(name);
    },
    sender:
      Object.keys(adapters).length === 0
        ? undefined
        : createOrderSender({
            adapterOf: async (institutionId) =>
              adapterNamed(nameOf(await given.institution(institutionId))),
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
