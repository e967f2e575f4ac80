import type { Institution } from '../members/institution.ts';
import { decideOrCreditBy, noticeDay, ordinary } from '../staff/clocks.ts';
import type { NewTask } from '../staff/tasks.ts';

/**
 * Builds the task for a text that may report an error: its words as they may be stored, its time of receipt, and the due date.
 * Later texts are added to it with their own times; the earliest counts.
 */
export function possibleErrorTask(
  message: {
    /** Without secrets. */
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
