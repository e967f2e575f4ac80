import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { Case } from '../../staff/case-rows.ts';
import { closeCase as close, noteCase as note, type CaseWork } from '../../staff/case-work.ts';
import { actorOf } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isBreakGlass } from '../principal.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { caseFields, changesAndNote, decidingFields } from './case-changes.ts';
import { caseOutput, caseSchema } from './case-schema.ts';
import { referenceField } from './task-schema.ts';

const fields = {
  input: z.strictObject({ reference: referenceField, ...caseFields }),
  output: caseSchema,
  refusals: ['work_invalid'],
} as const;

/** Adds a note to an open dispute, or records what happened and when. */
export const noteCase = operation({
  id: 'noteCase',
  summary: 'Records a note in a dispute, or what happened and when',
  access: 'staff',
  permission: 'open_case',
  ...fields,
  refusals: ['work_invalid', 'case_takes_two'],
  run: async (request, input) => {
    const decides = decidingFields.some((name) => input[name] !== undefined);
    // With the server's own rights one person records all, as of a decision made on paper.
    if (decides && !isBreakGlass(request.principal)) return refuse('case_takes_two');
    return write(request, input, note);
  },
});

/** Closes a dispute that is decided and corrected, and whose outcome the member knows. */
export const closeCase = operation({
  id: 'closeCase',
  summary: 'Closes a decided dispute, with the outcome and the day of the member’s notice',
  access: 'staff',
  permission: 'decide_case',
  ...fields,
  run: async (request, input) => write(request, input, close),
});

async function write(
  request: StaffContext,
  { reference, ...written }: z.output<typeof fields.input>,
  work: (tx: Queries, world: World, given: CaseWork) => Promise<Case>,
): Promise<z.input<typeof caseSchema>> {
  const { institution, world } = request;
  const given = { institution, reference, actor: actorOf(request), ...changesAndNote(written) };
  return caseOutput(await request.db.transaction(async (tx) => work(tx, world, given)));
}
