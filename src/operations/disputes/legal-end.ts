import { nextClock } from '../../staff/case-clocks.ts';
import type { Case } from '../../staff/case-rows.ts';
import type { StaffContext } from '../request-context.ts';

/** By when the next deadline of a dispute wants an act: the end of that day, where the institution is. */
export function legalEnd(
  { institution }: Pick<StaffContext, 'institution'>,
  { clocks }: Pick<Case, 'clocks'>,
): Temporal.Instant | undefined {
  const next = nextClock(clocks);
  return next?.dueOn.add({ days: 1 }).toZonedDateTime(institution.zone).toInstant();
}
