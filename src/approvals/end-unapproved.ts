import type { Transaction } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { ApprovalState } from '../kernel/vocabulary/approval-state.ts';
import type { Approval } from './approval.ts';
import { sidesOf } from './sides.ts';
import { endApproval } from './store.ts';
import { tellAsking, type ApprovalContext } from './tell-asking.ts';

/** Ends a waiting approval that its member declined, or whose time is over, and tells the channel that asked. The row is locked. */
export async function endUnapproved(
  tx: Transaction,
  context: ApprovalContext,
  approval: Approval,
  why: Extract<ApprovalState, 'declined' | 'expired'>,
): Promise<void> {
  await endApproval(tx, approval, { state: why, at: context.world.clock.now() });
  const [sides] = await sidesOf(tx, approval, [approval]);
  const { told: transfer } = present(sides, 'each approval has its accounts');
  await tellAsking(tx, context, approval, { reply: 'transfer_not_made', transfer, why });
}
