import type { Queries } from '../database/database.ts';
import { recordInAuditLog as record, type Actor } from '../members/audit-log.ts';
import type { MemberContext, StaffContext } from './request-context.ts';

type Acting =
  | Pick<MemberContext, 'world' | 'institution' | 'principal'>
  | Pick<StaffContext, 'world' | 'institution' | 'principal' | 'why' | 'approved'>;

/** Gives the principal of a request as the audit log stores it. */
export function actorOf(request: Acting): Actor {
  const { principal } = request;
  const { kind, provenBy, provenAt } = principal;
  const proven = { principal: kind, provenBy, provenAt };
  return 'memberNumber' in principal
    ? { ...proven, who: `member ${principal.memberNumber}`, why: places[principal.kind] }
    : {
        ...proven,
        who: principal.name,
        why: 'why' in request ? (request.why ?? '') : '',
        ...('approved' in request && request.approved ? { approved: request.approved } : {}),
        ...(principal.machineUser === undefined ? {} : { machineUser: principal.machineUser }),
      };
}

/**
 * The reason stored for a member's change. We don't ask members why, so it says where they made it.
 */
const places = { member: 'in the online bank', device: 'in the app' } as const;

/** Records what the principal of a request changed, in the transaction that changes it. */
export async function recordInAuditLog(
  tx: Queries,
  request: Acting,
  changed: { readonly what: string; readonly subject: string; readonly detail?: object },
): Promise<void> {
  await record(tx, request.world, {
    institutionId: request.institution.id,
    ...actorOf(request),
    ...changed,
  });
}
