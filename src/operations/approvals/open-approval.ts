import type { Approval } from '../../approvals/approval.ts';
import type { MemberContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';
import { isOverdue } from './approvals.ts';

/** The refusals of what needs a waiting approval. */
export const openRefusals = ['not_found', 'approval_over', 'approval_expired'] as const;

/** Gives the member's approval if it waits and its time is not over; otherwise the refusal. */
export function openApproval(
  { world }: Pick<MemberContext, 'world'>,
  approval: Approval | undefined,
): Approval | Refused {
  if (!approval) return refuse('not_found');
  if (approval.state === 'expired' || isOverdue(approval, world.clock.now()))
    return refuse('approval_expired');
  return approval.state === 'waiting' ? approval : refuse('approval_over');
}
