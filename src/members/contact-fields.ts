import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/** Reads a telephone number as people write it. `undefined`: empty; `null`: none. */
export function readPhone(text: string, country: CountryCode): string | undefined | null {
  if (text.trim() === '') return undefined;
  const read = parsePhoneNumberFromString(text.trim(), country);
  return read?.isPossible() ? read.number : null;
}

/** Reads an e-mail address. `undefined`: empty; `null`: none. */
export function readEmail(text: string): string | undefined | null {
  const email = text.trim();
  if (email === '') return undefined;
  return email.length <= 254 && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(email)
    ? email
    : null;
}
