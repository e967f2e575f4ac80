import { present } from '../../kernel/assert.ts';
import type { CoreAdapter } from '../adapter.ts';
import type { Core, CoreView } from '../core.ts';
import { insertOrders, lockAccounts, ordersHeld, ordersOfKeys } from './order-store.ts';
import { createPrefetch, type PrefetchOptions } from './prefetch.ts';
import { pageReads, snapshotReads } from './remote-reads.ts';
import { remoteView, type RemoteView } from './remote-view.ts';

/**
 * Makes a core elsewhere available through the same port as our own books. No transaction waits for
 * it.
 */
export function createRemoteCore(adapter: CoreAdapter, options: PrefetchOptions): Core {
  const prefetch = createPrefetch(adapter, options);
  return {
    remote: { prefetch },
    ...snapshotReads(adapter, prefetch),
    ...pageReads(adapter),
    open: async (tx, { institutionId, world, moving, reading, keys, snapshot }) => {
      await lockAccounts(tx, institutionId, moving);
      const made = remoteView({
        snapshot,
        held: snapshot
          ? await ordersHeld(tx, institutionId, {
              accountIds: [...moving, ...reading],
              since: snapshot.since,
            })
          : [],
        known: await ordersOfKeys(tx, institutionId, keys),
      });
      opened.set(made.view, { institutionId, made, now: () => world.clock.now() });
      return made.view;
    },
    write: async (tx, view) => {
      const { institutionId, made, now } = present(
        opened.get(view),
        'only the core that opened a view writes it',
      );
      await insertOrders(tx, institutionId, { orders: made.decided, now: now() });
      // Orders are not part of our books. The chain covers the replies about them.
      return undefined;
    },
  };
}

/** The orders of each view, private to this core. */
const opened = new WeakMap<
  CoreView,
  {
    readonly institutionId: number;
    readonly made: RemoteView;
    readonly now: () => Temporal.Instant;
  }
>();
