import { insertApproval } from '../../staff/approvals/store.ts';
import { recordInAuditLog } from '../audit-log.ts';
import type { StaffOperation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { askedAct } from './asked-act.ts';
import { shownOf } from './shown-of.ts';

/**
 * Asks a second person to approve an operation. Nothing happens until then.
 * @returns the refusal that says where it waits, or the one that the operation would meet now
 */
export async function askSecondPerson(
  request: StaffContext,
  operation: StaffOperation,
  input: unknown,
): Promise<Refused> {
  const shown = await shownOf(request, operation, input);
  if (isRefused(shown)) return shown;
  const reference = await request.db.transaction(async (tx) => {
    const act = askedAct(request, { operation, input, shown });
    const given = await insertApproval(tx, request.world, act);
    await recordInAuditLog(tx, request, {
      what: 'approval_asked',
      subject: shown.subject,
      detail: { reference: given, operation: operation.id },
    });
    return given;
  });
  return refuse('waits_for_approval', { facts: { reference } });
}
