import { z } from 'zod';
import { caseStates } from '../../kernel/vocabulary/staff-work.ts';
import { casesMax, countOpenCases, findCase, listCases as list } from '../../staff/case-rows.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { caseOutput, caseSchema } from './case-schema.ts';
import { historyOutput, historySchema } from './history.ts';
import { referenceField } from './task-schema.ts';

/** Lists disputes, the one with the next deadline first; closed ones newest first. */
export const listCases = operation({
  id: 'listCases',
  summary: 'Lists open disputes, next deadline first',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    view: z.enum(caseStates).default('open'),
    closedToo: z.boolean().default(false).describe('Closed ones after them, the newest first.'),
    skip: z.int().min(0).max(100_000).default(0).describe('So many are left out, from the first.'),
    most: z.int().min(1).max(casesMax).default(casesMax),
  }),
  output: z.object({
    cases: z.array(caseSchema),
    limited: z.boolean().describe('The list is full: there may be more.'),
    open: z.int().describe('How many are open.'),
  }),
  refusals: [],
  run: async (request, { view, closedToo, skip, most }) => {
    const { db, institution } = request;
    const today = todayOf(request);
    const cases = await list(db, institution, { today, view, skip, most });
    const room = closedToo && view === 'open' ? most - cases.length : 0;
    const closed =
      room > 0 ? await list(db, institution, { today, view: 'closed', most: room }) : [];
    const all = [...cases, ...closed];
    return {
      cases: all.map(caseOutput),
      limited: all.length === most,
      open: await countOpenCases(db, institution.id),
    };
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
