import type { StaffContext } from '../request-context.ts';

/** Writes a moment for a stored difference: in the institution's time, to the second, so that another one is another difference. */
export function momentShown(
  { institution }: Pick<StaffContext, 'institution'>,
  at: Temporal.Instant,
): string {
  return at
    .toZonedDateTimeISO(institution.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
}
