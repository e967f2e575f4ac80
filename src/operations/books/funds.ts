import { present } from '../../kernel/assert.ts';
import type { Amount } from '../../money/amount.ts';
import type { Share } from '../../shares/share.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { balancesOf } from '../shares/shares.ts';

/**
 * Tells whether an account lacks the funds for an amount now: what is available, with its overdraft
 * limit. The books decide once more, under their locks, when it is posted.
 */
export async function fundsShort(
  request: StaffContext,
  share: Share,
  amount: Amount,
): Promise<Refused | undefined> {
  const balances = await balancesOf(request.db, request, [share]);
  const { available, overdraftLimit, closed } = present(
    balances.get(share.accountId),
    'a share has its account',
  );
  const facts = { suffix: share.suffix };
  if (closed) return refuse('account_closed', { facts });
  return available + overdraftLimit < amount
    ? refuse('funds_short', { field: 'amount', facts })
    : undefined;
}
