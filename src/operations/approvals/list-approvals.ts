import { z } from 'zod';
import { sidesOf } from '../../approvals/sides.ts';
import { listApprovals as list } from '../../approvals/store.ts';
import { present } from '../../kernel/assert.ts';
import { operation } from '../operation.ts';
import { approvalOutput, approvalSchema } from './approvals.ts';

/** How long the list has what ended. */
const endedFor = { hours: 24 };

/** Lists the transfers that wait for the member's approval, and those that ended within a day. */
export const listApprovals = operation({
  id: 'listApprovals',
  method: 'GET',
  path: '/approvals',
  tag: 'Accounts',
  summary: 'Lists the transfers by message that wait for the member’s passkey',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ approvals: z.array(approvalSchema) }),
  refusals: [],
  run: async (request) => {
    const whose = { institutionId: request.institution.id, memberId: request.member.id };
    const since = request.world.clock.now().subtract(endedFor);
    const approvals = await list(request.db, { ...whose, since });
    const sides = await sidesOf(request.db, whose, approvals);
    return {
      approvals: approvals.map((approval, index) =>
        approvalOutput(request, approval, present(sides[index], 'each approval has its accounts')),
      ),
    };
  },
});
