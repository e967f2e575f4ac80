import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';

/** What an address says, as the driver takes it; settings of the session apart. */
export interface PostgresAddress {
  readonly client: ClientConfig;
  /** Settings that the address asks for, as server options: `-c DateStyle=German`. */
  readonly options: string;
}

/** An address that can't be used, said in a sentence that holds no part of it: a password may stand anywhere. */
export interface AddressProblem {
  readonly problem: string;
}

const example = 'postgres://user:password@host:port/name';
const encoding =
  'In a user name or password write @ as %40, / as %2F, ? as %3F, # as %23, : as %3A, % as %25';

/** Settings of a session that the driver would send beside ours, and that would win over them. */
const sessionSettings = [
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
] as const;

/**
 * Reads the address of a PostgreSQL server, by a socket's folder too: `postgres://user:password@/name?host=/cloudsql/…`. The only
 * reader of such addresses. What it leaves out (`PGPASSWORD`, `~/.pgpass`, `PGHOST`) the driver finds.
 */
export function readPostgresAddress(text: string): PostgresAddress | AddressProblem {
  const match = /^postgres(?:ql)?:\/\/([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?(#.*)?$/i.exec(
    text.trim(),
  );
  if (!match) return { problem: `is an address such as ${example}` };
  const [, authority = '', name = '', search = '', fragment] = match;
  const at = authority.lastIndexOf('@');
  const isRaw = authority.indexOf('@') !== at || fragment !== undefined || name.includes('@');
  if (isRaw || search.includes('@')) return { problem: `can't be read for sure. ${encoding}` };
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

/** Absent parts are the environment's (`PGHOST`, `PGPORT`) or the driver's own. @returns `undefined` where it is no place */
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

/** By `sslmode`: whether the server is checked. The driver's own defaults would check no less, and warn at length. */
const checks = {
  disable: 'none',
  'no-verify': 'nothing',
  prefer: 'chain and name',
  require: 'chain and name',
  'verify-ca': 'chain',
  'verify-full': 'chain and name',
} as const;

/**
 * TLS as the address asks for it. `require` checks the server's certificate as `verify-full` does: an encrypted connection to whom it
 * may concern protects no money. `verify-ca` with a CA of one's own checks all but the name.
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

/** What the address asks of the session. */
function optionsOf(query: URLSearchParams): string {
  const named = sessionSettings.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [`-c ${name}=${value.replaceAll(/([\\\s])/g, String.raw`\$1`)}`];
  });
  return [query.get('options') ?? '', ...named].filter((part) => part !== '').join(' ');
}
