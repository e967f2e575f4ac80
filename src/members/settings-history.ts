import type { Queries } from '../database/database.ts';
import { institutionSettings } from './institution-settings.ts';
import { plainSettings, type PlainSettings } from './settings-patch.ts';

/** A version of an institution's settings, with what it changed. */
export interface SettingsChange {
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly who: string;
  /** By name, with `name` and `zone`: the value before, and since. Absent on one side: it was not set there. */
  readonly changes: readonly {
    readonly name: string;
    readonly before?: unknown;
    readonly after?: unknown;
  }[];
}

/** Lists the versions of an institution's settings, oldest first. The first says all that was set. */
export async function settingsHistory(
  q: Queries,
  institutionId: number,
): Promise<SettingsChange[]> {
  const versions = await q.query<{
    version: number;
    at: Temporal.Instant;
    who: string;
    all: Record<string, unknown>;
  }>(
    `select version, at, who, settings || jsonb_build_object('name', name, 'zone', zone) as all
      from settings_versions where institution_id = $1 order by version`,
    [institutionId],
  );
  return versions.map(({ version, at, who, all }, index) => ({
    version,
    at,
    who,
    changes: changesBetween(versions[index - 1]?.all ?? {}, all),
  }));
}

/**
 * Reads the settings of a version as today's rules read them, with `name` and `zone`.
 * @returns `undefined` if there is no such version, or today's rules refuse it
 */
export async function settingsOfVersion(
  q: Queries,
  institutionId: number,
  version: number,
): Promise<PlainSettings | undefined> {
  const [row] = await q.query<{ name: string; zone: string; settings: unknown }>(
    'select name, zone, settings from settings_versions where institution_id = $1 and version = $2',
    [institutionId, version],
  );
  const read = institutionSettings.safeParse(row?.settings);
  return row && read.success ? plainSettings({ ...row, settings: read.data }) : undefined;
}

function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): SettingsChange['changes'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({
      name,
      ...(Object.hasOwn(before, name) ? { before: before[name] } : {}),
      ...(Object.hasOwn(after, name) ? { after: after[name] } : {}),
    }));
}
