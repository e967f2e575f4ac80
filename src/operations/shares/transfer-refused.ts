import type { CoreView } from '../../core/core.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';
import type { TransferRefusal } from '../../transfers/refusal.ts';
import type { MemberContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';
import { spoken } from './transfer-plan.ts';

/** Why a transfer may be refused, in the preview and when it is made. */
export const transferRefusals = [
  'not_found',
  'money_locked',
  'disclosures_first',
  'amount_malformed',
  'amount_not_positive',
  'same_share',
  'share_fixed',
  'share_closed',
  'currencies_differ',
  'transfer_limit',
  'transfer_limit_day',
  'more_than_owed',
  'funds_insufficient',
  'already_pending',
] as const;

/** Gives a transfer's refusal in the site's words, at the field at fault. */
export function transferRefused(
  request: MemberContext,
  { reason, side, figure = 0n }: TransferRefusal,
  { planned, books }: { readonly planned: PlannedTransfer; readonly books: CoreView },
): Refused {
  const atSide = side === undefined ? {} : { field: side };
  const told = (amount: bigint) => ({
    field: 'amount',
    facts: { amount: spoken(request, amount, planned.from.currency) },
  });
  switch (reason) {
    case 'member_locked':
    // This refusal concerns an address. A session has none, but if it had, this would be its
    // answer.
    case 'money_locked':
    case 'address_suspended':
    case 'address_paused':
    case 'read_only':
      return refuse('money_locked');
    case 'disclosures_missing':
      return refuse('disclosures_first', { field: 'regulation_e' });
    case 'books_away':
      return refuse('books_away');
    case 'already_pending':
      return refuse('already_pending');
    case 'key_reused':
      return refuse('transfer_reused');
    case 'account_not_found':
      return refuse('not_found');
    case 'account_closed':
      return refuse('share_closed', atSide);
    case 'currency_mismatch':
      return refuse('currencies_differ', atSide);
    case 'amount_not_positive':
      return refuse('amount_not_positive', { field: 'amount' });
    case 'same_account':
      return refuse('same_share', { field: 'to' });
    case 'share_not_movable':
      return refuse('share_fixed', atSide);
    case 'amount_too_large':
      return refuse('transfer_limit', told(request.institution.settings.onlineLimits.perTransfer));
    case 'limit_exceeded':
      return refuse('transfer_limit', told(figure));
    case 'daily_limit_exceeded':
      return refuse('transfer_limit_day', told(figure));
    case 'exceeds_owed':
      return refuse('more_than_owed', told(figure));
    case 'insufficient_funds': {
      const source = books.balance(planned.from.accountId);
      const most = source ? source.available + source.overdraftLimit : 0n;
      return refuse('funds_insufficient', told(most > 0n ? most : 0n));
    }
    default:
      return reason satisfies never;
  }
}
