import { z } from 'zod';
import { casesOfMember } from '../../staff/case-rows.ts';
import { operation } from '../operation.ts';
import { disputeOutput, disputeSchema } from './disputes.ts';
import { todayOf } from './shares.ts';

/** Lists the member's disputes with the dates that the law sets (12 CFR 1005.11). */
export const listDisputes = operation({
  id: 'listDisputes',
  method: 'GET',
  path: '/disputes',
  tag: 'Accounts',
  summary: 'Lists the member’s disputes, newest first',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ disputes: z.array(disputeSchema) }),
  refusals: [],
  run: async (request) => {
    const { db, institution, member } = request;
    const cases = await casesOfMember(db, institution, {
      memberId: member.id,
      today: todayOf(request),
    });
    return {
      disputes: await Promise.all(cases.map(async (one) => disputeOutput(db, request, one))),
    };
  },
});
