/**
 * When staff answer the phone: on these weekdays (1 is Monday), between these times in the
 * institution's time zone.
 */
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

/** Whether staff answer the phone now. */
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
 * Returns a phone number that is answered now: for a card the 24-hour line first, otherwise the
 * office during its hours.
 * @returns `undefined` if nobody answers now
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
