import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import type { Program } from '../../programs/program.ts';
import { findProgram } from '../../programs/programs.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

/** A program, as people type it. */
export const programField = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .describe('The program’s name, or its id.');

/** Finds and locks the program that a field names, if it has not ended. */
export async function programOf(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  program: string,
): Promise<Program | Refused> {
  const found = await findProgram(q, institution.id, program, { lock: true });
  return found?.endedAt === null
    ? found
    : refuse('program_unknown', { field: 'program', facts: { program } });
}

/** A program as the list shows it. */
export const programSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  madeAt: z.string(),
  madeBy: z.string(),
  expiresAt: z.string(),
  tokenMadeAt: z.string().nullable().describe('When its token was made. `null`: it has none.'),
  lastUsedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});

export function programOutput(program: Program): z.input<typeof programSchema> {
  return {
    ...program,
    scopes: [...program.scopes],
    madeAt: program.madeAt.toString(),
    expiresAt: program.expiresAt.toString(),
    tokenMadeAt: program.tokenMadeAt?.toString() ?? null,
    lastUsedAt: program.lastUsedAt?.toString() ?? null,
    endedAt: program.endedAt?.toString() ?? null,
  };
}
