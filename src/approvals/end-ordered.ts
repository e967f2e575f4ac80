import type { Transaction } from '../database/database.ts';
import type { Reply } from '../wording/reply.ts';
import { idOfKey, type Approval } from './approval.ts';
import { endApproval, lockOrdered } from './store.ts';
import { tellAsking, type ApprovalContext } from './tell-asking.ts';

/** An order to a core elsewhere. */
interface Order {
  readonly institutionId: number;
  readonly key: string;
}

/** Ends the approval that an order to a core elsewhere carried out, whether or not its member can be told. Any other order has none. */
export async function endOrdered(
  tx: Transaction,
  { world }: Pick<ApprovalContext, 'world'>,
  order: Order,
  end: { readonly state: 'posted' } | { readonly state: 'refused'; readonly reason: string },
): Promise<void> {
  const approval = await approvalOf(tx, order);
  if (approval) await endApproval(tx, approval, { ...end, at: world.clock.now() });
}

/**
 * Tells the channel that asked about an approval's order.
 * @returns whether the order was an approved one: any other is told otherwise
 */
export async function tellOrdered(
  tx: Transaction,
  context: ApprovalContext,
  order: Order,
  reply: Reply,
): Promise<boolean> {
  const approval = await approvalOf(tx, order);
  if (!approval) return false;
  await tellAsking(tx, context, approval, reply);
  return true;
}

async function approvalOf(
  tx: Transaction,
  { institutionId, key }: Order,
): Promise<Approval | undefined> {
  const id = idOfKey(key);
  return id === undefined ? undefined : lockOrdered(tx, institutionId, id);
}
