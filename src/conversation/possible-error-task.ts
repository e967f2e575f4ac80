import { addBusinessDays } from '../members/business-days.ts';
import type { Institution } from '../members/institution.ts';
import type { NewTask } from '../members/tasks.ts';

/** Business days from the notice to a decision or a provisional credit (12 CFR 1005.11(c)). */
const daysToDecide = 10;

/**
 * The work that a text makes which may report an error: with its words, as they may be kept, its time of receipt and the day by which
 * it must be decided. Texts that follow are added to it, each with its own time; the earliest counts.
 */
export function possibleErrorTask(
  message: {
    /** Without its secrets. */
    readonly text: string;
    readonly memberId: string;
    readonly inboundKey: string;
    readonly receivedAt: Temporal.Instant;
    readonly at: Temporal.Instant;
  },
  { zone }: Pick<Institution, 'zone'>,
): NewTask {
  const { text, receivedAt, ...rest } = message;
  const day = receivedAt.toZonedDateTimeISO(zone).toPlainDate();
  return {
    ...rest,
    receivedAt,
    dueOn: addBusinessDays(day, daysToDecide),
    kind: 'possible_error',
    subject:
      'Possible notice of error: the clock of Regulation E may be running since the first text',
    detail: `${receivedAt.toString()} ${text}`,
  };
}
