import { recording } from '../../src/audit/changes/recording.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import type { Database } from '../../src/database/database.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { silentSecurityLog } from '../../src/kernel/security-log.ts';
import { staffRoles, type StaffRole } from '../../src/kernel/vocabulary/principal.ts';
import type { World } from '../../src/kernel/world.ts';
import type { StaffContext } from '../../src/operations/request-context.ts';
import { prove } from '../../src/service/prove.ts';
import type { Fixture } from './fixture.ts';

/** Ann of the staff, by default with every role and a proof from just now. */
export function staffRequest(
  {
    db,
    fixture,
    world,
  }: { readonly db: Database; readonly fixture: Fixture; readonly world: World },
  more: {
    readonly roles?: readonly StaffRole[];
    readonly provenAt?: Temporal.Instant;
    /** `null`: none. */
    readonly why?: string | null;
    /** `null`: none is set. */
    readonly keyring?: Keyring | null;
  } = {},
): StaffContext {
  const { roles = staffRoles, provenAt = world.clock.now(), why = 'asked at the branch' } = more;
  return {
    db: recording(db, { world, keyringOf: () => fixture.keyring }),
    world,
    core: ledgerCore,
    institution: fixture.institution,
    logger: silentLogger,
    metrics: silentMetrics,
    security: silentSecurityLog,
    language: 'en',
    from: '192.0.2.1',
    queued: () => {},
    proveIn: prove,
    keyring: more.keyring === null ? undefined : (more.keyring ?? fixture.keyring),
    principal: { kind: 'staff', name: 'ann', roles, provenBy: 'command_line', provenAt },
    ...(why === null ? {} : { why }),
  };
}
