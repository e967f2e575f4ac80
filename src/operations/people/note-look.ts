import { noteRead } from '../../staff/reads.ts';
import type { StaffContext } from '../request-context.ts';

/**
 * Records that the person of a request looks at a member's data. Call it before the data leaves.
 * @param look.memberId `null` for a look at several members
 */
export async function noteLook(
  { db, world, institution, principal }: StaffContext,
  look: {
    readonly memberId: string | null;
    readonly what: string;
    readonly why?: string | undefined;
  },
): Promise<void> {
  await noteRead(db, world, {
    institutionId: institution.id,
    by: {
      name: principal.name,
      identity: principal.kind === 'staff' ? principal.identity : undefined,
    },
    ...look,
  });
}
