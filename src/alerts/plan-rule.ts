import { alertsMax } from '../kernel/vocabulary/alert-kind.ts';
import { type AlertRule, type AlertTerms, freeNumber, isSameRule } from './rule.ts';

/** What setting a rule comes to. */
export type PlannedRule =
  | { readonly plan: 'add'; readonly number: number }
  /** The rule of this kind and account gets these terms, or has them already. It keeps its number. */
  | { readonly plan: 'change' | 'same'; readonly rule: AlertRule }
  | { readonly plan: 'too_many' };

/** Decides what setting a rule does to a member's rules. Pure. */
export function planRule(rules: readonly AlertRule[], terms: AlertTerms): PlannedRule {
  const before = rules.find((one) => isSameRule(one, terms));
  if (before) {
    const isSame =
      before.amount === terms.amount &&
      before.days === terms.days &&
      before.weekday === terms.weekday;
    return { plan: isSame ? 'same' : 'change', rule: before };
  }
  if (rules.length >= alertsMax) return { plan: 'too_many' };
  return { plan: 'add', number: freeNumber(rules) };
}
