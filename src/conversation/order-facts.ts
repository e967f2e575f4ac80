import { labelOf } from '../commands/resolve-share.ts';
import type { OrderRow } from '../core/remote/order-row.ts';
import type { Queries } from '../database/database.ts';
import type { TransferFacts } from '../wording/reply.ts';
import { loadShares } from '../shares/load-shares.ts';
import { receiptOf } from '../transfers/receipt.ts';

/** The facts of an order's transfer for replies. @returns `undefined` if the member can no longer see one of its accounts */
export async function orderFacts(
  q: Queries,
  { institutionId, memberId, fromAccountId, toAccountId, amount }: OrderRow,
): Promise<
  { readonly transfer: TransferFacts; readonly receipt: (reference: string) => string } | undefined
> {
  const shares = (await loadShares(q, institutionId, [memberId])).get(memberId) ?? [];
  const find = (accountId: string) =>
    shares.find((share) => share.accountId === accountId && share.maySee);
  const from = find(fromAccountId);
  const to = find(toAccountId);
  return (
    from &&
    to && {
      transfer: { amount, from: labelOf(from), to: labelOf(to) },
      receipt: (reference) => receiptOf(from.ordinal, { reference }),
    }
  );
}
