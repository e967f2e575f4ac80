import { carriers } from '../../channels/configuration.ts';
import type { Database } from '../../database/database.ts';
import { Fault } from '../../kernel/fault.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { systemRandom } from '../../kernel/random.ts';
import { keyRingOf, type Config } from '../config.ts';
import { checkDatabase } from './check-database.ts';
import { checkInstitutions } from './check-institutions.ts';
import { checkSite } from './check-site.ts';
import { checkSettings } from './check-settings.ts';
import { checkWaiting } from './check-waiting.ts';

interface Installation {
  readonly config: Config;
  readonly db: Database;
  readonly now: () => Temporal.Instant;
  /** Whether the service should answer already, at its public address. */
  readonly isServing: boolean;
  /** Ends requests that are under way. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Checks the settings, and then everything that they name. This list serves `tmm setup`, `tmm doctor` and `tmm serve`.
 * @param given `open` opens the database that the settings name
 */
export async function runChecks(given: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The file that the settings come from, if one is known. */
  readonly file: string | undefined;
  readonly open: (config: Config) => Promise<Database>;
  readonly now: () => Temporal.Instant;
  readonly isServing: boolean;
}): Promise<Finding[]> {
  const { config, findings } = checkSettings(given.environment, given.file);
  if (!config || (!config.DATABASE_URL && !config.TMM_DATA)) return [...findings];
  try {
    await using db = await given.open(config);
    return [...findings, ...(await checkInstallation({ ...given, config, db }))];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [...findings, unusable(error)];
  }
}

/** Checks everything that the settings name: database, institutions, site, carriers, queue. Writes nothing. */
export async function checkInstallation(given: Installation): Promise<Finding[]> {
  const { config, db, now } = given;
  const ofDatabase = await checkDatabase(db, {
    now,
    connections: config.TMM_DATABASE_CONNECTIONS,
  });
  const publicUrl = config.TMM_PUBLIC_URL;
  const ofCarriers = carriers.check(config, {
    publicUrl: publicUrl ?? '',
    fetch: endingWith(given.signal),
  });
  // Without our schema there is nothing to read.
  if (!ofDatabase.isCurrent) return [...ofDatabase.findings, ...(await ofCarriers)];
  const keyring = keyringOf(config);
  const { institutions, findings } = await checkInstitutions(db, { config, keyring });
  const addresses = new Set(
    [publicUrl, ...institutions.map(({ settings }) => settings.publicUrl)].filter(
      (one) => one !== undefined,
    ),
  );
  const ofSites = [...addresses].map(async (url) => checkSite(url, given));
  return [
    ...ofDatabase.findings,
    ...findings,
    ...(await Promise.all(ofSites)).flat(),
    ...(await ofCarriers),
    ...(await checkWaiting(db, now())),
  ];
}

function endingWith(signal: AbortSignal | undefined): typeof fetch {
  if (!signal) return fetch;
  return async (input, init = {}) =>
    fetch(input, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal,
    });
}

function keyringOf(config: Config) {
  if (!config.TMM_MASTER_KEYS) return undefined;
  const { masterKeys, activeKey } = keyRingOf(config);
  return createKeyring(masterKeys, systemRandom, activeKey);
}

function unusable(fault: Fault): Finding {
  return findingsOf('database').problem({
    what: `${fault.message}.`,
    why: 'Nothing works without the database.',
    act: 'Is the server running, and are the address, name and password in DATABASE_URL right?',
  });
}
