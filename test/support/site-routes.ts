import { enrollableChannels } from '../../src/channels/descriptors.ts';
import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { silentSecurityLog } from '../../src/kernel/security-log.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import type { World } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { createPortal, type PortalOptions } from '../../src/web/site/site.ts';
import type { Ports } from '../../src/operations/ports.ts';

/** The member site over a database, without a service around it. */
export function siteOver(
  given: {
    readonly db: Database;
    readonly world: World;
    readonly keyring: Keyring;
    readonly institutionId: number;
    readonly ports?: Ports;
  },
  more: Partial<
    Pick<
      PortalOptions,
      | 'publicUrl'
      | 'demonstration'
      | 'signOn'
      | 'queued'
      | 'security'
      | 'logger'
      | 'metrics'
      | 'messaging'
    >
  > = {},
) {
  const { db, world, keyring, institutionId, ports = { channels: enrollableChannels } } = given;
  return createPortal({
    db,
    world,
    keyring,
    coreOf: () => ledgerCore,
    logger: silentLogger,
    metrics: silentMetrics,
    security: silentSecurityLog,
    siteAt: async () => ({
      institution: present(await loadInstitution(db, institutionId), 'it exists'),
      publicUrl: more.publicUrl ?? 'https://bank.example',
    }),
    portsOf: () => ports,
    publicUrl: 'https://bank.example',
    queued: () => {},
    proxies: 1,
    ...more,
  });
}

/** Lists each route of the site once, as method and path from the router. Leaves out middleware. */
export function routesOf(site: ReturnType<typeof siteOver>): readonly {
  readonly method: string;
  readonly path: string;
}[] {
  const seen = new Map<string, { method: string; path: string }>();
  for (const { method, path } of site.routes) {
    if (method === 'ALL') continue;
    seen.set(`${method} ${path}`, { method, path });
  }
  return [...seen.values()];
}
