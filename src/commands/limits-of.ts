import type { Amount } from '../money/amount.ts';
import type { Loaded, Situation } from './situation.ts';

export interface EffectiveLimits {
  readonly perTransfer: Amount;
  readonly perDay: Amount;
  readonly confirmAbove?: Amount;
}

/** What holds for this address: the institution's limits, and the member's own beneath them. Minor units. */
export function limitsOf({ settings, address }: Situation): EffectiveLimits {
  const { perTransfer, perDay, confirmAbove } = settings.limits;
  return {
    perTransfer: least(perTransfer, address.perTransfer),
    perDay: least(perDay, address.perDay),
    ...(confirmAbove === undefined ? {} : { confirmAbove }),
  };
}

/** What this address may still move today; never below zero. */
export function dailyLeft(situation: Situation, loaded: Loaded): Amount {
  const left = limitsOf(situation).perDay - loaded.usedToday();
  return left > 0n ? left : 0n;
}

function least(institution: Amount, own: Amount | undefined): Amount {
  return own !== undefined && own < institution ? own : institution;
}
