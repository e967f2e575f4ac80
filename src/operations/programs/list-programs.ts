import { z } from 'zod';
import { listPrograms as list } from '../../programs/programs.ts';
import { operation } from '../operation.ts';
import { programOutput, programSchema } from './program-fields.ts';

/** Lists the programs with their scopes, those that ended too. No token is in it. */
export const listPrograms = operation({
  id: 'listPrograms',
  summary: 'Lists the programs that may read here, with their scopes',
  access: 'staff',
  permission: 'read_programs',
  input: z.strictObject({}),
  output: z.object({ programs: z.array(programSchema) }),
  refusals: [],
  run: async ({ db, institution }) => ({
    programs: (await list(db, institution.id)).map(programOutput),
  }),
});
