import { ordersOfKeys } from '../../core/remote/order-store.ts';
import { present } from '../../kernel/assert.ts';
import { amountIn } from '../../languages/wording.ts';
import { currencyOf } from '../../money/amount.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { Shown } from '../../staff/approvals/approval.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { momentShown } from './moment-shown.ts';

/** Says what ending an order changes: its state now, and the transfer with its amount and accounts. */
export async function orderShown(
  request: StaffContext,
  { key, after }: { readonly key: string; readonly after: string },
): Promise<Shown | Refused> {
  const { db, institution } = request;
  const [order] = await ordersOfKeys(db, institution.id, [key]);
  if (!order) return refuse('order_unknown', { field: 'key', facts: { key } });
  const shares = (await loadShares(db, institution.id, [order.memberId])).get(order.memberId) ?? [];
  const suffixOf = (accountId: string) =>
    shares.find((share) => share.accountId === accountId)?.suffix ?? accountId;
  const [member] = await db.query<{ number: string }>(
    'select number from members where institution_id = $1 and id = $2',
    [institution.id, order.memberId],
  );
  const currency = present(currencyOf(institution.currency), 'an institution has a currency');
  const same = (what: string, value: string) => ({ what, before: value, after: value });
  return {
    subject: key,
    lines: [
      same('member', member?.number ?? ''),
      same('amount', amountIn('en', order.amount, currency)),
      same('from', suffixOf(order.fromAccountId)),
      same('to', suffixOf(order.toAccountId)),
      same('asked', momentShown(request, order.askedAt)),
      { what: 'state', before: order.state, after },
    ],
  };
}
