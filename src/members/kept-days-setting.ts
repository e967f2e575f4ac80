import { z } from 'zod';

/** Nobody needs them longer. */
const mostDays = 3_650;

const days = (least: number, usual: number) => z.int().min(least).max(mostDays).default(usual);

/**
 * For how many days what serves the work is kept, by class. Below the least of a class, something still needs it: a consumer that was
 * down, a cause that may come again, a limit by the day. Books, consents, the audit log and the record have no class: they stay.
 */
const classes = z.strictObject({
  events: days(7, 30),
  webhookDeliveries: days(3, 30),
  alerts: days(45, 60),
  preparedMessages: days(3, 7),
  enrollments: days(7, 90),
  endedSessions: days(1, 30),
  wrongGuesses: days(30, 365),
});

export type KeptClass = keyof z.output<typeof classes>;

/** What the nightly job deletes by this setting. */
export const keptClasses: readonly KeptClass[] = classes.keyof().options;

export const keptDaysSetting = classes.prefault({});
