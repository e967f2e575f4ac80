import { z } from 'zod';
import { makeProgramToken as make } from '../../programs/program-token.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { programField, programOf } from './program-fields.ts';

/** Makes the token of a program that two persons agreed on. An earlier token ends at once. */
export const makeProgramToken = operation({
  id: 'makeProgramToken',
  summary: 'Makes a program’s token; its earlier one ends at once',
  access: 'staff',
  permission: 'make_program_secrets',
  input: z.strictObject({ program: programField }),
  output: z.object({
    name: z.string(),
    token: z.string().describe('It is shown once.'),
    expiresAt: z.string(),
  }),
  refusals: ['program_unknown', 'program_expired', 'verify_first'],
  run: async (request, { program }) =>
    request.db.transaction(async (tx) => {
      const found = await programOf(tx, request, program);
      if (isRefused(found)) return found;
      const { id, name, expiresAt } = found;
      const key = { institutionId: request.institution.id, id };
      const token = await make(tx, request.world, key);
      if (token === undefined) return refuse('program_expired', { facts: { name } });
      await recordInAuditLog(tx, request, {
        what: 'program_token_made',
        subject: id,
        detail: { name, replaced: found.tokenMadeAt !== null },
      });
      return { name, token, expiresAt: expiresAt.toString() };
    }),
});
