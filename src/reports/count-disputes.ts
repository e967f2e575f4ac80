import type { Queries } from '../database/database.ts';
import type { Institution } from '../members/institution.ts';
import { casesReceivedSince, type Case } from '../staff/case-rows.ts';
import type { DayFigures } from './day-figures.ts';

/** No deadline of a dispute is later than this after its notice. */
const longest = { days: 200 } as const;

/** Counts disputes on a day, and the deadlines that fell on it. */
export async function countDisputes(
  q: Queries,
  institution: Pick<Institution, 'id' | 'zone' | 'settings'>,
  { day, today }: { readonly day: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<
  Pick<
    DayFigures,
    | 'disputesOpened'
    | 'disputesClosed'
    | 'disputesOpen'
    | 'deadlines'
    | 'deadlinesMet'
    | 'deadlinesMissed'
  >
> {
  const since = day.subtract(longest).toZonedDateTime(institution.zone).toInstant();
  const cases = await casesReceivedSince(q, institution, { since, today });
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(institution.zone).toPlainDate();
  const isBy = (at: Temporal.PlainDate) => Temporal.PlainDate.compare(at, day) <= 0;
  const due = cases.flatMap((one) => deadlinesOn(one, day));
  const met = due.filter(
    ({ doneOn, dueOn }) => doneOn !== null && Temporal.PlainDate.compare(doneOn, dueOn) <= 0,
  ).length;
  return {
    disputesOpened: cases.filter(({ receivedAt }) => dayOf(receivedAt).equals(day)).length,
    disputesClosed: cases.filter(({ closedAt }) => closedAt !== null && dayOf(closedAt).equals(day))
      .length,
    disputesOpen: cases.filter(
      ({ receivedAt, closedAt }) =>
        isBy(dayOf(receivedAt)) && !(closedAt !== null && isBy(dayOf(closedAt))),
    ).length,
    deadlines: due.length,
    deadlinesMet: met,
    deadlinesMissed: due.length - met,
  };
}

/** The legal deadlines of a dispute on this day. Written confirmation and honored items are not ours to meet. */
function deadlinesOn({ clocks }: Case, day: Temporal.PlainDate) {
  return clocks.filter(
    ({ clock, dueOn }) =>
      dueOn.equals(day) && clock !== 'written_confirmation' && clock !== 'honor_items',
  );
}
