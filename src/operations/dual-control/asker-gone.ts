import type { Queries } from '../../database/database.ts';
import type { StaffApproval } from '../../staff/approvals/approval.ts';
import { findStaff } from '../../staff-access/staff-members.ts';
import { rightOf, type StaffPermission } from '../permissions.ts';
import { refuse, type Refused } from '../refusals.ts';

/**
 * Tells whether the person who asked may no longer ask: they were ended, or lost the role. Then nobody approves it any more.
 * @returns the refusal, or nothing if they still may. Locks their row, so that it stays so until the act is done
 */
export async function askerGone(
  tx: Queries,
  institutionId: number,
  { askedBy, askedByName }: Pick<StaffApproval, 'askedBy' | 'askedByName'>,
  permission: StaffPermission,
): Promise<Refused | undefined> {
  if (askedBy === null) return undefined;
  const asker = await findStaff(tx, { institutionId, staffId: askedBy }, { lock: true });
  if (!asker || (asker.state === 'active' && rightOf(asker.roles, permission) !== undefined))
    return undefined;
  return refuse('approval_asker_gone', { facts: { name: askedByName } });
}
