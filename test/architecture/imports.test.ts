import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The laws of imports: a folder under `src` is a room, and a room may import itself and what its law names. ARCHITECTURE.md
 * says why. A folder that is not named here may not exist.
 */
const conversational = [
  'kernel',
  'secrets',
  'money',
  'database',
  'audit',
  'ledger',
  'members',
  'staff',
  'shares',
  'messages',
  'transfers',
  'reading',
  'wording',
  'languages',
  'commands',
  'enrollment',
  'notices',
  'conversation',
];
const laws: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  secrets: ['kernel'],
  money: ['kernel'],
  database: ['kernel'],
  audit: ['kernel', 'database'],
  ledger: ['kernel', 'money', 'database', 'audit'],
  members: ['kernel', 'money', 'database'],
  staff: ['kernel', 'database', 'members'],
  access: ['kernel', 'database', 'members'],
  shares: ['kernel', 'money', 'database', 'ledger', 'members'],
  messages: ['kernel', 'secrets', 'database', 'members', 'audit'],
  transfers: ['kernel', 'money', 'database', 'audit', 'members', 'shares', 'messages'],
  reading: ['kernel', 'secrets', 'money'],
  wording: ['kernel', 'money', 'reading'],
  languages: ['kernel', 'money', 'reading', 'wording'],
  notices: ['kernel', 'database', 'members', 'messages', 'wording', 'languages'],
  enrollment: [
    'kernel',
    'database',
    'members',
    'staff',
    'messages',
    'wording',
    'languages',
    'notices',
  ],
  commands: ['kernel', 'money', 'reading', 'wording', 'members', 'shares', 'messages', 'transfers'],
  conversation: [...conversational, 'access'],
  channels: ['kernel', 'database', 'members', 'messages'],
  observe: ['kernel', 'secrets'],
  operations: [...conversational, 'access'],
  web: [...conversational, 'access', 'observe', 'operations'],
  service: ['*'],
  cli: ['*'],
};

/** Exceptions by file rather than by room. */
const conversationMayNotReach = new Set(['ledger']);

/**
 * What holds for each channel is pure data: its descriptor, and what an institution sets up for it. These two files list them for
 * rooms that may not import channels. Neither they nor what they are made of may reach beyond the kernel.
 */
const listedChannels = new Map([
  ['channels/descriptors.ts', ['*']],
  ['channels/settings.ts', ['members']],
]);
const pureOfChannel = /^channels\/(?:[a-z]+\/)?(?:descriptors?|settings)\.ts$/;

/** Files that list every channel folder; no other file may reach into one. */
const channelRegistries = new Set([
  'channels/descriptors.ts',
  'channels/settings.ts',
  'channels/configuration.ts',
  'channels/commands.ts',
  'channels/installed.ts',
]);
/** By folder inside `channels`, the others that it may import; each may import itself and `transport`. */
const channelFolders: Readonly<Record<string, readonly string[]>> = {
  // A channel of two carriers: it picks one, and they share its descriptor and contract.
  sms: ['twilio', 'kannel'],
  twilio: ['sms'],
  kannel: ['sms'],
};
/** Composes what a folder gives; the demonstration and its tools speak to X as the operator does. */
const mayReachIntoChannels = /^(?:service|cli)\//;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly target: string;
}

const source = new URL('../../src/', import.meta.url).pathname;

describe('the laws of imports', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const imports = files.filter((file) => !file.endsWith('.test.ts')).flatMap(importsOf);

  it('reads the whole source', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(files.length);
    expect(new Set(imports.map(({ from }) => from)).size).toBeGreaterThan(8);
  });

  it('lets each room import only what its law names', () => {
    const offences = imports
      .filter((one) => !isAllowed(one))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(offences).toEqual([]);
  });

  it('keeps what is listed of channels pure', () => {
    const pure = imports.filter(({ file }) => pureOfChannel.test(file));
    expect(pure.length).toBeGreaterThan(5);
    const offences = pure
      .filter(
        ({ to, target }) => to !== 'kernel' && target !== 'zod' && !pureOfChannel.test(target),
      )
      .map(({ file, target }) => `${file} → ${target}`);
    expect(offences).toEqual([]);
  });

  it('keeps each channel in its folder', () => {
    const folderOf = (path: string) => /^channels\/([^/]+)\//.exec(path)?.[1];
    const offences = imports
      .filter(({ file, target }) => {
        const [from, to] = [folderOf(file), folderOf(target)];
        if (to === undefined || to === from || channelRegistries.has(file)) return false;
        if (from === undefined) return !mayReachIntoChannels.test(file);
        return to !== 'transport' && !channelFolders[from]?.includes(to);
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(offences).toEqual([]);
  });

  it('keeps the ledger from what speaks to members', () => {
    const offences = imports.filter(
      ({ from, to }) =>
        (from === 'conversation' || from === 'commands' || from === 'channels') &&
        conversationMayNotReach.has(to),
    );
    expect(offences).toEqual([]);
  });

  it('reads the environment in one file and the machine’s clock and chance in the kernel', () => {
    const offences = files
      .filter(
        (file) =>
          !file.endsWith('.test.ts') &&
          !file.startsWith('kernel/') &&
          !file.startsWith('cli/') &&
          !file.includes('/public/'),
      )
      .flatMap((file) => {
        const text = readFileSync(join(source, file), 'utf8');
        const found =
          text.match(
            /\bDate\.now\(|\bMath\.random\(|\bTemporal\.Now\b|\brandomUUID\(|\brandomBytes\(|\bnew Date\(\)/g,
          ) ?? [];
        const environment = file === 'service/config.ts' ? [] : (text.match(/process\.env/g) ?? []);
        return [...found, ...environment].map((what) => `${file}: ${what}`);
      });
    expect(offences).toEqual([]);
  });

  it('builds what is sent in one place only', () => {
    const makers = files.filter((file) =>
      /as WireText\b/.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(makers).toEqual(['messages/sending/stamp-code.ts']);
  });
});

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].flatMap((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const from = roomOf(file);
    if (!target.startsWith('.')) return [{ file, from, to: 'package', target }];
    const resolved = relative(source, join(source, dirname(file), target));
    return [{ file, from, to: roomOf(resolved), target: resolved }];
  });
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function isAllowed({ from, to, target }: Import): boolean {
  if (to === 'package' || to === from) return true;
  const listed = listedChannels.get(target);
  if (listed?.includes('*') || listed?.includes(from)) return true;
  const law = laws[from];
  if (!law) return false;
  if (law.includes('*')) return true;
  return law.includes(to);
}
