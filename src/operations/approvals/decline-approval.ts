import { z } from 'zod';
import { endUnapproved } from '../../approvals/end-unapproved.ts';
import { lockApproval } from '../../approvals/store.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { openApproval, openRefusals } from './open-approval.ts';

/** Ends a transfer that waits, without moving anything. It needs no passkey: it can only protect. */
export const declineApproval = operation({
  id: 'declineApproval',
  method: 'POST',
  path: '/approvals/{id}/decline',
  tag: 'Accounts',
  summary: 'Declines a transfer that waits for approval',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ declined: z.literal(true) }),
  refusals: [...openRefusals],
  run: async (request, { id }) => {
    const done = await request.db.transaction(async (tx) => {
      const whose = { institutionId: request.institution.id, memberId: request.member.id };
      const approval = openApproval(request, await lockApproval(tx, { ...whose, id }));
      if (!isRefused(approval)) await endUnapproved(tx, request, approval, 'declined');
      return approval;
    });
    if (isRefused(done)) return done;
    request.queued();
    return { declined: true as const };
  },
});
