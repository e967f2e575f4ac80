import { phoneChannels } from '../channels/descriptors.ts';
import type { CountryCode } from 'libphonenumber-js/max';
import type { Institution } from '../members/institution.ts';
import { countryOfZone } from './phone-country.ts';
import { readPhoneNumber } from './phone-number.ts';

/**
 * Countries whose territories have their own numbers but domestic prices for texts. All others are abroad: the Caribbean shares +1
 * with the United States, and fraudsters send texts there to earn from them.
 */
const territories: readonly (readonly CountryCode[])[] = [
  ['US', 'PR', 'VI', 'GU', 'AS', 'MP'],
  ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF'],
  ['GB', 'GG', 'JE', 'IM'],
  ['AU', 'CX', 'CC'],
  ['FI', 'AX'],
  ['NO', 'SJ'],
];

/** The institution's country: by its zone, or, if the zone has no country, by the number that members text. */
export function countryOf({
  zone,
  settings,
}: Pick<Institution, 'zone' | 'settings'>): CountryCode | undefined {
  const byZone = countryOfZone(zone);
  if (byZone) return byZone;
  const number = phoneChannels.map((channel) => settings[channel]?.number).find(Boolean) ?? '';
  return number.startsWith('+') ? readPhoneNumber(number, undefined)?.country : undefined;
}

/** The countries to which one-time codes may be texted. Empty if neither a setting nor the zone or number names any. */
export function textCountries(
  institution: Pick<Institution, 'zone' | 'settings'>,
): readonly string[] {
  const { countries } = institution.settings.oneTimeTexts;
  if (countries) return countries;
  const home = countryOf(institution);
  if (!home) return [];
  return territories.find((group) => group.includes(home)) ?? [home];
}
