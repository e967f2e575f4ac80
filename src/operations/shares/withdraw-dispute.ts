import { z } from 'zod';
import { findCase } from '../../staff/case-rows.ts';
import { closeCase } from '../../staff/case-work.ts';
import { actorOf } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { mayWithdraw } from './disputes.ts';
import { todayOf } from './shares.ts';

/** Withdraws a dispute: it ends, and we investigate no further. */
export const withdrawDispute = operation({
  id: 'withdrawDispute',
  method: 'POST',
  path: '/disputes/{reference}/withdraw',
  tag: 'Accounts',
  summary: 'Withdraws an open dispute',
  access: 'member',
  input: z.strictObject({ reference: z.string().trim().toUpperCase().min(1).max(20) }),
  output: z.object({ withdrawn: z.literal(true) }),
  refusals: ['not_found', 'dispute_settled'],
  run: async (request, { reference }) => {
    const { institution, member, world } = request;
    const today = todayOf(request);
    return request.db.transaction(async (tx) => {
      const found = await findCase(tx, institution, { reference, today, lock: true });
      if (found?.memberNumber !== member.number) return refuse('not_found');
      if (found.state === 'closed' && found.outcome === 'withdrawn')
        return { withdrawn: true as const };
      if (!mayWithdraw(found)) return refuse('dispute_settled');
      await closeCase(tx, world, {
        institution,
        reference,
        actor: actorOf(request),
        changes: { decidedOn: today, outcome: 'withdrawn' },
      });
      return { withdrawn: true as const };
    });
  },
});
