import { z } from 'zod';
import { closeTask as close, noteTask as note, takeTask as take } from '../../staff/task-work.ts';
import { actorOf } from '../audit-log.ts';
import { operation } from '../operation.ts';
import type { StaffContext } from '../request-context.ts';
import { referenceField } from './task-schema.ts';

/** Takes a task, so that others see who works on it. */
export const takeTask = operation({
  id: 'takeTask',
  summary: 'Takes a task, so that others see who does it',
  access: 'staff',
  permission: 'do_work',
  input: z.strictObject({ reference: referenceField }),
  output: z.object({
    takenBy: z.string(),
    before: z.string().nullable().describe('Who had it before.'),
  }),
  refusals: ['work_invalid'],
  run: async (request, { reference }) => {
    const work = workOf(request, reference);
    const before = await request.db.transaction(async (tx) => take(tx, request.world, work));
    return { takenBy: work.actor.who, before: before ?? null };
  },
});

/** Adds a note to a task, open or closed. */
export const noteTask = operation({
  id: 'noteTask',
  summary: 'Adds a note to a task',
  access: 'staff',
  permission: 'do_work',
  input: z.strictObject({ reference: referenceField, note: z.string().max(4_000) }),
  output: z.object({ noted: z.literal(true) }),
  refusals: ['work_invalid'],
  run: async (request, { reference, note: words }) => {
    const work = { ...workOf(request, reference), note: words };
    await request.db.transaction(async (tx) => note(tx, request.world, work));
    return { noted: true as const };
  },
});

/** Closes a task with its outcome in words. */
export const closeTask = operation({
  id: 'closeTask',
  summary: 'Closes a task and says how it ended',
  access: 'staff',
  permission: 'do_work',
  input: z.strictObject({ reference: referenceField, outcome: z.string().max(4_000) }),
  output: z.object({ closed: z.literal(true) }),
  refusals: ['work_invalid'],
  run: async (request, { reference, outcome }) => {
    const work = { ...workOf(request, reference), outcome };
    await request.db.transaction(async (tx) => close(tx, request.world, work));
    return { closed: true as const };
  },
});

function workOf(request: StaffContext, reference: string) {
  return { institution: request.institution, reference, actor: actorOf(request) };
}
