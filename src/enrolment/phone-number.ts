import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

export interface PhoneNumber {
  /** `+13145550123`. */
  readonly e164: string;
  /** As it is shown: all but the last four digits masked. */
  readonly masked: string;
  /** By its numbering plan: it can get no text. */
  readonly isLandline: boolean;
}

/**
 * A phone number, however it was written; without a country code it is of the given country.
 * @returns `undefined` for what is no number that exists
 */
export function readPhoneNumber(text: string, country: CountryCode): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  if (!parsed?.isValid() || parsed.ext !== undefined) return undefined;
  const type = parsed.getType();
  return {
    e164: parsed.number,
    masked: `+${parsed.countryCallingCode} ••• ${parsed.number.slice(-4)}`,
    isLandline:
      type === 'FIXED_LINE' || type === 'TOLL_FREE' || type === 'PREMIUM_RATE' || type === 'UAN',
  };
}

/** Zones whose numbers are not of the United States. */
const countries: readonly (readonly [RegExp, CountryCode])[] = [
  [
    /^America\/(?:Toronto|Vancouver|Edmonton|Winnipeg|Regina|Halifax|Moncton|St_Johns|Montreal|Whitehorse|Yellowknife|Iqaluit)$/,
    'CA',
  ],
  [
    /^America\/(?:Mexico_City|Monterrey|Cancun|Merida|Tijuana|Hermosillo|Chihuahua|Mazatlan)$/,
    'MX',
  ],
  [/^America\/Puerto_Rico$/, 'PR'],
  [/^Europe\/London$/, 'GB'],
  [/^Europe\/Paris$/, 'FR'],
  [/^Europe\/Madrid$/, 'ES'],
  [/^Europe\/Dublin$/, 'IE'],
];

/** The country of an institution, by its zone: the United States unless the zone says another. */
export function countryOf(zone: string): CountryCode {
  return countries.find(([pattern]) => pattern.test(zone))?.[1] ?? 'US';
}
