import { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import type { MasterKey } from '../kernel/seal.ts';

/**
 * The one place that reads the environment. Each setting's `describe` is its help sentence: `tmm serve --help` prints it
 * and `docs/reference/configuration.md` is made of it.
 */
const port = z.coerce.number().int().min(1).max(65_535);
const url = z.url({ protocol: /^https?$/ });

/** What the operator must write to run real money on the embedded database. */
export const embeddedRisk = 'the embedded database may lose what it acknowledged';

const shape = {
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe(
      'PostgreSQL 15 or newer, `postgres://user:password@host:port/name`. Needed by `serve`, unless the embedded database is accepted.',
    ),
  TMM_DATA: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of the embedded database, for trying and tests.'),
  TMM_ACCEPT_EMBEDDED: z
    .string()
    .optional()
    .describe(
      `To let \`serve\` run on the embedded database, exactly: \`${embeddedRisk}\`. It does not fsync: a power cut can lose replies and transfers that members saw.`,
    ),
  TMM_MASTER_KEYS: z
    .string()
    .optional()
    .describe(
      'Keys that seal codes, addresses and tokens at rest: `id:base64` of 32 random bytes each, comma-separated; the greatest id (1 to 255) seals, the others still open. Make one with `tmm key`.',
    ),
  TMM_HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  TMM_PORT: port.default(8080).describe('Port of the webhooks and `/health`.'),
  TMM_METRICS_PORT: port.default(9464).describe('Port of `/metrics`, on the loopback only.'),
  TMM_PUBLIC_URL: url
    .optional()
    .describe(
      'Where the world reaches this service, such as `https://bank.example`: X delivers to it.',
    ),
  TMM_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('How much is logged.'),
  TMM_BATCH_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .max(5_000)
    .default(500)
    .describe('Messages that one transaction takes at most.'),
  TMM_DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .max(50)
    .default(6)
    .describe('Connections to PostgreSQL at most.'),
  TMM_X_CONSUMER_SECRETS: z
    .string()
    .optional()
    .describe(
      'Consumer secret of the X app, which signs webhooks; during a rotation the new and the old one, comma-separated.',
    ),
  TMM_X_CLIENT_ID: z.string().optional().describe('OAuth 2.0 client id of the X app.'),
  TMM_X_CLIENT_SECRET: z
    .string()
    .optional()
    .describe('OAuth 2.0 client secret of the X app; absent for a public client.'),
  TMM_X_BEARER_TOKEN: z
    .string()
    .optional()
    .describe('App bearer token of the X app: webhooks and subscriptions are managed with it.'),
  TMM_X_API_URL: url.default('https://api.x.com').describe('X’s API; another address for tests.'),
  TMM_X_AUTHORIZE_URL: url
    .default('https://x.com/i/oauth2/authorize')
    .describe('Where the operator allows access, in `tmm x connect`.'),
} as const;

const schema = z.object(shape);

export type Config = z.infer<typeof schema>;

/** Each setting with its help sentence and default, in order. */
export function settings(): { name: string; help: string; standard?: string }[] {
  return Object.entries(shape).map(([name, setting]) => {
    const standard = setting.safeParse(undefined).data;
    const help = setting.description ?? '';
    return standard === undefined ? { name, help } : { name, help, standard: String(standard) };
  });
}

/**
 * Reads and checks the settings. Empty values count as absent.
 * @throws Fault `configuration` that names every setting at fault, and never its value
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw configurationFault(problems);
}

/** @param problems a sentence each */
export function configurationFault(problems: readonly string[]): Fault {
  return new Fault({
    code: 'configuration',
    message: `The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    retryable: false,
  });
}

/** The key that demonstrations use. `serve` refuses it: everyone has it. */
export const demonstrationKey: MasterKey = { id: 1, key: new Uint8Array(32).fill(7) };

/**
 * The master keys of a setting.
 * @throws Fault `configuration`
 */
export function parseMasterKeys(text: string): MasterKey[] {
  const keys = text.split(',').map((part) => {
    const match = /^\s*(\d{1,3}):([A-Za-z0-9+/_=-]+)\s*$/.exec(part);
    const key = match ? Buffer.from(match[2] ?? '', 'base64') : undefined;
    const id = Number(match?.[1]);
    if (!key || key.length !== 32 || id < 1 || id > 255) {
      throw configurationFault([
        'TMM_MASTER_KEYS: each key is `id:base64` with an id of 1 to 255 and 32 bytes',
      ]);
    }
    return { id, key: new Uint8Array(key) };
  });
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw configurationFault(['TMM_MASTER_KEYS: two keys have the same id']);
  }
  return keys;
}

/**
 * What production must have, all problems at once.
 * @throws Fault `configuration` where something is missing or is the demonstration's
 */
export function assertProduction(config: Config): void {
  const problems: string[] = [];
  if (!config.DATABASE_URL && !config.TMM_DATA) {
    problems.push('DATABASE_URL: missing. Give a PostgreSQL server');
  }
  if (!config.DATABASE_URL && config.TMM_DATA && config.TMM_ACCEPT_EMBEDDED !== embeddedRisk) {
    problems.push(
      `TMM_DATA: the embedded database is for trying. To run on it all the same, set TMM_ACCEPT_EMBEDDED to “${embeddedRisk}”`,
    );
  }
  if (!config.TMM_MASTER_KEYS) {
    problems.push('TMM_MASTER_KEYS: missing. `tmm key` makes one');
  } else if (parseMasterKeys(config.TMM_MASTER_KEYS).some(isWeak)) {
    problems.push(
      'TMM_MASTER_KEYS: one key is the demonstration’s or not random. `tmm key` makes a new one',
    );
  }
  const x = [config.TMM_X_CONSUMER_SECRETS, config.TMM_X_CLIENT_ID, config.TMM_X_BEARER_TOKEN];
  if (x.some(Boolean) && !x.every(Boolean)) {
    problems.push(
      'TMM_X_CONSUMER_SECRETS, TMM_X_CLIENT_ID, TMM_X_BEARER_TOKEN: X needs all three, or none',
    );
  }
  for (const secret of secrets(config)) {
    if (secret.value.length < 20 || secret.value.startsWith('demonstration')) {
      problems.push(`${secret.name}: not a real secret`);
    }
  }
  if (config.TMM_X_CLIENT_ID && !config.TMM_PUBLIC_URL) {
    problems.push('TMM_PUBLIC_URL: missing. X delivers to it');
  }
  if (problems.length > 0) throw configurationFault(problems);
}

function secrets(config: Config): { name: string; value: string }[] {
  return [
    ...(config.TMM_X_CONSUMER_SECRETS?.split(',') ?? []).map((value) => ({
      name: 'TMM_X_CONSUMER_SECRETS',
      value,
    })),
    ...(config.TMM_X_BEARER_TOKEN
      ? [{ name: 'TMM_X_BEARER_TOKEN', value: config.TMM_X_BEARER_TOKEN }]
      : []),
  ];
}

/** A key of few distinct bytes was typed, not drawn. */
function isWeak({ key }: MasterKey): boolean {
  return new Set(key).size < 16;
}
