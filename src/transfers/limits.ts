import type { InstitutionSettings } from '../members/institution-settings.ts';
import type { Amount } from '../money/amount.ts';
import { transferPolicy, type Origin } from './policy.ts';

/** Limits on transfers, in minor units. */
export interface Limits {
  readonly perTransfer: Amount;
  readonly perDay: Amount;
}

/** Returns the limits of an origin, reduced by the member's own limits for an address. */
export function limitsOf(
  origin: Origin,
  settings: InstitutionSettings,
  own: Partial<Limits> = {},
): Limits {
  const { perTransfer, perDay } = settings[transferPolicy[origin].limits];
  return {
    perTransfer: least(perTransfer, own.perTransfer),
    perDay: least(perDay, own.perDay),
  };
}

/** Returns the amount that may still be moved on a day; never below zero. */
export function dailyLeft({ perDay }: Limits, used: Amount): Amount {
  return perDay > used ? perDay - used : 0n;
}

/** Whether this amount, with today's usage, requires a recent proof in the session. */
export function needsFreshProof(
  origin: Origin,
  { onlineLimits }: InstitutionSettings,
  { amount, used }: { readonly amount: Amount; readonly used: Amount },
): boolean {
  return transferPolicy[origin].proof === 'session' && used + amount > onlineLimits.freshProofAbove;
}

function least(institution: Amount, own: Amount | undefined): Amount {
  return own !== undefined && own < institution ? own : institution;
}
