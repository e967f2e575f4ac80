import {
  getExampleNumber,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { plainField } from '../kernel/typed.ts';

export interface PhoneNumber {
  /** Such as `+13145550123`. */
  readonly e164: string;
  /** For display: all but the last four digits masked. */
  readonly masked: string;
  /** Absent if the number belongs to no country: satellite phones, international toll-free numbers. */
  readonly country?: CountryCode;
  /** By its numbering plan it is a mobile phone, or may be one. */
  readonly getsTexts: boolean;
}

/**
 * Number types that a person's phone may have. Landlines can't get texts; premium, shared-cost, toll-free, pager and personal
 * numbers cost money.
 */
const texted: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP']);

/**
 * Reads a phone number in any common format. Without a country code it belongs to the given country.
 * @param country absent: only a number with + can be read
 * @returns `undefined` if no such number exists
 */
export function readPhoneNumber(
  text: string,
  country: CountryCode | undefined,
): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(plainField(text), {
    ...(country ? { defaultCountry: country } : {}),
    extract: false,
  });
  if (!parsed?.isValid() || parsed.ext !== undefined) return undefined;
  return {
    e164: parsed.number,
    masked: `+${parsed.countryCallingCode} ••• ${parsed.number.slice(-4)}`,
    ...(parsed.country ? { country: parsed.country } : {}),
    getsTexts: texted.has(parsed.getType()),
  };
}

/** Whether a text begins with a country code, which settles its country. */
export function namesCountry(text: string): boolean {
  return /^\D*\+/u.test(plainField(text));
}

/** An example of a mobile number in a country, to show the format. */
export function phoneExample(country: CountryCode | undefined): string {
  const known = country ?? 'US';
  const example = getExampleNumber(known, examples);
  if (!example) return '+1 314 555 0123';
  return country ? example.formatNational() : example.formatInternational();
}
