import { z } from 'zod';
import { countTasks, findTask, listTasks as list, tasksMax } from '../../staff/task-work.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { historyOutput, historySchema } from './history.ts';
import { referenceField, taskOutput, taskSchema } from './task-schema.ts';

/** The views of tasks that people choose from. */
export const taskViews = ['open', 'mine', 'nobodys', 'closed'] as const;

/** Lists work for staff: urgent tasks first, then by due date; closed ones newest first. */
export const listTasks = operation({
  id: 'listTasks',
  summary: 'Lists open tasks: urgent ones first, then by due date',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    view: z.enum(taskViews).default('open'),
    closedToo: z.boolean().default(false).describe('Closed ones after them, the newest first.'),
    skip: z.int().min(0).max(100_000).default(0).describe('So many are left out, from the first.'),
    most: z.int().min(1).max(tasksMax).default(tasksMax),
  }),
  output: z.object({
    tasks: z.array(taskSchema),
    limited: z.boolean().describe('The list is full: there may be more.'),
    counts: z.object({ open: z.int(), mine: z.int(), nobodys: z.int() }),
  }),
  refusals: [],
  run: async ({ db, institution, principal }, { view, closedToo, skip, most }) => {
    const who = principal.name;
    const tasks = await list(db, institution, { view, who, skip, most });
    const room = closedToo && view !== 'closed' ? most - tasks.length : 0;
    const closed = room > 0 ? await list(db, institution, { view: 'closed', most: room }) : [];
    const { open, mine, nobodys } = await countTasks(db, institution.id, who);
    const all = [...tasks, ...closed];
    return {
      tasks: all.map(taskOutput),
      limited: all.length === most,
      counts: { open, mine, nobodys },
    };
  },
});

/** Reads one task with the member's words and its history. */
export const readTask = operation({
  id: 'readTask',
  summary: 'Shows a task with its history',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({ reference: referenceField }),
  output: z.object({ task: taskSchema, history: historySchema }),
  refusals: ['task_unknown'],
  run: async (request, { reference }) => {
    const { db, institution } = request;
    const task = await findTask(db, institution, { reference });
    if (!task) return refuse('task_unknown', { field: 'reference', facts: { reference } });
    return { task: taskOutput(task), history: await historyOutput(db, request, reference) };
  },
});
