import { Fault } from '../kernel/fault.ts';
import { isTimeZone } from '../kernel/time-zone.ts';
import { institutionWith, type Institution } from './institution.ts';
import { patchBetween, plainSettings, type PlainSettings } from './settings-patch.ts';

/**
 * Gives the merge patch of settings, and the name and zone, that bring whole new values about.
 * @param wanted by name; null: the default again
 */
export function changesOf(current: Institution, wanted: PlainSettings) {
  const { name, zone, ...settings } = wanted;
  const before = plainSettings(current);
  const patch = Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, patchBetween(before[key], value)]),
  );
  return {
    patch,
    renamed: {
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof zone === 'string' ? { zone } : {}),
    },
  };
}

/**
 * Gives the institution as it would be with whole new values of some settings.
 * @throws Fault `institution_invalid`
 */
export function draftedInstitution(
  current: Institution,
  wanted: PlainSettings,
  now: Temporal.Instant,
): Institution {
  const { patch, renamed } = changesOf(current, wanted);
  if (renamed.zone !== undefined && !isTimeZone(renamed.zone))
    throw invalid(`‘${renamed.zone}’ is not a time zone such as America/Chicago`);
  if (renamed.name !== undefined && (renamed.name.trim() === '' || renamed.name.length > 60))
    throw invalid('its name has 1 to 60 characters');
  const after = institutionWith(current, patch, now);
  return { ...after, ...renamed };
}

/** The settings that a draft changes, each before and after. What it leaves as it was is not there. */
export function draftedChanges(
  current: Institution,
  wanted: PlainSettings,
  now: Temporal.Instant,
): { readonly before: PlainSettings; readonly after: PlainSettings } {
  const names = Object.keys(wanted);
  const pick = (all: PlainSettings) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
  return {
    before: pick(plainSettings(current)),
    after: pick(plainSettings(draftedInstitution(current, wanted, now))),
  };
}

function invalid(what: string): Fault {
  return new Fault({
    code: 'institution_invalid',
    message: `These settings are not valid: ${what}`,
    retryable: false,
  });
}
