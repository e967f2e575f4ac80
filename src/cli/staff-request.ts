import { ledgerCore } from '../core/local/ledger-core.ts';
import { noCore } from '../core/remote/no-core.ts';
import { createRemoteCore } from '../core/remote/remote-core.ts';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { silentSecurityLog } from '../kernel/security-log.ts';
import { staffRoles } from '../kernel/vocabulary/principal.ts';
import { createWorld } from '../kernel/world.ts';
import type { Actor } from '../members/audit-log.ts';
import type { Institution } from '../members/institution.ts';
import type { StaffContext } from '../operations/request-context.ts';
import { keyringFor, keyringIfAny } from './signatures.ts';

/**
 * Makes the context in which a subcommand runs staff operations. Access to `tmm` means access to
 * all of them, so the principal has every role: the named person or, for a read, the program
 * itself.
 */
export function staffRequest(
  db: Database,
  institution: Institution,
  actor: Actor | undefined,
): StaffContext {
  const world = createWorld();
  const proven = {
    roles: staffRoles,
    provenBy: 'command_line',
    provenAt: world.clock.now(),
  } as const;
  return {
    db,
    world,
    // A subcommand has no adapter to a core elsewhere, so those books are away.
    core:
      institution.settings.core === undefined
        ? ledgerCore
        : createRemoteCore(noCore, { db, clock: world.clock }),
    institution,
    logger: silentLogger,
    metrics: silentMetrics,
    security: silentSecurityLog,
    language: 'en',
    from: 'command line',
    // A running service finds queued messages automatically.
    queued: () => {},
    principal: actor
      ? { ...proven, kind: 'staff', name: actor.who }
      : { ...proven, kind: 'program', name: 'tmm' },
    ...(actor ? { why: actor.why } : {}),
    // Read only when an operation needs it, so that others work with an unreadable key.
    get keyring(): Keyring | undefined {
      return institution.demonstration ? keyringFor(institution) : keyringIfAny();
    },
  };
}
