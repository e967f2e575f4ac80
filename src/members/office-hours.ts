/** When people answer the telephone: on these weekdays (1 is Monday), between these times of the institution's zone. */
export interface OfficeHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

interface Telephones {
  readonly phone: string;
  readonly cardLine: string;
  readonly officeHours: readonly OfficeHours[];
  readonly closures: Readonly<Record<string, string>>;
}

/** Whether people answer at the institution's telephone at this moment. */
export function isOpen(
  { officeHours, closures }: Pick<Telephones, 'officeHours' | 'closures'>,
  zone: string,
  now: Temporal.Instant,
): boolean {
  const local = now.toZonedDateTimeISO(zone);
  if (Object.hasOwn(closures, local.toPlainDate().toString())) return false;
  const time = local.toPlainTime();
  return officeHours.some(
    ({ days, from, to }) =>
      days.includes(local.dayOfWeek) &&
      Temporal.PlainTime.compare(time, from) >= 0 &&
      Temporal.PlainTime.compare(time, to) < 0,
  );
}

/**
 * The number that someone answers now: for a card the 24-hour line first, for all else the office while it is open.
 * @returns `undefined` where nobody answers now
 */
export function numberOpenNow(
  telephones: Telephones,
  what: 'payment' | 'card',
  zone: string,
  now: Temporal.Instant,
): string | undefined {
  const { phone, cardLine } = telephones;
  const office = isOpen(telephones, zone, now) ? phone : '';
  const numbers = what === 'card' ? [cardLine, office] : [office, cardLine];
  return numbers.find((number) => number !== '');
}
