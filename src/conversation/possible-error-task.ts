import type { Institution } from '../members/institution.ts';
import { decideOrCreditBy, noticeDay, ordinary } from '../staff/clocks.ts';
import type { NewTask } from '../staff/tasks.ts';

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
  { zone, settings }: Pick<Institution, 'zone' | 'settings'>,
): NewTask {
  const { text, receivedAt, ...rest } = message;
  return {
    ...rest,
    receivedAt,
    dueOn: decideOrCreditBy(settings, noticeDay(receivedAt, zone), ordinary),
    kind: 'possible_error',
    subject:
      'Possible notice of error: the clock of Regulation E may be running since the first text',
    detail: `${receivedAt.toString()} ${text}`,
  };
}
