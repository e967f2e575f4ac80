import { ruleName, ruleOn, type BusinessCalendar } from '../members/business-days-setting.ts';
import { isFederalHoliday } from './federal-holidays.ts';

/**
 * Adds business days to a day, without counting the day itself. The rule in effect on each day
 * decides it.
 */
export function addBusinessDays(
  calendar: BusinessCalendar,
  from: Temporal.PlainDate,
  days: number,
): Temporal.PlainDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (isBusinessDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Whether the institution's offices are open on this day. */
export function isBusinessDay(calendar: BusinessCalendar, day: Temporal.PlainDate): boolean {
  const date = day.toString();
  if (Object.hasOwn(calendar.closures, date)) return false;
  if (Object.hasOwn(calendar.businessDays.openings, date)) return true;
  const rule = ruleOn(calendar, day);
  if (!rule.weekdays.includes(day.dayOfWeek)) return false;
  return !(rule.closedOnFederalHolidays && isFederalHoliday(day));
}

/**
 * Names the rules in effect between two days, with single openings and closures. They are stored
 * beside a due date.
 */
export function rulesBetween(
  calendar: BusinessCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): string {
  const names = new Set<string>();
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const date = day.toString();
    names.add(ruleName(ruleOn(calendar, day)));
    if (Object.hasOwn(calendar.closures, date)) names.add(`closed ${date}`);
    if (Object.hasOwn(calendar.businessDays.openings, date)) names.add(`open ${date}`);
  }
  return [...names].join(', ');
}
