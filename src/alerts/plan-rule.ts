import { alertNumberMax, alertsMax } from '../kernel/vocabulary/alert-kind.ts';
import { type AlertTerms, freeNumber, isSameRule, type NumberedRule } from './rule.ts';

/** What setting a rule comes to. */
export type PlannedRule =
  | { readonly plan: 'add'; readonly number: number }
  /** The rule of this kind and account gets these terms, or has them already. It keeps its number. */
  | { readonly plan: 'change' | 'same'; readonly rule: NumberedRule }
  | { readonly plan: 'too_many' };

/**
 * Decides what setting a rule does to a member's rules. One on an account that the member no longer sees fires no more and is in no
 * list, so it doesn't count. Pure.
 * @param shares those that the member sees
 */
export function planRule(
  rules: readonly NumberedRule[],
  terms: AlertTerms,
  shares: readonly { readonly id: string }[],
): PlannedRule {
  const before = rules.find((one) => isSameRule(one, terms));
  if (before) {
    const isSame =
      before.amount === terms.amount &&
      before.days === terms.days &&
      before.weekday === terms.weekday;
    return { plan: isSame ? 'same' : 'change', rule: before };
  }
  const seen = rules.filter(
    ({ shareId }) => shareId === null || shares.some(({ id }) => id === shareId),
  );
  const number = freeNumber(rules);
  if (seen.length >= alertsMax || number > alertNumberMax) return { plan: 'too_many' };
  return { plan: 'add', number };
}
