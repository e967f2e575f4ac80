import { getCountries, type CountryCode } from 'libphonenumber-js/max';

/** Zones of the tz database that name an offset and no place: they are links to some city, which says nothing of a country. */
const offsetZone = /^(?:(?:[ECMP]ST|HST)(?:\d[A-Z]{3})?|WET|CET|MET|EET)$/i;

let countries: ReadonlyMap<string, CountryCode> | undefined;

/**
 * The country that a time zone lies in, by the runtime's tz data. Links (`US/Central`, `Asia/Calcutta`) count as what they link to.
 * @returns `undefined` for a zone of no country (`UTC`, `Etc/GMT+6`, `Antarctica/Troll`) and for one that is not known
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
  // The runtime has the method; the compiler's library does not name it yet.
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
