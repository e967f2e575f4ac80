import { z } from 'zod';
import { findTask, listTasks as list, tasksMax } from '../../staff/task-work.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { historyOutput, historySchema } from './history.ts';
import { referenceField, taskOutput, taskSchema } from './task-schema.ts';

/** Lists open work for staff: urgent tasks first, then by due date. */
export const listTasks = operation({
  id: 'listTasks',
  summary: 'Lists open tasks: urgent ones first, then by due date',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({ closedToo: z.boolean().default(false) }),
  output: z.object({
    tasks: z.array(taskSchema),
    limited: z.boolean().describe('The list is full: there may be more.'),
  }),
  refusals: [],
  run: async ({ db, institution }, { closedToo }) => {
    const tasks = await list(db, institution, { closedToo });
    return { tasks: tasks.map(taskOutput), limited: tasks.length === tasksMax };
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
