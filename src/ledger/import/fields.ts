/** No account is older and no transaction is later: such a year is a typing error. */
export const usualYears = [1800, 2199] as const;

export function isUsualYear({ year }: Temporal.PlainDate): boolean {
  const [first, last] = usualYears;
  return year >= first && year <= last;
}

export function isMemberNumber(text: string): boolean {
  return /^[0-9A-Za-z-]{1,30}$/.test(text);
}

/** The form of members' suffixes: one or two digits, or a letter with one to three digits. */
export function isSuffix(text: string): boolean {
  return /^(?:\d{1,2}|[A-Z]\d{1,3})$/.test(text);
}

export function parseDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** Shortens a value for a report, and hides most of a long number. */
export function shown(text: string): string {
  return text.slice(0, 40).replace(/\d{6,}/g, (digits) => `…${digits.slice(-2)}`);
}
