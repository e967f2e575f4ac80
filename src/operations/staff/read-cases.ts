import { z } from 'zod';
import { casesMax, findCase, listCases as list } from '../../staff/case-rows.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { caseOutput, caseSchema } from './case-schema.ts';
import { historyOutput, historySchema } from './history.ts';
import { referenceField } from './task-schema.ts';

/** Lists disputes, the one with the next deadline first. */
export const listCases = operation({
  id: 'listCases',
  summary: 'Lists open disputes, next deadline first',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({ closedToo: z.boolean().default(false) }),
  output: z.object({
    cases: z.array(caseSchema),
    limited: z.boolean().describe('The list is full: there may be more.'),
  }),
  refusals: [],
  run: async (request, { closedToo }) => {
    const today = todayOf(request);
    const cases = await list(request.db, request.institution, { today, closedToo });
    return { cases: cases.map(caseOutput), limited: cases.length === casesMax };
  },
});

/** Reads one dispute with all its deadlines and its history. */
export const readCase = operation({
  id: 'readCase',
  summary: 'Shows a dispute with its deadlines and history',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({ reference: referenceField }),
  output: z.object({ case: caseSchema, history: historySchema }),
  refusals: ['case_unknown'],
  run: async (request, { reference }) => {
    const { db, institution } = request;
    const found = await findCase(db, institution, { reference, today: todayOf(request) });
    if (!found) return refuse('case_unknown', { field: 'reference', facts: { reference } });
    return { case: caseOutput(found), history: await historyOutput(db, request, reference) };
  },
});

function todayOf({ world, institution }: StaffContext): Temporal.PlainDate {
  return world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
}
