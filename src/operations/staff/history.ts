import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { historyOf } from '../../staff/history.ts';
import type { StaffContext } from '../request-context.ts';

/** The history of a task or a case, oldest first. */
export const historySchema = z.array(
  z.object({
    at: z.string(),
    who: z.string(),
    what: z.string(),
    why: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
);

/** Reads the history of a task or a case from the audit log. */
export async function historyOutput(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  reference: string,
): Promise<z.input<typeof historySchema>> {
  const history = await historyOf(q, institution.id, reference);
  return history.map(({ at, ...rest }) => ({ ...rest, at: at.toString() }));
}
