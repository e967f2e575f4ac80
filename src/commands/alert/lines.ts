import type { NumberedRule } from '../../alerts/rule.ts';
import type { Share } from '../../shares/share.ts';
import type { AlertLine } from '../../wording/alert-reply.ts';
import { labelOf } from '../resolve-share.ts';

/** A rule as its member reads it. */
export function lineOf(rule: NumberedRule, shares: readonly Share[]): AlertLine {
  const share = shares.find(({ id }) => id === rule.shareId);
  return {
    number: rule.number,
    kind: rule.kind,
    ...(share ? { share: labelOf(share) } : {}),
    ...(rule.amount === null ? {} : { amount: rule.amount }),
    ...(rule.days === null ? {} : { days: rule.days }),
    ...(rule.weekday === null ? {} : { weekday: rule.weekday }),
  };
}

/** Rules as their member reads them. One on an account that the member no longer sees fires no more, and is left out. */
export function linesOf(rules: readonly NumberedRule[], shares: readonly Share[]): AlertLine[] {
  const seen = new Set(shares.map(({ id }) => id));
  return rules.flatMap((rule) =>
    rule.shareId === null || seen.has(rule.shareId) ? [lineOf(rule, shares)] : [],
  );
}
