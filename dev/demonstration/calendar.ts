/**
 * Tells whether banks settle payments: Monday to Friday, except on bank holidays in the United
 * States.
 */
export function isBusinessDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day);
}

const fixedHolidays = new Set(['01-01', '06-19', '07-04', '11-11', '12-25']);

function isHoliday(day: Temporal.PlainDate): boolean {
  if (fixedHolidays.has(day.toString().slice(5))) return true;
  const nth = Math.ceil(day.day / 7);
  const isLast = day.day + 7 > day.daysInMonth;
  if (day.dayOfWeek === 4) return day.month === 11 && nth === 4;
  if (day.dayOfWeek !== 1) return false;
  if (day.month === 1 || day.month === 2) return nth === 3;
  if (day.month === 5) return isLast;
  return (day.month === 9 && nth === 1) || (day.month === 10 && nth === 2);
}

/**
 * Lists the days whose bills settle on this day: itself and the closed days before it. Empty on a
 * closed day.
 */
export function daysDueUntil(day: Temporal.PlainDate): Temporal.PlainDate[] {
  return settledWith(day, -1);
}

/**
 * Lists the days whose pay arrives on this day: itself and the closed days after it. Empty on a
 * closed day.
 */
export function daysDueFrom(day: Temporal.PlainDate): Temporal.PlainDate[] {
  return settledWith(day, 1);
}

function settledWith(day: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate[] {
  if (!isBusinessDay(day)) return [];
  const days = [day];
  for (
    let other = day.add({ days: step });
    !isBusinessDay(other);
    other = other.add({ days: step })
  ) {
    days.push(other);
  }
  return days;
}

/**
 * Tells whether something due on the nth of each month is due on this day. In short months, that is
 * the last day.
 */
export function isDayOfMonth(day: Temporal.PlainDate, nth: number): boolean {
  return day.day === Math.min(nth, day.daysInMonth);
}
