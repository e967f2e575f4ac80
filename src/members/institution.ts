import type { Queries } from '../database/database.ts';
import { publish } from '../database/signals.ts';
import { present } from '../kernel/assert.ts';
import { Fault } from '../kernel/fault.ts';
import { isTimeZone } from '../kernel/time-zone.ts';
import { settingProblem, settingProblems } from '../kernel/setting-problems.ts';
import type { World } from '../kernel/world.ts';
import { currencyOf } from '../money/amount.ts';
import { recordInAuditLog, type Actor } from './audit-log.ts';
import { calendarProblems } from './business-days-setting.ts';
import { institutionSettings, type InstitutionSettings } from './institution-settings.ts';
import { isRecord, mergePatch } from './merge-patch.ts';

/** A credit union or bank hosted here. */
export interface Institution {
  readonly id: number;
  /** The name in URLs and on the command line: lower-case letters, digits, dashes. */
  readonly slug: string;
  readonly name: string;
  /** IANA, such as `America/Chicago`. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly demonstration: boolean;
  readonly settings: InstitutionSettings;
  /** 1, 2, 3…: raised by each change of its settings, name or zone. */
  readonly settingsVersion: number;
}

type Row = Omit<Institution, 'settings'> & { settings: unknown };

/** Read before the migrations run, too: the version's column may not be there yet. */
const columns = `id, slug, name, zone, currency, demonstration, settings,
  coalesce((to_jsonb(institutions) ->> 'settings_version')::int, 1) as "settingsVersion"`;

/** @returns `undefined` if no institution has this id */
export async function loadInstitution(q: Queries, id: number): Promise<Institution | undefined> {
  const [row] = await q.query<Row>(`select ${columns} from institutions where id = $1`, [id]);
  return row && fromRow(row);
}

/** Lists all institutions in order of id. */
export async function listInstitutions(q: Queries): Promise<Institution[]> {
  const rows = await q.query<Row>(`select ${columns} from institutions order by id`);
  return rows.map(fromRow);
}

export type InstitutionName = Pick<Institution, 'id' | 'slug' | 'demonstration'>;

/** Lists the names of all institutions in order of id, whatever their settings: `verify` reads them even where somebody altered these. */
export async function listInstitutionNames(q: Queries): Promise<InstitutionName[]> {
  return q.query<InstitutionName>('select id, slug, demonstration from institutions order by id');
}

export interface NewInstitution {
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly demonstration?: boolean;
  /** Settings that differ from the defaults. */
  readonly settings?: object;
  /** Who makes it; absent: the program by itself. */
  readonly who?: string | undefined;
}

/**
 * Creates an institution with the next number as its id.
 * @throws Fault `institution_invalid` that says what is wrong, `institution_exists`
 */
export async function createInstitution(
  tx: Queries,
  world: World,
  given: NewInstitution,
): Promise<Institution> {
  const settings = checkedSettings(given.settings ?? {});
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(given.slug))
    throw invalid('its short name is lower-case letters, digits and dashes');
  checkName(given.name);
  checkZone(given.zone);
  if (!currencyOf(given.currency)) throw invalid(`‘${given.currency}’ is not a supported currency`);
  for (;;) {
    const [row] = await tx.query<Row>(
      `insert into institutions (id, slug, name, zone, currency, demonstration, settings, created_at)
        select coalesce(max(id), 0) + 1, $1, $2, $3, $4, $5, $6::jsonb, $7 from institutions
        on conflict do nothing
        returning ${columns}`,
      [
        given.slug,
        given.name,
        given.zone,
        given.currency,
        given.demonstration ?? false,
        settings,
        world.clock.now(),
      ],
    );
    if (row) {
      await publish(tx, 'institutions', String(row.id));
      await keepVersion(tx, world, { institutionId: row.id, who: given.who ?? 'tmm' });
      return fromRow(row);
    }
    await assertUrlFree(tx, settings.publicUrl);
    const taken = await tx.query('select 1 from institutions where slug = $1', [given.slug]);
    if (taken.length > 0) {
      throw new Fault({
        code: 'institution_exists',
        message: `There is already an institution ‘${given.slug}’`,
        retryable: false,
      });
    }
    // Another one took the number meanwhile: try the next.
  }
}

/**
 * Changes settings by merging (RFC 7396): absent ones stay, and null restores the default. It
 * records who and why.
 * @throws Fault `institution_invalid`
 */
export async function changeSettings(
  tx: Queries,
  world: World,
  options: { institutionId: number; changes: object; actor: Actor },
): Promise<Institution> {
  const [before] = await tx.query<Row>(
    `select ${columns} from institutions where id = $1 for update`,
    [options.institutionId],
  );
  const current = present(before, 'the caller loaded the institution');
  const { settings } = institutionWith(fromRow(current), options.changes, world.clock.now());
  await assertUrlFree(tx, settings.publicUrl, options.institutionId);
  await tx
    .query(
      'update institutions set settings = $2::jsonb, settings_version = settings_version + 1 where id = $1',
      [options.institutionId, settings],
    )
    .catch(refuseTakenUrl);
  await keepVersion(tx, world, { institutionId: options.institutionId, who: options.actor.who });
  await recordInAuditLog(tx, world, {
    institutionId: options.institutionId,
    ...options.actor,
    what: 'settings_changed',
    subject: current.slug,
    detail: options.changes,
  });
  await publish(tx, 'institutions', String(options.institutionId));
  return { ...fromRow(current), settings, settingsVersion: current.settingsVersion + 1 };
}

/**
 * Gives the institution as it would be with changed settings, without changing it.
 * @param changes a merge patch of its settings
 * @throws Fault `institution_invalid`
 */
export function institutionWith(
  current: Institution,
  changes: object,
  now: Temporal.Instant,
): Institution {
  const settings = checkedSettings(mergePatch(current.settings, changes), changes);
  const today = now.toZonedDateTimeISO(current.zone).toPlainDate();
  const problems = calendarProblems(current.settings, settings, today);
  if (problems.length > 0) throw invalid(problems.join('; '));
  return { ...current, settings };
}

/** Reads the institution, and lets nobody else change its settings until the transaction ends. */
export async function lockInstitution(
  tx: Queries,
  institutionId: number,
): Promise<Institution | undefined> {
  const [row] = await tx.query<Row>(
    `select ${columns} from institutions where id = $1 for update`,
    [institutionId],
  );
  return row && fromRow(row);
}

/** Keeps the settings that stand now, so that what was decided by them can be looked at as it was decided. */
async function keepVersion(
  tx: Queries,
  { clock }: Pick<World, 'clock'>,
  { institutionId, who }: { readonly institutionId: number; readonly who: string },
): Promise<void> {
  await tx.query(
    `insert into settings_versions (institution_id, version, name, zone, settings, who, at)
      select id, settings_version, name, zone, settings, $2, $3 from institutions where id = $1`,
    [institutionId, who, clock.now()],
  );
}

/**
 * Changes the name or the time zone, which are not settings. It records who and why.
 * @throws Fault `institution_invalid`
 */
export async function renameInstitution(
  tx: Queries,
  world: World,
  options: {
    institutionId: number;
    changes: { readonly name?: string; readonly zone?: string };
    actor: Actor;
  },
): Promise<void> {
  const { name, zone } = options.changes;
  if (name !== undefined) checkName(name);
  if (zone !== undefined) checkZone(zone);
  const [changed] = await tx.query<{ slug: string }>(
    `update institutions set name = coalesce($2, name), zone = coalesce($3, zone), settings_version = settings_version + 1
      where id = $1 returning slug`,
    [options.institutionId, name ?? null, zone ?? null],
  );
  await keepVersion(tx, world, { institutionId: options.institutionId, who: options.actor.who });
  await recordInAuditLog(tx, world, {
    institutionId: options.institutionId,
    ...options.actor,
    what: 'institution_renamed',
    subject: present(changed, 'the caller loaded the institution').slug,
    detail: options.changes,
  });
  await publish(tx, 'institutions', String(options.institutionId));
}

const noSettings = Object.fromEntries(
  Object.keys(institutionSettings.shape).map((name) => [name, undefined]),
);

/**
 * @param given the user's input; an unknown name in it is a typing error that would otherwise
 *   change nothing unnoticed
 */
function checkedSettings(settings: unknown, given: unknown = settings): InstitutionSettings {
  const result = institutionSettings.safeParse(settings, { error: settingProblem });
  const problems = [
    ...unknownNames(given, { ...noSettings, ...result.data }),
    ...settingProblems(result.error),
  ];
  if (result.success && problems.length === 0) return result.data;
  throw invalid(problems.join('; '));
}

/** Lists names in `given` that `known` lacks, at any depth. */
function unknownNames(given: unknown, known: unknown, path = ''): string[] {
  if (!isRecord(given) || !isRecord(known)) return [];
  return Object.keys(given).flatMap((name) =>
    given[name] === null || Object.hasOwn(known, name)
      ? unknownNames(given[name], known[name], `${path}${name}.`)
      : [`${path}${name}: there is no such setting`],
  );
}

/** Checks that no other institution has the host. */
async function assertUrlFree(
  tx: Queries,
  publicUrl: string | undefined,
  except: number | null = null,
): Promise<void> {
  if (publicUrl === undefined) return;
  const [other] = await tx.query<{ slug: string }>(
    `select slug from institutions where ${hostOfSettings} = $1 and id is distinct from $2`,
    [publicUrl.replace(/^https?:\/\//, ''), except],
  );
  if (other) throw invalid(`publicUrl: ‘${other.slug}’ has this address`);
}

/** If two take a host at the same time, the unique index refuses the second. A failed transaction can't say which one has it. */
function refuseTakenUrl(error: unknown): never {
  const isTaken =
    error instanceof Error && 'constraint' in error && error.constraint === 'institutions_host';
  throw isTaken ? invalid('publicUrl: another institution has this address') : error;
}

/** The same expression as the unique index's. */
const hostOfSettings = `regexp_replace(settings->>'publicUrl', '^https?://', '')`;

function checkName(name: string): void {
  if (name.trim() === '' || name.length > 60) throw invalid('its name has 1 to 60 characters');
}

function checkZone(zone: string): void {
  if (!isTimeZone(zone)) throw invalid(`‘${zone}’ is not a time zone such as America/Chicago`);
}

function invalid(what: string): Fault {
  return new Fault({
    code: 'institution_invalid',
    message: `These settings are not valid: ${what}`,
    retryable: false,
  });
}

function fromRow(row: Row): Institution {
  return { ...row, settings: storedSettings(row.settings) };
}

/**
 * Parses stored settings, which passed the rules of their time. A logo that today's rules refuse is
 * left out, so that no page fails.
 */
function storedSettings(settings: unknown): InstitutionSettings {
  const read = institutionSettings.safeParse(settings);
  if (read.success) return read.data;
  const isLogoAlone = read.error.issues.every(({ path: [name] }) => name === 'logo');
  return institutionSettings.parse(
    isLogoAlone && isRecord(settings) ? { ...settings, logo: undefined } : settings,
  );
}
