import { getCountries, type CountryCode } from 'libphonenumber-js/max';

/** Zones of the tz database that name an offset but no place. They link to some city, which says nothing about a country. */
const offsetZone = /^(?:(?:[ECMP]ST|HST)(?:\d[A-Z]{3})?|WET|CET|MET|EET)$/i;

let countries: ReadonlyMap<string, CountryCode> | undefined;

/**
 * The country of a time zone, from the runtime's tz data. Links (`US/Central`, `Asia/Calcutta`) count as their targets.
 * @returns `undefined` for a zone without a country (`UTC`, `Etc/GMT+6`, `Antarctica/Troll`) and for an unknown one
 */
export function countryOfZone(zone: string): CountryCode | undefined {
  if (offsetZone.test(zone)) return undefined;
  const name = canonical(zone);
  if (name === undefined) return undefined;
  countries ??= new Map(
    getCountries().flatMap((country) => zonesOf(country).map((one) => [one, country] as const)),
  );
  return countries.get(name);
}

function zonesOf(country: CountryCode): string[] {
  // The runtime has the method, but the compiler's library does not declare it yet.
  const locale: { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${country}`);
  return (locale.getTimeZones?.() ?? []).flatMap((zone) => canonical(zone) ?? []);
}

function canonical(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
