import {
  getExampleNumber,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { plainField } from '../kernel/typed.ts';

export interface PhoneNumber {
  /** `+13145550123`. */
  readonly e164: string;
  /** As it is shown: all but the last four digits masked. */
  readonly masked: string;
  /** Absent where the number belongs to no country: satellite phones, international toll-free numbers. */
  readonly country?: CountryCode;
  /** By its numbering plan it is a mobile phone, or may be one. */
  readonly getsTexts: boolean;
}

/** Kinds that a person's phone may have. Landlines get no text; premium, shared-cost, toll-free, pager and personal numbers cost. */
const texted: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP']);

/**
 * Reads a phone number, however it was written or pasted. Without a country code it is of the given country.
 * @param country absent: only a number with + can be read
 * @returns `undefined` for what is no number that exists
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

/** Whether a text begins with a country code: then it says itself which country it is of. */
export function namesCountry(text: string): boolean {
  return /^\D*\+/u.test(plainField(text));
}

/** How a mobile number of a country is written, to show what to type. */
export function phoneExample(country: CountryCode | undefined): string {
  const known = country ?? 'US';
  const example = getExampleNumber(known, examples);
  if (!example) return '+1 314 555 0123';
  return country ? example.formatNational() : example.formatInternational();
}
