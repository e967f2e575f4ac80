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
import type { StaffPrincipal, ProgramPrincipal } from '../operations/principal.ts';
import type { StaffContext } from '../operations/request-context.ts';
import { prove } from '../service/prove.ts';
import { staffByToken } from '../staff-access/staff-tokens.ts';
import type { ByToken } from './actor.ts';
import { machineUser } from './machine-user.ts';
import { keyringFor, keyringIfAny } from './signatures.ts';
import { UsageError } from './usage-error.ts';

/**
 * Makes the context in which a subcommand runs staff operations. With a staff token its person acts, with their roles alone. Without one,
 * access to this machine means access to all operations: the principal has every role, as the named person or, for a read, as the program
 * itself.
 * @throws UsageError if the token is not valid here
 */
export async function staffRequest(
  db: Database,
  institution: Institution,
  acting: Actor | ByToken | undefined,
): Promise<StaffContext> {
  const world = createWorld();
  const principal = await principalOf(db, { institution, acting, now: world.clock.now() });
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
    principal,
    proveIn: prove,
    ...(acting?.why === undefined ? {} : { why: acting.why }),
    // Read only when an operation needs it, so that others work with an unreadable key.
    get keyring(): Keyring | undefined {
      return institution.demonstration ? keyringFor(institution) : keyringIfAny();
    },
  };
}

async function principalOf(
  db: Database,
  given: {
    readonly institution: Institution;
    readonly acting: Actor | ByToken | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<StaffPrincipal | ProgramPrincipal> {
  const { institution, acting, now } = given;
  if (acting && 'token' in acting) {
    const identity = await staffByToken(db, institution.id, acting.token, now);
    if (!identity)
      throw new UsageError(
        `the staff token is not valid at ${institution.slug}: it was ended or has expired. Make another in the console, under your name`,
      );
    const { id, name, roles, madeAt } = identity;
    return { kind: 'staff', identity: id, name, roles, provenBy: 'token', provenAt: madeAt };
  }
  const proven = {
    roles: staffRoles,
    provenBy: 'command_line',
    provenAt: now,
    machineUser: machineUser(),
  } as const;
  return acting
    ? { ...proven, kind: 'staff', name: acting.who }
    : { ...proven, kind: 'program', name: 'tmm' };
}
