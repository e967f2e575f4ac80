import { amountMax, type Amount } from '../money/amount.ts';
import type { CoreRefusal, CoreView } from '../core/core.ts';
import { dailyLeft, type Limits } from './limits.ts';
import type { PlannedTransfer } from './plan.ts';
import { lockRefusal, rightRefusal, type Standing, type StandingReason } from './standing.ts';

/** Why money does not move; each origin says it in its own words. */
export interface TransferRefusal {
  readonly reason:
    | StandingReason
    | CoreRefusal
    | 'amount_too_large'
    | 'share_not_movable'
    | 'daily_limit_exceeded'
    | 'exceeds_owed';
  /** The share that it is about. */
  readonly side?: 'from' | 'to';
  /** The limit, what is left of it today, what is available or what is owed. Minor units. */
  readonly figure?: Amount;
}

/** What a transfer is decided on, read while both accounts are locked. */
export interface TransferFacts {
  readonly standing: Standing;
  readonly limits: Limits;
  /** What was moved today. */
  readonly used: Amount;
  readonly books: Pick<CoreView, 'balance' | 'awaits'>;
}

/** What forbids a transfer, whatever its origin; the first that applies. */
export function refusalOf(
  planned: PlannedTransfer,
  facts: TransferFacts,
): TransferRefusal | undefined {
  const reason = lockRefusal(facts.standing);
  if (reason) return { reason };
  return shapeRefusal(planned, facts.standing) ?? figuresRefusal(planned, facts);
}

/** What needs no figures: the amount, the same share, what member, address and share may do. */
function shapeRefusal(
  { from, to, amount }: PlannedTransfer,
  standing: Standing,
): TransferRefusal | undefined {
  if (amount <= 0n) return { reason: 'amount_not_positive' };
  if (amount > amountMax) return { reason: 'amount_too_large' };
  if (from.id === to.id) return { reason: 'same_account' };
  const reason = rightRefusal(standing);
  if (reason) return { reason };
  // To lend is no transfer of the member's.
  if (!from.mayMoveFrom || from.kind === 'loan')
    return { reason: 'share_not_movable', side: 'from' };
  if (!to.mayMoveTo) return { reason: 'share_not_movable', side: 'to' };
  return undefined;
}

/** What the figures forbid, in the books' order of precedence; so that nobody is asked to confirm what can't be. */
function figuresRefusal(
  { from, to, amount }: PlannedTransfer,
  { books, limits, used }: TransferFacts,
): TransferRefusal | undefined {
  const movement = { fromAccountId: from.accountId, toAccountId: to.accountId, amount };
  if (books.awaits?.(movement)) return { reason: 'already_pending' };
  const source = books.balance(from.accountId);
  const target = books.balance(to.accountId);
  if (!source || !target) return { reason: 'account_not_found' };
  if (source.closed || target.closed)
    return { reason: 'account_closed', side: source.closed ? 'from' : 'to' };
  if (source.currency !== target.currency) return { reason: 'currency_mismatch', side: 'to' };
  const { perTransfer } = limits;
  if (amount > perTransfer) return { reason: 'limit_exceeded', figure: perTransfer };
  const left = dailyLeft(limits, used);
  if (amount > left) return { reason: 'daily_limit_exceeded', figure: left };
  if (to.kind === 'loan' && amount > target.ledger)
    return { reason: 'exceeds_owed', side: 'to', figure: target.ledger };
  if (source.available + source.overdraftLimit < amount)
    return { reason: 'insufficient_funds', side: 'from', figure: source.available };
  return undefined;
}
