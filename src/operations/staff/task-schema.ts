import { taskStates } from '../../kernel/vocabulary/staff-work.ts';
import { z } from 'zod';
import type { Task } from '../../staff/task-work.ts';

/** The reference of a task or a case, as staff type it: `t-1123-4821`. */
export const referenceField = z.string().trim().toUpperCase().min(1).max(20);

/** A task as staff see it. */
export const taskSchema = z.object({
  reference: z.string(),
  kind: z.string(),
  state: z.enum(taskStates),
  urgent: z.boolean(),
  memberNumber: z.string().nullable(),
  memberName: z.string().nullable(),
  subject: z.string(),
  detail: z.string().nullable().describe('The member’s words, if there are any.'),
  receivedAt: z.string().describe('The time of the message that it is about.'),
  dueOn: z.string().nullable(),
  takenBy: z.string().nullable(),
  outcome: z.string().nullable(),
  caseReference: z.string().nullable().describe('The case that came from it.'),
});

export type TaskOutput = z.output<typeof taskSchema>;

/** Converts a task to what operations return. */
export function taskOutput(task: Task): z.input<typeof taskSchema> {
  const { receivedAt, createdAt, dueOn, ...rest } = task;
  return {
    ...rest,
    receivedAt: (receivedAt ?? createdAt).toString(),
    dueOn: dueOn?.toString() ?? null,
  };
}
