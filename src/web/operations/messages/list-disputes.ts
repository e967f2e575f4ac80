import { z } from 'zod';
import { operation } from '../../operation.ts';

/** The member's disputes with the dates that the law sets (12 CFR 1005.11). */
export const listDisputes = operation({
  id: 'listDisputes',
  method: 'GET',
  path: '/disputes',
  tag: 'Messages',
  summary: 'Lists the member’s disputes, newest first',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    disputes: z.array(
      z.object({
        reference: z.string(),
        state: z.enum(['open', 'closed']),
        receivedAt: z.string(),
        dueOn: z.string().describe('Investigated, or provisionally credited, by then.'),
        provisionalDueOn: z.string().describe('With provisional credit: investigated by then.'),
        closedAt: z.string().nullable(),
      }),
    ),
  }),
  refusals: [],
  run: async ({ db, institution, member }) => {
    const rows = await db.query<{
      reference: string;
      state: 'open' | 'closed';
      receivedAt: Temporal.Instant;
      dueOn: Temporal.PlainDate;
      provisionalDueOn: Temporal.PlainDate;
      closedAt: Temporal.Instant | null;
    }>(
      `select reference, state, received_at as "receivedAt", due_on as "dueOn",
          provisional_due_on as "provisionalDueOn", closed_at as "closedAt"
        from cases where institution_id = $1 and member_id = $2 order by received_at desc limit 200`,
      [institution.id, member.id],
    );
    return {
      disputes: rows.map((row) => ({
        reference: row.reference,
        state: row.state,
        receivedAt: row.receivedAt.toString(),
        dueOn: row.dueOn.toString(),
        provisionalDueOn: row.provisionalDueOn.toString(),
        closedAt: row.closedAt?.toString() ?? null,
      })),
    };
  },
});
