import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';

/** A parsed address as the driver takes it, with the session's settings separate. */
export interface PostgresAddress {
  readonly client: ClientConfig;
  /** Settings that the address asks for, as server options: `-c DateStyle=German`. */
  readonly options: string;
}

/**
 * The reason why an address can't be used, as a sentence. It quotes nothing from the address, since
 * a password may be anywhere in it.
 */
export interface AddressProblem {
  readonly problem: string;
}

const example = 'postgres://user:password@host:port/name';
const encoding =
  'In a user name or password write @ as %40, / as %2F, ? as %3F, # as %23, : as %3A, % as %25';

/** Session settings that the driver would send too, overriding ours. */
const sessionSettings = [
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
] as const;

/**
 * Parses the address of a PostgreSQL server, also with a socket's folder:
 * `postgres://user:password@/name?host=/cloudsql/…`. All code uses this parser. The driver fills in
 * missing parts (`PGPASSWORD`, `~/.pgpass`, `PGHOST`).
 */
export function readPostgresAddress(text: string): PostgresAddress | AddressProblem {
  const match = /^postgres(?:ql)?:\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?(#.*)?$/i.exec(
    text.trim(),
  );
  if (!match) return { problem: `is an address such as ${example}` };
  const [, authority = '', name = '', search = '', fragment] = match;
  const at = authority.lastIndexOf('@');
  const isRaw = authority.indexOf('@') !== at || fragment !== undefined || name.includes('@');
  if (isRaw || search.includes('@')) return { problem: `is ambiguous. ${encoding}` };
  const query = new URLSearchParams(search);
  const credentials = at < 0 ? '' : authority.slice(0, at);
  const colon = credentials.indexOf(':');
  const [user, password, database] = [
    colon < 0 ? credentials : credentials.slice(0, colon),
    colon < 0 ? '' : credentials.slice(colon + 1),
    name,
  ].map(decoded);
  const place = placeOf(authority.slice(at + 1), query);
  if (user === undefined || password === undefined || database === undefined)
    return { problem: `has a % that encodes nothing. ${encoding}` };
  if (!place)
    return { problem: `names no host, or no port from 1 to 65535: ${example}. ${encoding}` };
  const encryption = encryptionOf(query);
  if ('problem' in encryption) return encryption;
  return {
    client: {
      ...(user || query.get('user') ? { user: user || (query.get('user') ?? '') } : {}),
      ...(password || query.get('password')
        ? { password: password || (query.get('password') ?? '') }
        : {}),
      ...(database || query.get('dbname')
        ? { database: database || (query.get('dbname') ?? '') }
        : {}),
      ...place,
      ...encryption,
      application_name: query.get('application_name') ?? 'tweet-my-money',
    },
    options: optionsOf(query),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads host and port. Missing parts come from the environment (`PGHOST`, `PGPORT`) or the driver.
 * @returns `undefined` if they are invalid
 */
function placeOf(
  text: string,
  query: URLSearchParams,
): { host?: string; port?: number } | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\],\s]*)(?::(\d*))?$/i.exec(text);
  const host = decoded(match?.[1] ?? '%');
  if (!match || host === undefined) return undefined;
  const wanted = query.get('host') || host.replace(/^\[(.*)\]$/, '$1');
  const port = query.get('port') || match[2] || '';
  if (port !== '' && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535))
    return undefined;
  if (wanted.includes(',')) return undefined;
  return {
    ...(wanted === '' ? {} : { host: wanted }),
    ...(port === '' ? {} : { port: Number(port) }),
  };
}

/**
 * How each `sslmode` checks the server. The driver's own defaults check as much, but log long
 * warnings.
 */
const checks = {
  disable: 'none',
  'no-verify': 'nothing',
  prefer: 'chain and name',
  require: 'chain and name',
  'verify-ca': 'chain',
  'verify-full': 'chain and name',
} as const;

/**
 * Returns the TLS options of an address. `require` checks the server's certificate like
 * `verify-full`: encryption to an unknown server protects no money. `verify-ca` with a private CA
 * checks all but the name.
 */
function encryptionOf(query: URLSearchParams): Pick<ClientConfig, 'ssl'> | AddressProblem {
  const mode = query.get('sslmode') ?? modeOfSsl(query.get('ssl'));
  const files = {
    ca: query.get('sslrootcert'),
    cert: query.get('sslcert'),
    key: query.get('sslkey'),
  };
  if (mode === undefined && !Object.values(files).some(Boolean)) return {};
  const check = Object.entries(checks).find(([name]) => name === (mode ?? 'verify-full'))?.[1];
  if (!check)
    return { problem: `has an sslmode that is none of ${Object.keys(checks).join(', ')}` };
  if (check === 'none') return { ssl: false };
  if (check === 'chain' && !files.ca)
    return {
      problem: 'has sslmode=verify-ca, which needs sslrootcert=FILE with the CA that you trust',
    };
  const read: Partial<Record<keyof typeof files, string>> = {};
  for (const name of ['ca', 'cert', 'key'] as const) {
    const file = files[name];
    if (!file || (name === 'ca' && file === 'system')) continue;
    try {
      read[name] = readFileSync(file, 'utf8');
    } catch {
      return { problem: `names a file for TLS (${name}) that can't be read: ${file}` };
    }
  }
  return {
    ssl: {
      ...read,
      ...(check === 'nothing' ? { rejectUnauthorized: false } : {}),
      ...(check === 'chain' ? { checkServerIdentity: () => undefined } : {}),
    },
  };
}

function modeOfSsl(ssl: string | null): keyof typeof checks | undefined {
  if (ssl === null) return undefined;
  if (ssl === 'no-verify') return 'no-verify';
  return ssl === 'false' || ssl === '0' ? 'disable' : 'verify-full';
}

/** Returns the session settings in the address. */
function optionsOf(query: URLSearchParams): string {
  const named = sessionSettings.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [`-c ${name}=${value.replaceAll(/([\\\s])/g, String.raw`\$1`)}`];
  });
  return [query.get('options') ?? '', ...named].filter((part) => part !== '').join(' ');
}
