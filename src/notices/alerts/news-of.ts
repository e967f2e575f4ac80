import type { WaitingAlert } from '../../alerts/waiting-alerts.ts';
import { labelOf } from '../../shares/label-of.ts';
import type { Share } from '../../shares/share.ts';
import type { AlertNews } from '../../wording/alert-reply.ts';

/**
 * Says in facts what fired. `undefined`: the member no longer sees the account. Pure.
 * @param shares the member's
 */
export function newsOf(
  { kind, accountId, facts }: WaitingAlert,
  shares: readonly Share[],
): AlertNews | undefined {
  const share = shares.find((one) => one.accountId === accountId && one.maySee);
  if (!share || kind === 'weekly') return undefined;
  const on = labelOf(share);
  const { amount = '0', available = '0', description = '' } = facts;
  switch (kind) {
    case 'low':
      return { kind, share: on, available: BigInt(available) };
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
