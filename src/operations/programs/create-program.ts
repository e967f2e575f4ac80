import { z } from 'zod';
import { addProgram } from '../../programs/programs.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation, type StaffOperation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { programOutput, programSchema } from './program-fields.ts';
import { scopesOf } from './scopes.ts';

const standardDays = 90;
const maxDays = 366;

/** A list of words; also in one text, as a form or a command line gives it. */
const scopesField = z
  .preprocess(
    (given) =>
      typeof given === 'string' ? given.split(/[\s,]+/).filter((one) => one !== '') : given,
    z.array(z.string().min(1).max(60)).min(1).max(60),
  )
  .describe('Permissions that read, or single operations.');

/**
 * Makes the operation that adds a program, with two persons. Its token is made afterwards by an
 * administrator (`makeProgramToken`): a token in an answer to the second person would reach the
 * wrong hands.
 * @param operations those that a scope can name
 */
export function createProgramOf(operations: readonly StaffOperation[]) {
  return operation({
    id: 'createProgram',
    summary: 'Adds a program that may read what its scopes name',
    access: 'staff',
    permission: 'manage_tokens',
    input: z.strictObject({
      name: z.string().trim().min(1).max(60).describe('Such as `warehouse`.'),
      scopes: scopesField,
      days: z.coerce
        .number()
        .int()
        .min(1)
        .max(maxDays)
        .default(standardDays)
        .describe('How many days it may read.'),
    }),
    output: programSchema,
    refusals: ['scope_unknown', 'program_exists'],
    difference: async (_request, { name, scopes, days }) => {
      const unknown = unknownScope(operations, scopes);
      return (
        unknown ?? {
          subject: name,
          lines: [
            { what: 'scopes', after: [...new Set(scopes)].join(', ') },
            { what: 'days', after: String(days) },
          ],
        }
      );
    },
    run: async (request, { name, scopes, days }) => {
      const unknown = unknownScope(operations, scopes);
      if (unknown) return unknown;
      const { institution, world, principal } = request;
      return request.db.transaction(async (tx) => {
        const added = await addProgram(tx, world, {
          institutionId: institution.id,
          name,
          scopes: [...new Set(scopes)],
          days,
          by: principal.name,
        });
        if (!added) return refuse('program_exists', { field: 'name', facts: { name } });
        await recordInAuditLog(tx, request, {
          what: 'program_added',
          subject: added.id,
          detail: { name, scopes: added.scopes, days },
        });
        return programOutput(added);
      });
    },
  });
}

function unknownScope(operations: readonly StaffOperation[], scopes: readonly string[]) {
  const known = scopesOf(operations);
  const scope = scopes.find((one) => !known.includes(one));
  return scope === undefined
    ? undefined
    : refuse('scope_unknown', { field: 'scopes', facts: { scope } });
}
