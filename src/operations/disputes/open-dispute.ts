import type { Queries } from '../../database/database.ts';
import { findCase, type Case } from '../../staff/case-rows.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

/** Today, where the institution is. */
export function todayOf({ world, institution }: Pick<StaffContext, 'world' | 'institution'>) {
  return world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
}

/** Finds a dispute that is open. In a transaction, `lock` keeps others out until it ends. */
export async function openDispute(
  q: Queries,
  request: StaffContext,
  { reference, lock = false }: { readonly reference: string; readonly lock?: boolean },
): Promise<Case | Refused> {
  const found = await findCase(q, request.institution, {
    reference,
    today: todayOf(request),
    lock,
  });
  const facts = { reference };
  if (!found) return refuse('case_unknown', { facts });
  return found.state === 'closed' ? refuse('case_closed', { facts }) : found;
}
