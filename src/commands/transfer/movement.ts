import type { Movement } from '../../core/core.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';

/** What a transfer moves between which accounts, as the books know it. */
export function movementOf({ from, to, amount }: PlannedTransfer): Movement {
  return { fromAccountId: from.accountId, toAccountId: to.accountId, amount };
}
