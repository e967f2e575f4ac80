import type { InboxPerson } from '../../staff/handovers/handover.ts';
import { noteRead } from '../../staff/reads.ts';
import type { StaffContext } from '../request-context.ts';

/** The person of a request, as the inbox knows them. */
export function personOf({ principal }: Pick<StaffContext, 'principal'>): InboxPerson {
  const identity = principal.kind === 'staff' ? principal.identity : undefined;
  return { who: identity ?? principal.name, name: principal.name };
}

/**
 * The request with a reason for the audit log. Work in the inbox is its own reason: asking for one
 * at each click would fill the log with the same word.
 */
export function inTheInbox(request: StaffContext): StaffContext {
  const { why = '' } = request;
  return {
    ...request,
    get keyring() {
      return request.keyring;
    },
    why: why.trim() === '' ? 'in the inbox' : why,
  };
}

/** Records a look at a member's messages. */
export async function lookedAt(
  request: StaffContext,
  look: { readonly memberId: string | null; readonly what: string },
): Promise<void> {
  const { principal, institution, db, world, why = '' } = request;
  await noteRead(db, world, {
    institutionId: institution.id,
    by: {
      name: principal.name,
      identity: principal.kind === 'staff' ? principal.identity : undefined,
    },
    ...look,
    ...(why.trim() === '' ? {} : { why }),
  });
}
