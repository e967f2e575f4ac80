import { noteRead } from '../staff/reads.ts';
import { isBreakGlass } from './principal.ts';
import type { StaffContext } from './request-context.ts';

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

/**
 * Records the look of a person or a token. The server's own rights can read all of the database
 * anyway, and may have no key to record a look.
 */
export async function notePersonsLook(
  request: StaffContext,
  look: Parameters<typeof noteLook>[1],
): Promise<void> {
  if (!isBreakGlass(request.principal)) await noteLook(request, look);
}
