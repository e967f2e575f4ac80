import { z } from 'zod';
import { endProgram as end } from '../../programs/programs.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { programField, programOf } from './program-fields.ts';

/** Ends a program: its token counts no more from the next call on. One person does it alone. */
export const endProgram = operation({
  id: 'endProgram',
  summary: 'Ends a program and its token at once',
  access: 'staff',
  permission: 'end_programs',
  input: z.strictObject({ program: programField }),
  output: z.object({ id: z.uuid(), name: z.string() }),
  refusals: ['program_unknown'],
  run: async (request, { program }) =>
    request.db.transaction(async (tx) => {
      const found = await programOf(tx, request, program);
      if (isRefused(found)) return found;
      const { id, name } = found;
      await end(tx, request.world, { institutionId: request.institution.id, id });
      await recordInAuditLog(tx, request, { what: 'program_ended', subject: id, detail: { name } });
      return { id, name };
    }),
});
