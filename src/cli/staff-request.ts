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
 * Makes the context in which a subcommand runs the operations of staff. Who may run `tmm` may do all that staff do, so its principal
 * has every role: the person who is named or, where nothing is changed, the program itself.
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
    institution,
    logger: silentLogger,
    metrics: silentMetrics,
    security: silentSecurityLog,
    language: 'en',
    from: 'command line',
    // A running service finds what was queued by itself.
    queued: () => {},
    principal: actor
      ? { ...proven, kind: 'staff', name: actor.who }
      : { ...proven, kind: 'program', name: 'tmm' },
    ...(actor ? { why: actor.why } : {}),
    // Read where an operation needs it: what needs none works with a key that can't be read.
    get keyring(): Keyring | undefined {
      return institution.demonstration ? keyringFor(institution) : keyringIfAny();
    },
  };
}
