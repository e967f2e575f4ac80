import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { phoneChannels } from '../channels/descriptors.ts';
import type { Institution } from '../members/institution.ts';

/** The number that members text, as they write it. The service's name if the institution has set none. */
export function numberToText({ settings }: Pick<Institution, 'settings'>): string {
  const [number] = phoneChannels.flatMap((name) => settings[name]?.number ?? []);
  if (number === undefined) return settings.service;
  return parsePhoneNumberFromString(number)?.formatNational() ?? number;
}
