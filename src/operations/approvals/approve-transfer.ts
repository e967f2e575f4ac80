import { z } from 'zod';
import { approveTransfer as approve, type ApproveOutcome } from '../../approvals/approve.ts';
import { lockApproval } from '../../approvals/store.ts';
import { approvalStates, type ApprovalState } from '../../kernel/vocabulary/approval-state.ts';
import { receiptOf } from '../../transfers/receipt.ts';
import { authenticationOf, authenticationResponse } from '../access/passkey-schemas.ts';
import { siteOf } from '../access/site.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import type { MemberContext } from '../request-context.ts';
import { transferRefusals, transferRefused } from '../shares/transfer-refused.ts';
import { openApproval, openRefusals } from './open-approval.ts';
import { prefetched } from './prefetched.ts';

/**
 * Moves the money of a transfer that waited, once, if one of the member's passkeys signed exactly this transfer. Funds, limits and locks
 * are judged now. A refusal by them ends it: the member sends the command again.
 */
export const approveTransfer = operation({
  id: 'approveTransfer',
  method: 'POST',
  path: '/approvals/{id}/approve',
  tag: 'Accounts',
  summary: 'Approves a transfer with a passkey’s signature, and makes it',
  access: 'member',
  input: z.strictObject({ id: z.uuid(), response: authenticationResponse }),
  output: z.object({
    state: z
      .enum(approvalStates)
      .extract(['posted', 'ordered'] satisfies ApprovalState[])
      .describe('ordered: another core keeps the books and has not confirmed it.'),
    receipt: z.string().nullable().describe('Null while it is ordered.'),
  }),
  refusals: [
    ...openRefusals,
    'approval_changed',
    'approval_repeated',
    'approval_gone',
    'passkey_refused',
    ...transferRefusals,
    'transfer_reused',
  ],
  run: async (request, { id, response }) => {
    const books = await prefetched(request, id);
    // It waits on: nothing was asked of the core but balances.
    if (books.away) return refuse('books_away');
    const done = await request.db.transaction(async (tx) => {
      const whose = { institutionId: request.institution.id, memberId: request.member.id };
      const approval = openApproval(request, await lockApproval(tx, { ...whose, id }));
      if (isRefused(approval)) return approval;
      return approve(tx, request, {
        approval,
        approver: { session: request.session, site: siteOf(request) },
        response: authenticationOf(response),
        snapshot: books.snapshot,
      });
    });
    if (isRefused(done)) return done;
    if (done.done !== 'undone') request.queued();
    return answered(request, done);
  },
});

/** Why nothing moved, and it waits on. */
const undone = {
  changed: 'approval_changed',
  refused: 'passkey_refused',
  repeated: 'approval_repeated',
} as const;

function answered(request: MemberContext, done: ApproveOutcome) {
  if (done.done === 'undone') return refuse(undone[done.why]);
  if (done.done === 'gone') return refuse('approval_gone');
  const { planned, outcome } = done;
  if (outcome.outcome === 'refused')
    return transferRefused(request, outcome.refusal, { planned, books: outcome.books });
  if (outcome.outcome === 'pending') {
    request.ordered?.();
    return { state: 'ordered' as const, receipt: null };
  }
  const receipt = receiptOf(planned.from.ordinal, outcome.receipt);
  return { state: 'posted' as const, receipt };
}
