import { amountMax, type Amount } from '../money/amount.ts';
import type { CoreRefusal, CoreView } from '../core/core.ts';
import { dailyLeft, type Limits } from './limits.ts';
import type { PlannedTransfer } from './plan.ts';
import { lockRefusal, rightRefusal, type Standing, type StandingReason } from './standing.ts';

/** Why money does not move. Each origin has its own text for it. */
export interface TransferRefusal {
  readonly reason:
    | StandingReason
    | CoreRefusal
    | 'amount_too_large'
    | 'share_not_movable'
    | 'daily_limit_exceeded'
    | 'exceeds_owed';
  /** The account concerned. */
  readonly side?: 'from' | 'to';
  /** The limit, the rest of it today, the available balance or the amount owed. Minor units. */
  readonly figure?: Amount;
}

/** The facts that decide a transfer, read while both accounts are locked. */
export interface TransferFacts {
  readonly standing: Standing;
  readonly limits: Limits;
  /** Today's usage. */
  readonly used: Amount;
  readonly books: Pick<CoreView, 'balance' | 'awaits'>;
}

/** Returns the first reason that forbids a transfer, whatever its origin. */
export function refusalOf(
  planned: PlannedTransfer,
  facts: TransferFacts,
): TransferRefusal | undefined {
  const reason = lockRefusal(facts.standing);
  if (reason) return { reason };
  return shapeRefusal(planned, facts.standing) ?? figuresRefusal(planned, facts);
}

/**
 * Checks that need no figures: the amount, the same account, the rights of member, address and
 * account.
 */
function shapeRefusal(
  { from, to, amount }: PlannedTransfer,
  standing: Standing,
): TransferRefusal | undefined {
  if (amount <= 0n) return { reason: 'amount_not_positive' };
  if (amount > amountMax) return { reason: 'amount_too_large' };
  if (from.id === to.id) return { reason: 'same_account' };
  const reason = rightRefusal(standing);
  if (reason) return { reason };
  // A member can't transfer money out of a loan.
  if (!from.mayMoveFrom || from.kind === 'loan')
    return { reason: 'share_not_movable', side: 'from' };
  if (!to.mayMoveTo) return { reason: 'share_not_movable', side: 'to' };
  return undefined;
}

/**
 * Checks the figures in the books' order of precedence, so that we ask nobody to confirm an
 * impossible transfer.
 */
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
