import { z } from 'zod';
import { readPostgresAddress } from '../database/postgres-address.ts';
import { carriers } from '../channels/configuration.ts';
import { choiceSetting, lineSetting, listOf, wholeSetting } from '../kernel/setting-fields.ts';
import { hostOfUrl, readPublicUrl } from '../kernel/public-url.ts';
import { Fault } from '../kernel/fault.ts';
import { settingProblem, settingProblems } from '../kernel/setting-problems.ts';
import type { MasterKey } from '../kernel/keyring.ts';

const text = lineSetting;
const port = wholeSetting(1, 65_535);
/** The address of site and webhooks, as browsers and carriers spell it. */
const publicUrl = z.string('is an address').transform((given, context) => {
  const read = readPublicUrl(given);
  if ('url' in read) return read.url;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});

/** The operator must write this to run real money on the embedded database. */
export const embeddedRisk = 'the embedded database may lose what it acknowledged';

/**
 * The settings: the one place that reads the environment. `tmm serve --help` and
 * `docs/reference/configuration.md` show the `describe` sentence of each setting.
 */
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
  TMM_ACTIVE_KEY: wholeSetting(1, 255)
    .optional()
    .describe(
      'Id of the key that encrypts and signs while you roll out a new one to all processes (“A new master key” in the operations guide). Default: the highest id.',
    ),
  TMM_HOST: text
    .regex(/^[\w.:%-]+$/, 'is a host’s name or IP address')
    .default('127.0.0.1')
    .describe('Host or IP address to listen on.'),
  TMM_PORT: port.default(8080).describe('Port of the site, the webhooks and `/health`.'),
  TMM_METRICS_PORT: port.default(9464).describe('Port of `/metrics`.'),
  TMM_METRICS_HOST: text
    .regex(/^[\w.:%-]+$/, 'is a host’s name or IP address')
    .default('127.0.0.1')
    .describe(
      'Host or IP address of `/metrics`. Anyone who reaches it reads the figures of the business: never the Internet.',
    ),
  TMM_PUBLIC_URL: publicUrl
    .optional()
    .describe(
      'The public address of this service, such as `https://bank.example`. X delivers to it. An institution with its own `publicUrl` has its site there instead.',
    ),
  TMM_CONSOLE_URL: publicUrl
    .optional()
    .describe(
      'The public address of the staff console, such as `https://staff.bank.example`: a host of its own, which leads here as TMM_PUBLIC_URL does. An institution with its own `consoleUrl` has its console there instead.',
    ),
  TMM_STAFF_OIDC_SECRETS: text
    .optional()
    .describe(
      'The client secrets of institutions’ single sign-on for staff (setting `console`): `slug=secret` each, comma-separated. An institution without one signs in as a public client, protected by PKCE.',
    ),
  TMM_MEMBER_OIDC_SECRETS: text
    .optional()
    .describe(
      'The client secrets that other online banks gave institutions for members’ sign-on (setting `signOn`): `slug=secret` each, comma-separated. An institution without one signs in as a public client, protected by PKCE.',
    ),
  TMM_SMTP_URL: text
    .regex(/^smtps?:\/\/\S+$/, 'is an address such as `smtps://user:password@mail.example:465`')
    .optional()
    .describe(
      'The mail server for alarms to staff: `smtps://user:password@host:465`, or `smtp://…:587`, which must offer STARTTLS unless it is on this machine. Without it, alarms leave by webhook only.',
    ),
  TMM_SMTP_FROM: text
    .regex(/^[^\s@]+@[^\s@]+$/, 'is an e-mail address')
    .optional()
    .describe('The sender of those mails, such as `tmm@bank.example`.'),
  TMM_ALARM_SECRETS: text
    .optional()
    .describe(
      'The secrets that sign webhooks of alarms (setting `alarms`): `slug=secret` each, comma-separated, 32 random characters or more. An institution without one sends no webhook.',
    ),
  TMM_PORTAL: choiceSetting(['on', 'off'])
    .default('on')
    .describe('Whether to serve the member site at TMM_PUBLIC_URL.'),
  TMM_PORTAL_INSTITUTION: text
    .optional()
    .describe(
      'Short name of the institution whose site is at TMM_PUBLIC_URL. Required if several have no `publicUrl` of their own.',
    ),
  TMM_PROXIES: wholeSetting(0, 5)
    .default(0)
    .describe(
      'How many of your proxies stand in front of the service and add to `X-Forwarded-For`. 0 ignores the header.',
    ),
  TMM_LOG_LEVEL: choiceSetting(['debug', 'info', 'warn', 'error'])
    .default('info')
    .describe('Lowest level to log.'),
  TMM_BATCH_MAX: wholeSetting(1, 5_000).default(500).describe('Maximum messages per transaction.'),
  TMM_CONVERSATION_THREAD: choiceSetting(['auto', 'on', 'off'])
    .default('auto')
    .describe(
      'Whether messages are read and decided in a thread of their own. `auto` starts it if the machine has more than two processors: on two, it costs more CPU time and memory than it gains. Only on PostgreSQL.',
    ),
  TMM_DATABASE_CONNECTIONS: wholeSetting(5, 50)
    .default(8)
    .describe('Maximum connections to PostgreSQL. The conversation uses three of them.'),
  ...carriers.shape,
} as const;

const schema = z.object(shape);

export type Config = z.infer<typeof schema>;

/** Lists each setting with its help sentence and default, in order. */
export function settings(): { name: string; help: string; standard?: string }[] {
  return Object.entries(shape).map(([name, setting]) => {
    const standard = setting.safeParse(undefined).data;
    const help = setting.description ?? '';
    return standard === undefined ? { name, help } : { name, help, standard: String(standard) };
  });
}

/** Settings under their earlier names. Left unread, an old one would take effect no more without a word. */
const renamed: Readonly<Record<string, keyof typeof shape>> = { TMM_SEALING_KEY: 'TMM_ACTIVE_KEY' };

/**
 * Reads and checks the settings. An empty value counts as absent.
 * @throws Fault `configuration` that names every faulty setting, but never its value
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given, { error: settingProblem });
  const old = Object.entries(renamed).filter(([name]) => given[name] !== undefined);
  if (result.success && old.length === 0) return result.data;
  throw configurationFault([
    ...old.map(([name, now]) => `${name}: is called ${now} now`),
    ...(result.success ? [] : settingProblems(result.error)),
  ]);
}

/** @param problems one sentence each */
export function configurationFault(problems: readonly string[]): Fault {
  return new Fault({
    code: 'configuration',
    message: `The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    retryable: false,
  });
}

/** The demonstration's key. `serve` refuses it, since everyone has it. */
export const demonstrationKey: MasterKey = { id: 1, key: new Uint8Array(32).fill(7) };

/**
 * Reads the master keys of a setting.
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

/** The master keys, and the active one. */
export interface KeyRing {
  readonly masterKeys: readonly MasterKey[];
  /** If absent, the key with the greatest id is active. */
  readonly activeKey?: number | undefined;
}

/**
 * Reads the master keys and the active one from the settings.
 * @throws Fault `configuration`, also if the active key is not among them
 */
export function keyRingOf(config: Pick<Config, 'TMM_MASTER_KEYS' | 'TMM_ACTIVE_KEY'>): KeyRing {
  const masterKeys = parseMasterKeys(config.TMM_MASTER_KEYS ?? '');
  const activeKey = config.TMM_ACTIVE_KEY;
  if (activeKey !== undefined && !masterKeys.some(({ id }) => id === activeKey)) {
    throw configurationFault(['TMM_ACTIVE_KEY: TMM_MASTER_KEYS has no key with this id']);
  }
  return { masterKeys, activeKey };
}

/**
 * Reads secrets of institutions, by short name: of their single sign-on, or of alarms by webhook.
 * @throws Fault `configuration`
 */
export function secretsBySlug(
  config: Config,
  name: 'TMM_STAFF_OIDC_SECRETS' | 'TMM_MEMBER_OIDC_SECRETS' | 'TMM_ALARM_SECRETS',
): ReadonlyMap<string, string> {
  return new Map(
    listOf(config[name]).map((part): [string, string] => {
      const [, slug = '', secret = ''] = /^([a-z0-9-]+)=(\S+)$/.exec(part) ?? [];
      if (secret === '')
        throw configurationFault([`${name}: each part is \`slug=secret\`, without spaces`]);
      return [slug, secret];
    }),
  );
}

/**
 * Checks the settings that production requires, and reports all problems at once.
 * @throws Fault `configuration` if one is missing or is the demonstration's
 */
export function assertProduction(config: Config): void {
  const problems = productionProblems(config);
  if (problems.length > 0) throw configurationFault(problems);
}

/**
 * Finds settings that production requires and that are missing or are the demonstration’s: a sentence each.
 * @throws Fault `configuration` if the keys can’t be read
 */
export function productionProblems(config: Config): string[] {
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
  problems.push(...carriers.problems(config));
  for (const secret of secrets(config)) {
    if (secret.value.length < 20 || secret.value.startsWith('demonstration')) {
      problems.push(
        `${secret.name}: not a real secret. Use at least 20 characters, and not the demonstration’s`,
      );
    }
  }
  const { TMM_CONSOLE_URL: consoleUrl, TMM_PUBLIC_URL: siteUrl } = config;
  if (consoleUrl && siteUrl && hostOfUrl(consoleUrl) === hostOfUrl(siteUrl))
    problems.push(
      'TMM_CONSOLE_URL: has the host of TMM_PUBLIC_URL. Give staff a host of their own: passkeys and cookies belong to it',
    );
  secretsBySlug(config, 'TMM_STAFF_OIDC_SECRETS');
  secretsBySlug(config, 'TMM_MEMBER_OIDC_SECRETS');
  for (const [slug, secret] of secretsBySlug(config, 'TMM_ALARM_SECRETS'))
    if (secret.length < 32)
      problems.push(`TMM_ALARM_SECRETS: the secret of ${slug} has fewer than 32 characters`);
  if (config.TMM_SMTP_URL && !config.TMM_SMTP_FROM)
    problems.push('TMM_SMTP_FROM: missing. TMM_SMTP_URL needs a sender');
  const reached = [
    ...carriers.needPublicUrl(config),
    ...(config.TMM_PORTAL === 'on'
      ? ['members sign in there (TMM_PORTAL=off turns the site off)']
      : []),
  ];
  if (!config.TMM_PUBLIC_URL && reached.length > 0) {
    problems.push(`TMM_PUBLIC_URL: missing. ${reached.join('; ')}`);
  }
  return problems;
}

function secrets(config: Config): { name: string; value: string }[] {
  return carriers
    .secrets(config)
    .flatMap(([name, setting]) => listOf(setting).map((value) => ({ name, value })));
}

/** A key with few distinct bytes was typed, not generated. */
function isWeak({ key }: MasterKey): boolean {
  return new Set(key).size < 16;
}
