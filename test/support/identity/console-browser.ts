import { recording } from '../../../src/audit/changes/recording.ts';
import { enrollableChannels } from '../../../src/channels/descriptors.ts';
import { ledgerCore } from '../../../src/core/local/ledger-core.ts';
import type { Database } from '../../../src/database/database.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { Keyring } from '../../../src/kernel/keyring.ts';
import { silentLogger } from '../../../src/kernel/logger.ts';
import { silentMetrics } from '../../../src/kernel/metrics.ts';
import { silentSecurityLog } from '../../../src/kernel/security-log.ts';
import type { World } from '../../../src/kernel/world.ts';
import { loadInstitution } from '../../../src/members/institution.ts';
import { createDiscovery } from '../../../src/access/open-id/discovery.ts';
import type { Provider } from '../../../src/staff-access/single-sign-on/provider.ts';
import { createConsole } from '../../../src/web/console/console.ts';
import { createSignedInBy } from '../../../src/web/console/sign-in/signed-in-by.ts';

/** A browser with cookies at the real console, a stranger until they sign in. It follows no redirect by itself. */
export interface ConsoleBrowser {
  get(path: string): Promise<Response>;
  /** The page's text. */
  text(path: string): Promise<string>;
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Posts JSON, as the pages' script does. */
  ask(path: string, body: object): Promise<Response>;
  cookie(name: string): string | undefined;
}

interface ConsoleParts {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly institutionId: number;
  readonly consoleUrl: string;
  readonly provider?: Provider;
  readonly demonstration?: boolean;
}

/** The real console over a database: people sign in as they do in production. */
export function consoleApp(given: ConsoleParts) {
  const { world, keyring, institutionId, consoleUrl, provider } = given;
  const db = recording(given.db, { world, keyringOf: () => keyring });
  return createConsole({
    db,
    world,
    keyring,
    coreOf: () => ledgerCore,
    logger: silentLogger,
    metrics: silentMetrics,
    security: silentSecurityLog,
    portsOf: () => ({ channels: enrollableChannels }),
    queued: () => {},
    consoleAt: async () => ({
      institution: present(await loadInstitution(db, institutionId), 'it exists'),
      consoleUrl,
    }),
    signedInBy: createSignedInBy({ db, world }),
    singleSignOn: { providerOf: () => provider, discover: createDiscovery(world) },
    demonstration: given.demonstration ?? false,
  });
}

export function createConsoleBrowser(given: ConsoleParts): ConsoleBrowser {
  const { consoleUrl } = given;
  const app = consoleApp(given);
  const cookies = new Map<string, string>();
  const send = async (
    path: string,
    how: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ) => {
    const response = await app.request(`${consoleUrl}${path}`, {
      ...how,
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...how.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), value);
    }
    return response;
  };
  return {
    get: async (path) => send(path, {}),
    text: async (path) => (await send(path, {})).text(),
    post: async (path, form, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    ask: async (path, body) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    cookie: (name) => cookies.get(name),
  };
}
