import { recording } from '../../src/audit/changes/recording.ts';
import type { Database } from '../../src/database/database.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { enrollableChannels } from '../../src/channels/descriptors.ts';
import { present } from '../../src/kernel/assert.ts';
import type { Keyring } from '../../src/kernel/keyring.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { silentSecurityLog } from '../../src/kernel/security-log.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { staffRoles, type StaffRole } from '../../src/kernel/vocabulary/principal.ts';
import type { World } from '../../src/kernel/world.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import type { Ports } from '../../src/operations/ports.ts';
import type { StaffPrincipal } from '../../src/operations/principal.ts';
import { prove } from '../../src/service/prove.ts';
import { createConsole } from '../../src/web/console/console.ts';

export const consoleUrl = 'https://staff.bank.example';

/** People of the staff, each with one role, by a header that only tests send. */
const person = 'x-test-person';

/** A person of the staff with an identity of their own. */
export function staffPerson(
  role: StaffRole,
  { world }: { readonly world: World },
  more: { readonly name?: string; readonly provenAt?: Temporal.Instant } = {},
): StaffPrincipal {
  const index = staffRoles.indexOf(role);
  return {
    kind: 'staff',
    name: more.name ?? `${role} one`,
    identity: `00000000-0000-7000-8000-00000000000${index}`,
    roles: [role],
    provenBy: 'session',
    provenAt: more.provenAt ?? world.clock.now(),
  };
}

/** The staff console over a database, where a header signs a role in. */
export function consoleOver(given: {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly institutionId: number;
  /** Absent: every channel, and nothing else from outside. */
  readonly ports?: Ports;
}) {
  const { world, keyring, institutionId, ports = { channels: enrollableChannels } } = given;
  const db = recording(given.db, { world, keyringOf: () => keyring });
  const app = createConsole({
    db,
    world,
    keyring,
    coreOf: () => ledgerCore,
    logger: silentLogger,
    metrics: silentMetrics,
    security: silentSecurityLog,
    portsOf: () => ports,
    queued: () => {},
    proveIn: prove,
    consoleAt: async () => ({
      institution: present(await loadInstitution(db, institutionId), 'it exists'),
      consoleUrl,
    }),
    signedInBy: async (context) => {
      const role = staffRoles.find((one) => one === context.req.header(person));
      if (!role) return undefined;
      const language: Language = 'en';
      return { principal: staffPerson(role, { world }), sessionId: `session of ${role}`, language };
    },
  });
  const headers = (role: StaffRole) => ({ [person]: role, 'sec-fetch-site': 'same-origin' });
  return {
    app,
    get: async (role: StaffRole, path: string) =>
      app.request(`${consoleUrl}${path}`, { headers: headers(role) }),
    post: async (role: StaffRole, path: string, form: Readonly<Record<string, string>> = {}) =>
      app.request(`${consoleUrl}${path}`, {
        method: 'POST',
        headers: {
          ...headers(role),
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
      }),
  };
}
