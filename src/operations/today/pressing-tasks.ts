import { listTasks } from '../../staff/task-work.ts';
import type { StaffContext } from '../request-context.ts';
import { taskOutput, taskSchema } from '../staff/task-schema.ts';

/** A task without its text: the page of the day shows its subject only. */
export const workSchema = taskSchema.omit({ detail: true });

/** Kinds of tasks by which the service and its carriers ask for a person. */
const isOfTheService = (kind: string) => kind === 'alarm' || kind === 'channel';

/** Lists urgent tasks of members, and alarms of the service and its channels. */
export async function pressingTasks({ db, institution }: StaffContext, most: number) {
  const open = await listTasks(db, institution);
  const some = (tasks: typeof open) => ({
    count: tasks.length,
    first: tasks.slice(0, most).map(taskOutput),
  });
  return {
    urgent: some(open.filter(({ kind, urgent }) => urgent && !isOfTheService(kind))),
    alarms: some(open.filter(({ kind }) => isOfTheService(kind))),
  };
}
