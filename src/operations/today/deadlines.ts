import { z } from 'zod';
import { addBusinessDays } from '../../staff/business-days.ts';
import { clockNames, nextClock } from '../../staff/case-clocks.ts';
import { listCases } from '../../staff/case-rows.ts';
import { listTasks } from '../../staff/task-work.ts';
import type { StaffContext } from '../request-context.ts';

/** A deadline within this many business days is near. */
const nearDays = 2;

/** Days of business that the institution added can make a stored date so many days earlier. */
const earlierDays = 21;

/** A deadline that is near or past. */
export const deadlineSchema = z.object({
  reference: z.string().describe('The dispute, or the task of a text that may be a notice.'),
  kind: z.enum(['dispute', 'task']),
  clock: z.enum(clockNames).nullable().describe('Null for a task.'),
  subject: z.string(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  dueOn: z.string(),
  late: z.boolean(),
});

type Deadline = z.input<typeof deadlineSchema>;

/** Lists the deadlines of disputes and tasks that are near or past, the first one first. */
export async function deadlinesOfDay({
  db,
  world,
  institution,
}: StaffContext): Promise<readonly Deadline[]> {
  const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const near = addBusinessDays(institution.settings, today, nearDays);
  const isNear = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, near) <= 0;
  const dated = (dueOn: Temporal.PlainDate) => ({
    dueOn: dueOn.toString(),
    late: Temporal.PlainDate.compare(dueOn, today) < 0,
  });
  const cases = await listCases(db, institution, { today, view: 'open' });
  // An opening added since makes a stored date earlier.
  const tasks = await listTasks(db, institution, {
    view: 'dated',
    dueBy: near.add({ days: earlierDays }),
  });
  return [
    ...cases.flatMap((one): Deadline[] => {
      const next = nextClock(one.clocks);
      if (!next || !isNear(next.dueOn)) return [];
      const { reference, memberNumber, memberName } = one;
      const head = { reference, kind: 'dispute', clock: next.clock, subject: '' } as const;
      return [{ ...head, memberNumber, memberName, ...dated(next.dueOn) }];
    }),
    ...tasks.flatMap(({ reference, subject, memberNumber, memberName, dueOn }): Deadline[] =>
      dueOn && isNear(dueOn)
        ? [
            {
              reference,
              kind: 'task',
              clock: null,
              subject,
              memberNumber,
              memberName,
              ...dated(dueOn),
            },
          ]
        : [],
    ),
  ].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}
