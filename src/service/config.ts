import { z } from 'zod';
import { readPostgresAddress } from '../database/postgres-address.ts';
import { readCarrierUrl } from './carrier-url.ts';
import { readPublicUrl } from '../kernel/public-url.ts';
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
      'PostgreSQL 15 or newer, `postgres://user:password@host:port/name`. Needed by `serve`, unless the embedded database is accepted.',
    ),
  TMM_DATA: text
    .regex(/\S/, 'names a folder')
    .optional()
    .describe('Folder of the embedded database, for trying and tests.'),
  TMM_ACCEPT_EMBEDDED: text
    .optional()
    .describe(
      `To let \`serve\` run on the embedded database, exactly: \`${embeddedRisk}\`. It does not fsync: a power cut can lose replies and transfers that members saw.`,
    ),
  TMM_MASTER_KEYS: text
    .optional()
    .describe(
      'Keys that seal codes, addresses and tokens at rest: `id:base64` of 32 random bytes each, comma-separated; the greatest id (1 to 255) keyring, the others still open. Make one with `tmm key`.',
    ),
  TMM_SEALING_KEY: whole(1, 255)
    .optional()
    .describe(
      'Id of the key that keyring, while a new one is made known to all processes (“A new master key” in the guide to running the service). Absent: the greatest id.',
    ),
  TMM_HOST: text
    .regex(/^[\w.:%-]+$/, 'is a host’s name or IP address')
    .default('127.0.0.1')
    .describe('Address to listen on.'),
  TMM_PORT: port.default(8080).describe('Port of the webhooks and `/health`.'),
  TMM_METRICS_PORT: port.default(9464).describe('Port of `/metrics`, on the loopback only.'),
  TMM_PUBLIC_URL: publicUrl
    .optional()
    .describe(
      'Where the world reaches this service, such as `https://bank.example`: X delivers to it. An institution with a `publicUrl` of its own has its site there instead.',
    ),
  TMM_PORTAL: choice(['on', 'off'])
    .default('on')
    .describe('Whether the member site is served, at TMM_PUBLIC_URL.'),
  TMM_PORTAL_INSTITUTION: text
    .optional()
    .describe(
      'Short name of the institution whose site is at TMM_PUBLIC_URL; needed where several have no `publicUrl` of their own.',
    ),
  TMM_PROXIES: whole(0, 5)
    .default(0)
    .describe(
      'Proxies of yours before the service, each adding to `X-Forwarded-For`. 0: the header is not believed.',
    ),
  TMM_LOG_LEVEL: choice(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('How much is logged.'),
  TMM_BATCH_MAX: whole(1, 5_000)
    .default(500)
    .describe('Messages that one transaction takes at most.'),
  TMM_DATABASE_CONNECTIONS: whole(5, 50)
    .default(8)
    .describe('Connections to PostgreSQL at most; three of them are the conversation’s.'),
  TMM_X_CONSUMER_SECRETS: text
    .optional()
    .describe(
      'Consumer secret of the X app, which signs webhooks; during a rotation the new and the old one, comma-separated.',
    ),
  TMM_X_CLIENT_ID: text.optional().describe('OAuth 2.0 client id of the X app.'),
  TMM_X_CLIENT_SECRET: text
    .optional()
    .describe('OAuth 2.0 client secret of the X app; absent for a public client.'),
  TMM_X_BEARER_TOKEN: text
    .optional()
    .describe('App bearer token of the X app: webhooks and subscriptions are managed with it.'),
  TMM_X_ACCESS: choice(['self_serve', 'enterprise'])
    .default('self_serve')
    .describe(
      'What X sold: `self_serve` sends 15 messages in 15 minutes and 1,440 a day, which is kept to here; `enterprise` has no such limit.',
    ),
  TMM_X_API_URL: url.default('https://api.x.com').describe('X’s API; another address for tests.'),
  TMM_X_AUTHORIZE_URL: url
    .default('https://x.com/i/oauth2/authorize')
    .describe('Where the operator allows access, in `tmm x connect`.'),
  TMM_TWILIO_ACCOUNT_SID: z
    .string('is AC and 32 hexadecimal digits')
    .regex(/^AC[0-9a-fA-F]{32}$/, 'is AC and 32 hexadecimal digits')
    .optional()
    .describe('Twilio account, `AC…`. SMS by Twilio is offered where it is set.'),
  TMM_TWILIO_AUTH_TOKENS: text
    .optional()
    .describe(
      'Auth token of the Twilio account, which signs webhooks; during a rotation the new and the old one, comma-separated.',
    ),
  TMM_TWILIO_API_KEY: text
    .optional()
    .describe('API key `SK…` to send with; absent: the account and its auth token.'),
  TMM_TWILIO_API_SECRET: text.optional().describe('Secret of that API key.'),
  TMM_TWILIO_OPT_OUT: choice(['advanced', 'basic', 'off'])
    .default('basic')
    .describe(
      'Who answers STOP, START and HELP: `advanced` (Twilio’s Advanced Opt-Out), `basic` (Twilio’s standing handling), `off` (left to us). It depends on the kind of number too: see the guide to SMS.',
    ),
  TMM_TWILIO_API_URL: url
    .default('https://api.twilio.com')
    .describe('Twilio’s API; another address for tests.'),
  TMM_TWILIO_LOOKUPS_URL: url
    .default('https://lookups.twilio.com')
    .describe('Twilio’s Lookup API; another address for tests.'),
  TMM_TWILIO_SEGMENT_MICRODOLLARS: whole(0, 1_000_000_000)
    .default(11_000)
    .describe('What a segment costs by Twilio, in millionths of a dollar: for the figures only.'),
  TMM_KANNEL_SENDSMS_URL: ownUrl
    .optional()
    .describe(
      'Kannel’s smsbox, such as `http://127.0.0.1:13013`; http only on this machine or its private network. SMS by Kannel is offered where it is set.',
    ),
  TMM_KANNEL_USERNAME: text.optional().describe('User of its `sendsms-user` group.'),
  TMM_KANNEL_PASSWORD: text.optional().describe('Its password.'),
  TMM_KANNEL_SECRETS: text
    .optional()
    .describe(
      'Secret in the addresses that Kannel calls; during a rotation the new and the old one, comma-separated.',
    ),
  TMM_KANNEL_CALLBACK_URL: ownUrl
    .optional()
    .describe('Where Kannel reaches this service, such as `http://127.0.0.1:8080/kannel`.'),
  TMM_KANNEL_VALIDITY_MINUTES: whole(1, 10_080)
    .default(60)
    .describe('How long Kannel tries to deliver.'),
  TMM_KANNEL_SEGMENT_MICRODOLLARS: whole(0, 1_000_000_000)
    .default(5_000)
    .describe('What a segment costs by Kannel’s carrier, in millionths of a dollar.'),
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
function parseMasterKeys(text: string): MasterKey[] {
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
    throw configurationFault(['TMM_SEALING_KEY: TMM_MASTER_KEYS has no key of this id']);
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
    problems.push('DATABASE_URL: missing. Give a PostgreSQL server');
  }
  if (!config.DATABASE_URL && config.TMM_DATA && config.TMM_ACCEPT_EMBEDDED !== embeddedRisk) {
    problems.push(
      `TMM_DATA: the embedded database is for trying. To run on it all the same, set TMM_ACCEPT_EMBEDDED to “${embeddedRisk}”`,
    );
  }
  if (!config.TMM_MASTER_KEYS) {
    problems.push('TMM_MASTER_KEYS: missing. `tmm key` makes one');
  } else if (keyRingOf(config).masterKeys.some(isWeak)) {
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
        `${secret.name}: not a real secret. It has 20 characters or more, and is not the demonstration’s`,
      );
    }
  }
  const reached = [
    ...(config.TMM_X_CLIENT_ID ? ['X delivers to it'] : []),
    ...(config.TMM_TWILIO_ACCOUNT_SID ? ['Twilio delivers to it'] : []),
    ...(config.TMM_PORTAL === 'on'
      ? ['members reach their bank there (TMM_PORTAL=off serves none)']
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
