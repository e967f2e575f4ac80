import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { Case } from '../../staff/case-rows.ts';
import { closeCase as close, noteCase as note, type CaseWork } from '../../staff/case-work.ts';
import { actorOf } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { caseFields, changesAndNote, decidingFields } from './case-changes.ts';
import { caseShown } from './case-shown.ts';
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
    if (decides(input)) return refuse('case_takes_two');
    return write(request, input, note);
  },
});

/** Records a credit, a decision or a correction that was made elsewhere, such as on paper. Takes two persons. */
export const recordCaseDecision = operation({
  id: 'recordCaseDecision',
  summary: 'Records a credit, a decision or a correction of a dispute that was made elsewhere',
  access: 'staff',
  permission: 'decide_case',
  ...fields,
  difference: async (request, input) => caseShown(request, input),
  run: async (request, input) => write(request, input, note),
});

/** Tells whether these fields decide a case, or say that money moved. */
export function decides(given: {
  readonly [Name in (typeof decidingFields)[number]]?: unknown;
}): boolean {
  return decidingFields.some((name) => given[name] !== undefined);
}

/** Closes a dispute that is decided and corrected, and whose outcome the member knows. */
export const closeCase = operation({
  id: 'closeCase',
  summary: 'Closes a decided dispute, with the outcome and the day of the member’s notice',
  access: 'staff',
  permission: 'decide_case',
  ...fields,
  difference: async (request, input) => caseShown(request, input, 'closed'),
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
