import { z } from 'zod';
import { readPostgresAddress } from '../database/postgres-address.ts';
import { readCarrierUrl } from './carrier-url.ts';
import { readPublicUrl } from './public-url.ts';
import { Fault } from '../kernel/fault.ts';
import { settingProblem, settingProblems } from '../kernel/setting-problems.ts';
import type { MasterKey } from '../kernel/keyring.ts';

/**
 * The one place that reads the environment. Each setting's `describe` is its help sentence: `tmm serve --help` prints it
 * and `docs/reference/configuration.md` is made of it.
 */
const text = z
  .string('is a text')
  .regex(/^[^\p{Cc}]*$/u, 'is one line of text, without control characters');
/** Strict: `1e3`, `0x10` and `80.0` are slips. */
const whole = (min: number, max: number) => {
  const sentence = `is a whole number from ${min} to ${max}`;
  return z
    .string(sentence)
    .regex(/^\s*\d{1,15}\s*$/, sentence)
    .transform(Number)
    .refine((value) => value >= min && value <= max, sentence);
};
const choice = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, `is ${names.join(' or ')}`);
const port = whole(1, 65_535);
const carrierUrl = (place?: 'own_network') =>
  z.string('is an address').transform((given, context) => {
    const read = readCarrierUrl(given, place);
    if ('url' in read) return read.url;
    context.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });
const url = carrierUrl();
const ownUrl = carrierUrl('own_network');
/** The site's and the webhooks' own address, as browsers and carriers spell it. */
const publicUrl = z.string('is an address').transform((given, context) => {
  const read = readPublicUrl(given);
  if ('url' in read) return read.url;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});

/** What the operator must write to run real money on the embedded database. */
export const embeddedRisk = 'the embedded database may lose what it acknowledged';

const shape = {
  DATABASE_URL: z
    .string('is an address')
    .superRefine((given, context) => {
      const read = readPostgresAddress(given);
      if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem });
    })
    .optional()
    .describe(
      'PostgreSQL 15 or newer, `postgres://user:password@host:port/name`. `serve` requires it, unless you accept the embedded database.',
    ),
  TMM_DATA: text
    .regex(/\S/, 'names a folder')
    .optional()
    .describe('Folder of the embedded database, for evaluation and tests.'),
  TMM_ACCEPT_EMBEDDED: text
    .optional()
    .describe(
      `Lets \`serve\` run on the embedded database. The exact text is \`${embeddedRisk}\`. It does not call fsync, so a power failure can lose replies and transfers that members have seen.`,
    ),
  TMM_MASTER_KEYS: text
    .optional()
    .describe(
      'Keys that encrypt codes, addresses and tokens at rest: `id:base64` of 32 random bytes each, comma-separated. The highest id (1 to 255) encrypts and signs; the others only decrypt. Create one with `tmm key`.',
    ),
  TMM_SEALING_KEY: whole(1, 255)
    .optional()
    .describe(
      'Id of the key that encrypts and signs while you roll out a new one to all processes (“A new master key” in the operations guide). Default: the highest id.',
    ),
  TMM_HOST: text
    .regex(/^[\w.:%-]+$/, 'is a host’s name or IP address')
    .default('127.0.0.1')
    .describe('Host or IP address to listen on.'),
  TMM_PORT: port.default(8080).describe('Port of the site, the webhooks and `/health`.'),
  TMM_METRICS_PORT: port
    .default(9464)
    .describe('Port of `/metrics`, on the loopback interface only.'),
  TMM_PUBLIC_URL: publicUrl
    .optional()
    .describe(
      'The public address of this service, such as `https://bank.example`. X delivers to it.',
    ),
  TMM_PORTAL: choice(['on', 'off'])
    .default('on')
    .describe('Whether to serve the member site at TMM_PUBLIC_URL.'),
  TMM_PORTAL_INSTITUTION: text
    .optional()
    .describe('Short name of the institution whose site this is. Required if there are several.'),
  TMM_PROXIES: whole(0, 5)
    .default(0)
    .describe(
      'How many of your proxies stand in front of the service and add to `X-Forwarded-For`. 0 ignores the header.',
    ),
  TMM_LOG_LEVEL: choice(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('Lowest level to log.'),
  TMM_BATCH_MAX: whole(1, 5_000).default(500).describe('Maximum messages per transaction.'),
  TMM_DATABASE_CONNECTIONS: whole(5, 50)
    .default(8)
    .describe('Maximum connections to PostgreSQL. The conversation uses three of them.'),
  TMM_X_CONSUMER_SECRETS: text
    .optional()
    .describe(
      'Consumer secret of the X app, which signs webhooks. During a rotation: the new and the old one, comma-separated.',
    ),
  TMM_X_CLIENT_ID: text.optional().describe('OAuth 2.0 client id of the X app.'),
  TMM_X_CLIENT_SECRET: text
    .optional()
    .describe('OAuth 2.0 client secret of the X app. Leave it out for a public client.'),
  TMM_X_BEARER_TOKEN: text
    .optional()
    .describe('App bearer token of the X app, for managing webhooks and subscriptions.'),
  TMM_X_ACCESS: choice(['self_serve', 'enterprise'])
    .default('self_serve')
    .describe(
      'Your access level at X. `self_serve` allows 15 messages in 15 minutes and 1,440 a day, and the service stays within that. `enterprise` has no such limit.',
    ),
  TMM_X_API_URL: url
    .default('https://api.x.com')
    .describe('Address of X’s API. Change it only for tests.'),
  TMM_X_AUTHORIZE_URL: url
    .default('https://x.com/i/oauth2/authorize')
    .describe('Page where the operator allows access, in `tmm x connect`.'),
  TMM_TWILIO_ACCOUNT_SID: z
    .string('is AC and 32 hexadecimal digits')
    .regex(/^AC[0-9a-fA-F]{32}$/, 'is AC and 32 hexadecimal digits')
    .optional()
    .describe('Twilio account SID, `AC…`. Turns on SMS by Twilio.'),
  TMM_TWILIO_AUTH_TOKENS: text
    .optional()
    .describe(
      'Auth token of the Twilio account, which signs webhooks. During a rotation: the new and the old one, comma-separated.',
    ),
  TMM_TWILIO_API_KEY: text
    .optional()
    .describe('API key `SK…` for sending. Default: the account and its auth token.'),
  TMM_TWILIO_API_SECRET: text.optional().describe('Secret of that API key.'),
  TMM_TWILIO_OPT_OUT: choice(['advanced', 'basic', 'off'])
    .default('basic')
    .describe(
      'Who answers STOP, START and HELP: `advanced` (Twilio’s Advanced Opt-Out), `basic` (Twilio’s default handling) or `off` (the service). It also depends on the kind of number: see the SMS guide.',
    ),
  TMM_TWILIO_API_URL: url
    .default('https://api.twilio.com')
    .describe('Address of Twilio’s API. Change it only for tests.'),
  TMM_TWILIO_LOOKUPS_URL: url
    .default('https://lookups.twilio.com')
    .describe('Address of Twilio’s Lookup API. Change it only for tests.'),
  TMM_TWILIO_SEGMENT_MICRODOLLARS: whole(0, 1_000_000_000)
    .default(11_000)
    .describe('Price of a segment at Twilio in millionths of a dollar, for metrics only.'),
  TMM_KANNEL_SENDSMS_URL: ownUrl
    .optional()
    .describe(
      'Address of Kannel’s smsbox, such as `http://127.0.0.1:13013`. Use http only on this machine or its private network. Turns on SMS by Kannel.',
    ),
  TMM_KANNEL_USERNAME: text.optional().describe('User name in Kannel’s `sendsms-user` group.'),
  TMM_KANNEL_PASSWORD: text.optional().describe('Password in Kannel’s `sendsms-user` group.'),
  TMM_KANNEL_SECRETS: text
    .optional()
    .describe(
      'Secret in the addresses that Kannel calls. During a rotation: the new and the old one, comma-separated.',
    ),
  TMM_KANNEL_CALLBACK_URL: ownUrl
    .optional()
    .describe(
      'The address where Kannel reaches this service, such as `http://127.0.0.1:8080/kannel`.',
    ),
  TMM_KANNEL_VALIDITY_MINUTES: whole(1, 10_080)
    .default(60)
    .describe('How long Kannel tries to deliver.'),
  TMM_KANNEL_SEGMENT_MICRODOLLARS: whole(0, 1_000_000_000)
    .default(5_000)
    .describe(
      'Price of a segment at Kannel’s carrier in millionths of a dollar, for metrics only.',
    ),
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
  const result = schema.safeParse(given, { error: settingProblem });
  if (result.success) return result.data;
  throw configurationFault(settingProblems(result.error));
}

/** @param problems a sentence each */
export function configurationFault(problems: readonly string[]): Fault {
  return new Fault({
    code: 'configuration',
    message: `The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    retryable: false,
  });
}

/** The key that demonstrations use. `serve` refuses it: everyone has it. */
export const demonstrationKey: MasterKey = { id: 1, key: new Uint8Array(32).fill(7) };

/**
 * The master keys of a setting.
 * @throws Fault `configuration`
 */
function parseMasterKeys(text: string): MasterKey[] {
  const keys = text.split(',').map((part) => {
    const match = /^\s*(\d{1,3}):([A-Za-z0-9+/_=-]+)\s*$/.exec(part);
    const key = match ? Buffer.from(match[2] ?? '', 'base64') : undefined;
    const id = Number(match?.[1]);
    if (!key || key.length !== 32 || id < 1 || id > 255) {
      throw configurationFault([
        'TMM_MASTER_KEYS: each key is `id:base64`, with an id from 1 to 255 and 32 bytes',
      ]);
    }
    return { id, key: new Uint8Array(key) };
  });
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw configurationFault(['TMM_MASTER_KEYS: two keys have the same id']);
  }
  return keys;
}

/** Master keys, and which of them keyring. */
export interface KeyRing {
  readonly masterKeys: readonly MasterKey[];
  /** Absent: the one of the greatest id. */
  readonly sealingKey?: number | undefined;
}

/**
 * The master keys of the settings, and which of them keyring.
 * @throws Fault `configuration` also where the key that shall seal is none of them
 */
export function keyRingOf(config: Pick<Config, 'TMM_MASTER_KEYS' | 'TMM_SEALING_KEY'>): KeyRing {
  const masterKeys = parseMasterKeys(config.TMM_MASTER_KEYS ?? '');
  const sealingKey = config.TMM_SEALING_KEY;
  if (sealingKey !== undefined && !masterKeys.some(({ id }) => id === sealingKey)) {
    throw configurationFault(['TMM_SEALING_KEY: TMM_MASTER_KEYS has no key with this id']);
  }
  return { masterKeys, sealingKey };
}

/**
 * What production must have, all problems at once.
 * @throws Fault `configuration` where something is missing or is the demonstration's
 */
export function assertProduction(config: Config): void {
  const problems: string[] = [];
  if (!config.DATABASE_URL && !config.TMM_DATA) {
    problems.push('DATABASE_URL: missing. Set it to a PostgreSQL server');
  }
  if (!config.DATABASE_URL && config.TMM_DATA && config.TMM_ACCEPT_EMBEDDED !== embeddedRisk) {
    problems.push(
      `TMM_DATA: the embedded database is for evaluation. To run on it anyway, set TMM_ACCEPT_EMBEDDED to “${embeddedRisk}”`,
    );
  }
  if (!config.TMM_MASTER_KEYS) {
    problems.push('TMM_MASTER_KEYS: missing. Create one with `tmm key`');
  } else if (keyRingOf(config).masterKeys.some(isWeak)) {
    problems.push(
      'TMM_MASTER_KEYS: a key is the demonstration’s or not random. Create a new one with `tmm key`',
    );
  }
  const x = [config.TMM_X_CONSUMER_SECRETS, config.TMM_X_CLIENT_ID, config.TMM_X_BEARER_TOKEN];
  if (x.some(Boolean) && !x.every(Boolean)) {
    problems.push(
      'TMM_X_CONSUMER_SECRETS, TMM_X_CLIENT_ID, TMM_X_BEARER_TOKEN: X needs all three, or none',
    );
  }
  const twilio = [config.TMM_TWILIO_ACCOUNT_SID, config.TMM_TWILIO_AUTH_TOKENS];
  if (twilio.some(Boolean) && !twilio.every(Boolean)) {
    problems.push('TMM_TWILIO_ACCOUNT_SID, TMM_TWILIO_AUTH_TOKENS: Twilio needs both, or none');
  }
  if (Boolean(config.TMM_TWILIO_API_KEY) !== Boolean(config.TMM_TWILIO_API_SECRET)) {
    problems.push('TMM_TWILIO_API_KEY, TMM_TWILIO_API_SECRET: both, or none');
  }
  const kannel = [
    config.TMM_KANNEL_SENDSMS_URL,
    config.TMM_KANNEL_USERNAME,
    config.TMM_KANNEL_PASSWORD,
    config.TMM_KANNEL_SECRETS,
    config.TMM_KANNEL_CALLBACK_URL,
  ];
  if (kannel.some(Boolean) && !kannel.every(Boolean)) {
    problems.push(
      'TMM_KANNEL_SENDSMS_URL, _USERNAME, _PASSWORD, _SECRETS, _CALLBACK_URL: Kannel needs all five, or none',
    );
  }
  for (const secret of secrets(config)) {
    if (secret.value.length < 20 || secret.value.startsWith('demonstration')) {
      problems.push(
        `${secret.name}: not a real secret. Use at least 20 characters, and not the demonstration’s`,
      );
    }
  }
  const reached = [
    ...(config.TMM_X_CLIENT_ID ? ['X delivers to it'] : []),
    ...(config.TMM_TWILIO_ACCOUNT_SID ? ['Twilio delivers to it'] : []),
    ...(config.TMM_PORTAL === 'on'
      ? ['members sign in there (TMM_PORTAL=off turns the site off)']
      : []),
  ];
  if (!config.TMM_PUBLIC_URL && reached.length > 0) {
    problems.push(`TMM_PUBLIC_URL: missing. ${reached.join('; ')}`);
  }
  if (problems.length > 0) throw configurationFault(problems);
}

const secretNames = [
  'TMM_X_CONSUMER_SECRETS',
  'TMM_X_BEARER_TOKEN',
  'TMM_X_CLIENT_SECRET',
  'TMM_TWILIO_AUTH_TOKENS',
  'TMM_TWILIO_API_SECRET',
  'TMM_KANNEL_SECRETS',
] as const;

function secrets(config: Config): { name: string; value: string }[] {
  return secretNames.flatMap((name) => listOf(config[name]).map((value) => ({ name, value })));
}

/** The parts of a setting that lists several, comma-separated. */
export function listOf(setting: string | undefined): string[] {
  return (setting ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A key of few distinct bytes was typed, not drawn. */
function isWeak({ key }: MasterKey): boolean {
  return new Set(key).size < 16;
}
