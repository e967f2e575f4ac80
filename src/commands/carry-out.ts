import { assert, present } from '../kernel/assert.ts';
import { amountMax } from '../money/amount.ts';
import type { RefusedReply } from '../language/reply.ts';
import { receiptOf } from '../shares/receipt.ts';
import { askConfirmation } from './ask-transfer.ts';
import { dailyLeft, limitsOf } from './limits-of.ts';
import { labelOf } from './resolve-share.ts';
import type { DecidedTransfer, Decision, Loaded, Needs, Situation } from './situation.ts';
import type { PlannedTransfer } from './planned-transfer.ts';

/** What a transfer wants loaded: both accounts locked, today's usage, and what just left the account. */
export function transferNeeds({ from, to }: PlannedTransfer): Needs {
  return {
    moving: [from.accountId, to.accountId],
    usage: true,
    history: [recentRequest(from.accountId)],
  };
}

function recentRequest(accountId: string) {
  return { accountId, of: 'withdrawals', count: 10 } as const;
}

/**
 * The last steps of a transfer: what this address and these shares may do, limits, whether to ask first, and the books.
 * @param step `confirmed`: the member has sent the OK for exactly this
 */
export function carryOut(
  planned: PlannedTransfer,
  situation: Situation,
  loaded: Loaded,
  step: { readonly confirmed: boolean },
): Decision {
  const refused =
    refusalBeforeBooks(planned, situation) ?? refusalByFigures(planned, situation, loaded);
  if (refused) return { reply: refused, voids: true };
  const why = step.confirmed ? undefined : whyAsk(planned, situation, loaded);
  if (why) return askConfirmation(planned, situation, why);
  return moveMoney(planned, situation, loaded);
}

/** What needs no figures: the same share, permissions of member, address and share. */
function refusalBeforeBooks(
  { from, to, amount }: PlannedTransfer,
  { member, address }: Situation,
): RefusedReply | undefined {
  const refuse = (
    reason: RefusedReply['reason'],
    share?: PlannedTransfer['from'],
  ): RefusedReply => ({
    reply: 'refused',
    reason,
    ...(share ? { share: labelOf(share) } : {}),
  });
  if (amount <= 0n) return refuse('amount_not_positive');
  if (amount > amountMax) return refuse('amount_too_large');
  if (from.id === to.id) return refuse('same_account');
  if (!member.disclosedAt) return refuse('disclosures_missing');
  if (!address.mayMoveMoney) return refuse('read_only');
  if (!from.mayMoveFrom) return refuse('share_not_movable', from);
  if (!to.mayMoveTo) return refuse('share_not_movable', to);
  return undefined;
}

/** What the figures forbid, in the books' order of precedence; so that nobody is asked to confirm what can't be. */
function refusalByFigures(
  { from, to, amount }: PlannedTransfer,
  situation: Situation,
  loaded: Loaded,
): RefusedReply | undefined {
  const source = loaded.books.balance(from.accountId);
  const target = loaded.books.balance(to.accountId);
  if (!source || !target) return { reply: 'refused', reason: 'account_not_found' };
  if (source.closed || target.closed) {
    return {
      reply: 'refused',
      reason: 'account_closed',
      share: labelOf(source.closed ? from : to),
    };
  }
  if (source.currency !== target.currency) return { reply: 'refused', reason: 'currency_mismatch' };
  const { perTransfer } = limitsOf(situation);
  if (amount > perTransfer)
    return { reply: 'refused', reason: 'limit_exceeded', limit: perTransfer };
  const left = dailyLeft(situation, loaded);
  if (amount > left) return { reply: 'refused', reason: 'daily_limit_exceeded', limit: left };
  if (to.kind === 'loan' && amount > target.ledger) {
    return {
      reply: 'refused',
      reason: 'exceeds_owed',
      available: target.ledger,
      share: labelOf(to),
    };
  }
  if (source.available + source.overdraftLimit < amount) {
    return {
      reply: 'refused',
      reason: 'insufficient_funds',
      available: source.available,
      share: labelOf(from),
    };
  }
  return undefined;
}

function whyAsk(
  planned: PlannedTransfer,
  situation: Situation,
  loaded: Loaded,
): 'repeat' | 'unclear' | 'policy' | 'overdraft' | undefined {
  if (situation.unsure || planned.guessed) return 'unclear';
  // Said of a larger sum too, since doing it twice costs more.
  if (isRepeat(planned, situation, loaded)) return 'repeat';
  const source = loaded.books.balance(planned.from.accountId);
  if (source && source.available < planned.amount) return 'overdraft';
  const { confirmAbove } = limitsOf(situation);
  if (confirmAbove !== undefined && planned.amount > confirmAbove) return 'policy';
  // Where the platform gives no time of sending, an old message can't be told from a new one.
  if (!situation.sentAt) return 'policy';
  return undefined;
}

/** Whether the same amount went between the same shares a moment ago, by another message. */
function isRepeat(
  { from, to, amount }: PlannedTransfer,
  { now, settings }: Situation,
  loaded: Loaded,
): boolean {
  const decided: DecidedTransfer = {
    fromAccountId: from.accountId,
    toAccountId: to.accountId,
    amount,
  };
  if (loaded.decided.some((earlier) => isSame(earlier, decided))) return true;
  const since = now.subtract({ seconds: settings.repeatWithinSeconds });
  return loaded
    .history(recentRequest(from.accountId))
    .entries.some(
      (entry) =>
        entry.kind === 'transfer' &&
        entry.amount === -amount &&
        entry.description === descriptions({ from, to, amount }).fromDescription &&
        Temporal.Instant.compare(entry.postedAt, since) >= 0,
    );
}

function isSame(a: DecidedTransfer, b: DecidedTransfer): boolean {
  return (
    a.fromAccountId === b.fromAccountId && a.toAccountId === b.toAccountId && a.amount === b.amount
  );
}

function moveMoney(planned: PlannedTransfer, situation: Situation, loaded: Loaded): Decision {
  const { from, to, amount } = planned;
  const outcome = loaded.books.transfer({
    key: situation.key,
    fromAccountId: from.accountId,
    toAccountId: to.accountId,
    amount,
    effectiveOn: situation.today,
    ...descriptions(planned),
  });
  assert(outcome.outcome !== 'pending', 'our own books answer at once');
  if (outcome.outcome === 'refused') {
    const available = present(
      loaded.books.balance(from.accountId),
      'the account was loaded',
    ).available;
    return {
      reply: { reply: 'refused', reason: outcome.reason, share: labelOf(from), available },
      voids: true,
    };
  }
  const transfer = { fromAccountId: from.accountId, toAccountId: to.accountId, amount };
  return {
    reply: {
      reply: 'transferred',
      transfer: { amount, from: labelOf(from), to: labelOf(to) },
      fromAvailable: outcome.from.available,
      toAvailable: outcome.to.available,
      at: situation.now,
      receipt: receiptOf(from.ordinal, outcome.fromSequence),
    },
    voids: true,
    confirmationFailures: 0,
    effects: outcome.already ? [] : [{ effect: 'used', amount, transfer }],
  };
}

function descriptions({ from, to }: PlannedTransfer) {
  return {
    fromDescription: `TRANSFER TO ${nameOf(to)}`,
    toDescription: `TRANSFER FROM ${nameOf(from)}`,
  };
}

function nameOf({ kind, suffix }: PlannedTransfer['from']): string {
  return `${kind.toUpperCase()} ${suffix}`;
}
