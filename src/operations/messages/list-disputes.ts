import { caseStates } from '../../kernel/vocabulary/staff-work.ts';
import { z } from 'zod';
import { clockNames } from '../../staff/case-clocks.ts';
import { casesOfMember } from '../../staff/case-rows.ts';
import { operation } from '../operation.ts';

/** Lists the member's disputes with the dates that the law sets (12 CFR 1005.11). */
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
        state: z.enum(caseStates),
        receivedAt: z.string(),
        dueOn: z.string().describe('The day by which we decide or give provisional credit.'),
        provisionalDueOn: z
          .string()
          .describe('With provisional credit, the day by which we decide.'),
        closedAt: z.string().nullable(),
        clocks: z
          .array(
            z.object({
              clock: z.enum(clockNames),
              dueOn: z.string(),
              doneOn: z.string().nullable().describe('Null while it is open.'),
            }),
          )
          .describe('All deadlines of the dispute.'),
      }),
    ),
  }),
  refusals: [],
  run: async ({ db, institution, member, world }) => {
    const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    const cases = await casesOfMember(db, institution, { memberId: member.id, today });
    return {
      disputes: cases.map((one) => ({
        reference: one.reference,
        state: one.state,
        receivedAt: one.receivedAt.toString(),
        dueOn: one.dueOn.toString(),
        provisionalDueOn: one.provisionalDueOn.toString(),
        closedAt: one.closedAt?.toString() ?? null,
        clocks: one.clocks.map(({ clock, dueOn, doneOn }) => ({
          clock,
          dueOn: dueOn.toString(),
          doneOn: doneOn?.toString() ?? null,
        })),
      })),
    };
  },
});
