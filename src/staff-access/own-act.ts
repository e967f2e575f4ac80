import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import type { StaffIdentity } from './staff-identity.ts';

/** What a person does with their own access. */
export type OwnAct =
  | 'staff_activated'
  | 'staff_signed_in'
  | 'staff_verified'
  | 'staff_signed_out'
  | 'staff_session_ended'
  | 'staff_passkey_added'
  | 'staff_passkey_removed'
  | 'staff_token_made'
  | 'staff_token_ended'
  | 'staff_language'
  | 'staff_single_sign_on_bound'
  | 'staff_roles_by_provider';

/** Records in the audit log what a person did with their own access, in the transaction that does it. */
export async function recordOwnAct(
  tx: Queries,
  world: World,
  given: {
    readonly institutionId: number;
    readonly person: Pick<StaffIdentity, 'id' | 'name'>;
    readonly what: OwnAct;
    readonly detail?: Readonly<Record<string, unknown>>;
    /** How and when they proved who they are. Absent: by signing in, just now. */
    readonly proven?: Pick<Actor, 'provenBy' | 'provenAt'>;
    /** The network address. */
    readonly from?: string;
  },
): Promise<void> {
  const { person, from } = given;
  await recordInAuditLog(tx, world, {
    institutionId: given.institutionId,
    principal: 'staff',
    who: person.name,
    provenBy: given.proven?.provenBy ?? 'session',
    provenAt: given.proven?.provenAt ?? world.clock.now(),
    why: 'their own access',
    what: given.what,
    subject: person.id,
    detail: { ...given.detail, ...(from === undefined ? {} : { from }) },
  });
}
