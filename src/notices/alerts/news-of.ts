import type { WaitingAlert } from '../../alerts/waiting-alerts.ts';
import type { CoreBalance } from '../../core/core.ts';
import type { WhyNotSent } from '../../kernel/vocabulary/alert-outcome.ts';
import { labelOf } from '../../shares/label-of.ts';
import type { Share } from '../../shares/share.ts';
import type { AlertNews } from '../../wording/alert-reply.ts';

/**
 * Says in facts what fired. `removed`: the member no longer sees the account, or it is closed. `recovered`: the balance is no longer
 * low. Pure.
 * @param shares the member's
 * @param balanceOf the balance now, of accounts with a `low` event: hours may have passed since
 */
export function newsOf(
  { kind, accountId, facts }: WaitingAlert,
  shares: readonly Share[],
  balanceOf: (accountId: string) => CoreBalance | undefined,
): AlertNews | WhyNotSent {
  const share = shares.find((one) => one.accountId === accountId && one.maySee);
  if (!share || kind === 'weekly') return 'removed';
  const on = labelOf(share);
  const { amount = '0', limit = '0', description = '' } = facts;
  switch (kind) {
    case 'low': {
      const balance = balanceOf(share.accountId);
      if (!balance || balance.closed) return 'removed';
      if (balance.available >= BigInt(limit)) return 'recovered';
      return { kind, share: on, available: balance.available };
    }
    case 'deposit':
    case 'withdrawal':
    case 'pay':
    case 'hold':
      return { kind, share: on, amount: BigInt(amount), description };
    case 'check':
      return {
        kind,
        share: on,
        amount: BigInt(amount),
        ...(facts.check === undefined ? {} : { number: facts.check }),
      };
    case 'due':
      return {
        kind,
        share: on,
        on: Temporal.PlainDate.from(facts.on ?? ''),
        ...(facts.amount === undefined ? {} : { amount: BigInt(facts.amount) }),
      };
    default:
      return kind satisfies never;
  }
}
