import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { recordOwnAct } from './own-act.ts';
import type { StaffIdentity } from './staff-identity.ts';
import type { StaffProof } from '../kernel/vocabulary/staff-proof.ts';
import { endStaffSession, openStaffSession } from './staff-sessions.ts';

/** Where a request comes from. */
export interface StaffBrowser {
  /** The network address. */
  readonly from: string;
  /** The browser's own name. */
  readonly device: string;
  /** The session that this browser has already, if any: a new one replaces it. */
  readonly sessionId?: string | undefined;
}

/** A new session, for the browser's cookie. */
export interface EnteredStaff {
  readonly token: string;
  readonly endsAt: Temporal.Instant;
}

/** Opens a session for a person who has proven who they are, and records it. */
export async function enterStaff(
  tx: Queries,
  world: World,
  given: {
    readonly institutionId: number;
    readonly person: Pick<StaffIdentity, 'id' | 'name'>;
    readonly provenBy: StaffProof;
    /** When they proved it. Absent: just now. */
    readonly provenAt?: Temporal.Instant | undefined;
    readonly browser: StaffBrowser;
  },
): Promise<EnteredStaff> {
  const { institutionId, person, provenBy, provenAt, browser } = given;
  if (browser.sessionId !== undefined) await endStaffSession(tx, institutionId, browser.sessionId);
  const { token, endsAt } = await openStaffSession(tx, world, institutionId, person.id, {
    provenBy,
    provenAt,
    ...browser,
  });
  await recordOwnAct(tx, world, {
    institutionId,
    person,
    what: 'staff_signed_in',
    detail: { by: provenBy, device: browser.device.slice(0, 200) },
    from: browser.from,
  });
  return { token, endsAt };
}
