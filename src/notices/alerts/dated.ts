import type { AlertEvent } from '../../alerts/alert-event.ts';
import type { DatedRule } from '../../alerts/dated-rules.ts';
import type { LoanTerms } from '../../core/core.ts';
import type { Share } from '../../shares/share.ts';

/** The hour of the member's clock from which on a summary or a payment that is due is told. */
const tellingHour = 8;

/** The hours in which payments are looked for. Those after the first make up for a service or a core that was away then. */
const dueHours: ReadonlySet<number> = new Set([tellingHour, 12, 16, 20]);

/** Whether payments are looked for now, in a zone. Pure. */
export function isDueHour(now: Temporal.Instant, zone: string): boolean {
  return dueHours.has(now.toZonedDateTimeISO(zone).hour);
}

/**
 * The summary that a rule wants today; `undefined`: none yet. A rule that was set today after the hour begins next week. Pure.
 * @param zone the member's
 */
export function weeklyEvent(
  rule: DatedRule,
  now: Temporal.Instant,
  zone: string,
): AlertEvent | undefined {
  const local = now.toZonedDateTimeISO(zone);
  if (local.dayOfWeek !== rule.weekday || local.hour < tellingHour) return undefined;
  const from = local.toPlainDate().toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: tellingHour }),
  });
  if (Temporal.Instant.compare(rule.setAt, from.toInstant()) > 0) return undefined;
  return {
    ruleId: rule.id,
    memberId: rule.memberId,
    kind: 'weekly',
    cause: `week ${local.toPlainDate().toString()}`,
    accountId: null,
    facts: {},
  };
}

/**
 * The payments that a rule wants to tell of today: from so many days before the day on, so that a day without service loses none. Each
 * has its own cause and is told once, not in the night. Pure.
 * @param when.zone the member's, for the hour
 * @param when.dayZone the institution's, which decides days
 */
export function dueEvents(
  rule: DatedRule,
  loans: readonly { readonly share: Share; readonly terms: LoanTerms }[],
  when: { readonly now: Temporal.Instant; readonly zone: string; readonly dayZone: string },
): AlertEvent[] {
  if (when.now.toZonedDateTimeISO(when.zone).hour < tellingHour) return [];
  const today = when.now.toZonedDateTimeISO(when.dayZone).toPlainDate();
  return loans.flatMap(({ share, terms }): AlertEvent[] => {
    const on = nextDue(terms, today);
    if (!on || today.until(on).days > (rule.days ?? 0)) return [];
    return [
      {
        ruleId: rule.id,
        memberId: rule.memberId,
        kind: 'due',
        cause: `due ${share.accountId}/${on.toString()}`,
        accountId: share.accountId,
        facts: {
          on: on.toString(),
          ...(terms.payment === undefined ? {} : { amount: terms.payment.toString() }),
        },
      },
    ];
  });
}

/** The next payment by the contract: its date, where that has not passed, or the next day of the month. */
export function nextDue(
  { dueOn, dueDay }: LoanTerms,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (dueOn && Temporal.PlainDate.compare(dueOn, today) >= 0) return dueOn;
  const day = dueDay ?? dueOn?.day;
  if (day === undefined) return undefined;
  // Day 31 is the last one of a shorter month.
  const inMonth = (month: Temporal.PlainYearMonth) =>
    month.toPlainDate({ day: Math.min(day, month.daysInMonth) });
  const month = today.toPlainYearMonth();
  const next = inMonth(month);
  return Temporal.PlainDate.compare(next, today) >= 0 ? next : inMonth(month.add({ months: 1 }));
}
