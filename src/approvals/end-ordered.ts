import type { Transaction } from '../database/database.ts';
import type { Reply } from '../wording/reply.ts';
import { idOfKey } from './approval.ts';
import { endApproval, lockOrdered } from './store.ts';
import { tellAsking, type ApprovalContext } from './tell-asking.ts';

/**
 * Ends the approval that an order to a core elsewhere carried out, and tells the channel that asked.
 * @returns whether the order was an approved one: any other is told otherwise
 */
export async function endOrdered(
  tx: Transaction,
  context: ApprovalContext,
  order: { readonly institutionId: number; readonly key: string },
  reply: Reply,
): Promise<boolean> {
  const id = idOfKey(order.key);
  const approval = id === undefined ? undefined : await lockOrdered(tx, order.institutionId, id);
  if (!approval) return false;
  const at = context.world.clock.now();
  if (reply.reply === 'transferred') await endApproval(tx, approval, { state: 'posted', at });
  if (reply.reply === 'transfer_not_made')
    await endApproval(tx, approval, { state: 'refused', reason: reply.why, at });
  await tellAsking(tx, context, approval, reply);
  return true;
}
