import { countTasks, listTasks } from '../../staff/task-work.ts';
import type { StaffContext } from '../request-context.ts';
import { taskOutput, taskSchema } from '../staff/task-schema.ts';

/** A task without its text: the page of the day shows its subject only. */
export const workSchema = taskSchema.omit({ detail: true });

/** Lists urgent tasks of members, and alarms of the service and its channels. */
export async function pressingTasks({ db, institution, principal }: StaffContext, most: number) {
  const counts = await countTasks(db, institution.id, principal.name);
  const some = async (view: 'urgent' | 'alarms') => ({
    count: counts[view],
    first: (await listTasks(db, institution, { view, most })).map(taskOutput),
  });
  return { urgent: await some('urgent'), alarms: await some('alarms') };
}
