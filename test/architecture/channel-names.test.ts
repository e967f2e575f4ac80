import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smsCarriers } from '../../src/channels/sms/settings.ts';
import { channelNames } from '../../src/kernel/vocabulary/channel.ts';
import { languages } from '../../src/kernel/vocabulary/language.ts';

/**
 * Checks that only their own folders name channels and carriers. All other code asks the descriptor
 * or a registry. Comments and texts for members may name them.
 */
const source = new URL('../../src/', import.meta.url).pathname;

/** Files outside `channels` that may name one, each with its reason. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ['kernel/vocabulary/channel.ts', 'the closed union itself'],
  ['transfers/policy.ts', '`app` is an origin of orders there'],
  ['languages/shared/reading/commands.ts', '`x` is a word that members type for times'],
  ['kernel/gsm7.ts', '`x` is a letter'],
  ['cli/setup/make-institution.ts', 'the answer `sms-number` is that channel’s setting'],
  ['kernel/app-path.ts', 'where the app for the Home Screen is'],
  ...languages.map(
    (language) => [`languages/${language}/channels.ts`, 'what each channel is called'] as const,
  ),
]);

const names = [...channelNames, ...smsCarriers].join('|');
/** `app` and `x` are keys of many other things. */
const keys = [...channelNames, ...smsCarriers]
  .filter((one) => one !== 'x' && one !== 'app')
  .join('|');
/**
 * Matches a string that is a name, an object's key, a property (but no coordinate), or a webhook's
 * id.
 */
const literal = new RegExp(
  `(['"\`])(?:${names})\\1|(?<![\\w$'’])(?:${keys})\\??:|\\bsettings\\??\\.(?:${names})\\b|(['"\`])/(?:${names})(?=[/'"\`])`,
  'g',
);

const namesIn = (text: string): string[] => {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
  return [...code.matchAll(literal)].map(([found]) => found);
};

describe('names of channels', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('channels/'),
  );
  const found = new Map(
    files.map((file) => [file, namesIn(readFileSync(join(source, file), 'utf8'))]),
  );

  it('appear in the channels’ folders alone', () => {
    expect(files.length).toBeGreaterThan(100);
    const offences = [...found]
      .filter(([file, names_]) => names_.length > 0 && !exceptions.has(file))
      .map(([file, names_]) => `${file}: ${names_.join(' ')}`);
    expect(offences).toEqual([]);
  });

  it('have only exceptions that are still needed', () => {
    for (const file of exceptions.keys()) expect(found.get(file), file).not.toEqual([]);
  });

  it.each([
    "if (voice.channel === 'sms') return;",
    'const carrier = "kannel";',
    "where channel = 'x' and lookup",
    "channel in ('x', 'sms', 'app')",
    'sms: offer,',
    'sms?: SmsOptions;',
    'institution.settings.x?.handle',
    'const number = settings.sms?.number;',
    'settings?.x',
    "app.route('/x/webhook', webhook)",
    'app.route(`/twilio/inbound`)',
  ])('are found where one is planted: %s', (planted) => {
    expect(namesIn(planted)).not.toEqual([]);
  });

  it.each(['/** Such as `x`. */', "// 'sms' here", 'point.x', "'xs'", 'const x = 1;'])(
    'are not found in %s',
    (innocent) => {
      expect(namesIn(innocent)).toEqual([]);
    },
  );
});

describe('each channel folder', () => {
  const list = readFileSync(join(source, 'channels/installed.ts'), 'utf8');
  const contracts = new URL('../contracts/', import.meta.url).pathname;
  const suites = readdirSync(contracts)
    .map((file) => readFileSync(join(contracts, file), 'utf8'))
    .filter((text) => text.includes('describeChannel('));

  it.each(channelNames.filter((name) => list.includes(`'./${name}/install.ts'`)))(
    'that is installed runs the shared suite: %s',
    (name) => {
      expect(suites.some((text) => text.includes(`channel: '${name}'`))).toBe(true);
    },
  );

  it.each(smsCarriers)('of a carrier also counts that carrier’s words: %s', (carrier) => {
    expect(suites.some((text) => text.includes(`channels/${carrier}/`))).toBe(true);
  });
});
