import { z } from 'zod';
import { type AlertChange, changeAlerts, lockAlerts } from '../../alerts/alert-store.ts';
import { fitsShare } from '../../alerts/fits-share.ts';
import { planRule } from '../../alerts/plan-rule.ts';
import { type AlertTerms, noAlerts } from '../../alerts/rule.ts';
import { alertDaysMax, alertKinds, alertTraits } from '../../kernel/vocabulary/alert-kind.ts';
import { recordConsents } from '../../members/consents.ts';
import { amountMax, currencyOf } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import { hasDueDate } from '../../shares/loan-terms.ts';
import type { Share } from '../../shares/share.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { MemberContext } from '../request-context.ts';
import { balancesWithTerms, suffixField, visibleShares } from '../shares/shares.ts';
import { alertListSchema, readAlerts } from './alert-list.ts';

/** An empty field of a form says nothing. */
const optional = <Field extends z.ZodType>(field: Field) =>
  z.preprocess((value) => (value === '' ? undefined : value), field.optional());

/** Sets an alert, or changes the one of its kind and account. The member's own wish is the consent, with its time. */
export const setAlert = operation({
  id: 'setAlert',
  method: 'POST',
  path: '/alerts',
  tag: 'Messages',
  summary: 'Sets an alert, or changes the one of that kind and account',
  access: 'member',
  input: z.strictObject({
    kind: z.enum(alertKinds),
    suffix: optional(suffixField).describe('The account. Absent: all that the member sees.'),
    amount: optional(z.string().trim().max(20)).describe('A decimal such as `100.00`.'),
    days: optional(z.coerce.number().int().min(0).max(alertDaysMax)),
    weekday: optional(z.coerce.number().int().min(1).max(7)).describe('1 is Monday, 7 is Sunday.'),
  }),
  output: alertListSchema,
  refusals: [
    'alert_incomplete',
    'alert_amount',
    'alert_not_there',
    'alerts_full',
    'alert_no_due',
    'alerts_away',
  ],
  run: async (request, input) => {
    const { db, institution, member, world } = request;
    const shares = await visibleShares(db, request);
    const terms = termsOf(request, input, shares);
    if (isRefused(terms)) return terms;
    if (institution.settings.core !== undefined && terms.kind !== 'due')
      return refuse('alerts_away');
    if (terms.kind === 'due' && !(await isDueKnown(request, terms, shares)))
      return refuse('alert_no_due', { field: 'suffix' });
    const refused = await db.transaction(async (tx) => {
      const locked = await lockAlerts(tx, institution.id, [member.id]);
      const planned = planRule((locked.get(member.id) ?? noAlerts).rules, terms, shares);
      if (planned.plan === 'too_many') return refuse('alerts_full');
      if (planned.plan === 'same') return undefined;
      const change: AlertChange =
        planned.plan === 'add'
          ? { change: 'add', number: planned.number, terms }
          : { change: 'set', number: planned.rule.number, terms };
      const at = world.clock.now();
      await changeAlerts(
        tx,
        { institutionId: institution.id, memberId: member.id, world, at },
        change,
      );
      await recordConsents(tx, world, institution.id, [
        {
          kind: 'alerts_on',
          version: '1',
          how: 'asked for in the online bank',
          at,
          memberId: member.id,
        },
      ]);
      await recordInAuditLog(tx, request, {
        what: 'alert_set',
        subject: member.id,
        detail: {
          kind: terms.kind,
          shareId: terms.shareId,
          amount: terms.amount?.toString() ?? null,
          days: terms.days,
          weekday: terms.weekday,
        },
      });
      return undefined;
    });
    return refused ?? readAlerts(db, request);
  },
});

/** Whether the books say when a payment is due on one of the loans that a rule is about. */
async function isDueKnown(
  request: MemberContext,
  { shareId }: AlertTerms,
  shares: readonly Share[],
): Promise<boolean> {
  const loans = shares.filter(
    (share) => fitsShare('due', share) && (shareId === null || share.id === shareId),
  );
  const balances = await balancesWithTerms(request.db, request, loans);
  return [...balances.values()].some(({ closed, loan }) => !closed && loan && hasDueDate(loan));
}

interface Given {
  readonly kind: AlertTerms['kind'];
  readonly suffix?: string | undefined;
  readonly amount?: string | undefined;
  readonly days?: number | undefined;
  readonly weekday?: number | undefined;
}

/** Reads what the rule says. Fields that its kind does not take are left out: a form sends all of them. */
function termsOf(
  { institution }: MemberContext,
  { kind, suffix, amount, days, weekday }: Given,
  shares: readonly Share[],
): AlertTerms | Refused {
  const { account, takes } = alertTraits[kind];
  const share =
    account === 'none' || suffix === undefined
      ? undefined
      : shares.find((one) => one.suffix.toUpperCase() === suffix);
  if (account !== 'none' && suffix !== undefined && !share) return refuse('not_found');
  if (account === 'one' && !share) return refuse('alert_incomplete', { field: 'suffix' });
  const isThere = share ? fitsShare(kind, share) : shares.some((one) => fitsShare(kind, one));
  if (!isThere) return refuse('alert_not_there', { field: 'suffix' });
  const terms = { kind, shareId: share?.id ?? null, amount: null, days: null, weekday: null };
  if (takes === 'nothing') return terms;
  if (takes === 'days')
    return days === undefined ? refuse('alert_incomplete', { field: takes }) : { ...terms, days };
  if (takes === 'weekday')
    return weekday === undefined
      ? refuse('alert_incomplete', { field: takes })
      : { ...terms, weekday };
  if (amount === undefined) return refuse('alert_incomplete', { field: takes });
  const digits = currencyOf(share?.currency ?? institution.currency)?.digits;
  const units = parseDecimal(amount, digits);
  return units === undefined || units <= 0n || units > amountMax
    ? refuse('alert_amount', { field: takes })
    : { ...terms, amount: units };
}
