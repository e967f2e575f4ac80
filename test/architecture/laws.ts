import { foldersOf, importsOf, isProgram, type Source } from './source.ts';

/** Everything that we need to answer a message. */
const conversational = [
  'kernel',
  'secrets',
  'money',
  'database',
  'audit',
  'alerts',
  'core',
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
  'push',
  'approvals',
  'conversation',
];

/**
 * What each folder under `src` may import besides itself. A folder inside it may have its own law.
 * `*` means anything. A folder without a law may not exist. ARCHITECTURE.md gives the reasons.
 */
export const roomLaws: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  secrets: ['kernel'],
  money: ['kernel'],
  database: ['kernel'],
  audit: ['kernel', 'database'],
  // Members' rules, and what fires them. The books call it for each batch.
  alerts: ['kernel', 'money', 'database'],
  ledger: ['kernel', 'money', 'database', 'audit', 'alerts'],
  members: ['kernel', 'money', 'database', 'languages'],
  staff: ['kernel', 'database', 'members'],
  // What happened by day, counted for reports.
  reports: ['kernel', 'database', 'members', 'staff'],
  access: ['kernel', 'database', 'members'],
  // Staff sign in by passkeys too, with the same checks.
  'staff-access': ['kernel', 'database', 'members', 'access'],
  core: ['kernel', 'money', 'database'],
  // Our books are one core among others, so only their adapter sees the ledger.
  'core/local': ['kernel', 'money', 'database', 'ledger'],
  shares: ['kernel', 'money', 'database', 'core', 'members', 'languages'],
  // Quiet hours hold where messages leave, as STOP does.
  messages: ['kernel', 'secrets', 'database', 'members', 'audit', 'alerts'],
  transfers: ['kernel', 'money', 'database', 'audit', 'members', 'core', 'shares', 'messages'],
  reading: ['kernel', 'secrets', 'money'],
  wording: ['kernel', 'money', 'reading'],
  languages: ['kernel', 'money', 'reading', 'wording'],
  notices: ['kernel', 'database', 'audit', 'members', 'messages', 'wording', 'languages'],
  // A notice to many keeps to the quiet hours that members set for alerts.
  'notices/many': ['kernel', 'database', 'audit', 'members', 'messages', 'alerts', 'notices'],
  // What fired, with the figures and the history that a message needs.
  'notices/alerts': [
    'kernel',
    'money',
    'database',
    'alerts',
    'core',
    'members',
    'shares',
    'messages',
    'wording',
    'languages',
    'notices',
  ],
  // Files of another core: in, and back out.
  exchange: [
    'kernel',
    'money',
    'database',
    'audit',
    'ledger',
    'core',
    'members',
    'staff',
    'shares',
    'messages',
    'wording',
    'languages',
    'notices',
  ],
  enrollment: [
    'kernel',
    'database',
    'audit',
    'members',
    'staff',
    'messages',
    'wording',
    'languages',
    'notices',
  ],
  commands: [
    'kernel',
    'money',
    'alerts',
    'reading',
    'wording',
    'languages',
    'members',
    'core',
    'shares',
    'messages',
    'transfers',
  ],
  alarms: ['kernel', 'database', 'members', 'staff', 'languages'],
  push: ['kernel', 'database', 'members', 'languages', 'jobs'],
  approvals: [
    'kernel',
    'money',
    'database',
    'audit',
    'members',
    'core',
    'shares',
    'messages',
    'transfers',
    'wording',
    'languages',
    'commands',
    'access',
    'push',
  ],
  conversation: [...conversational, 'access'],
  jobs: ['kernel', 'database'],
  channels: ['kernel', 'database', 'members', 'messages'],
  observe: ['kernel', 'secrets'],
  // Programs of the institution: their tokens, and the events that they get.
  programs: ['kernel', 'database', 'audit', 'jobs'],
  operations: [
    ...conversational,
    'access',
    'staff-access',
    'jobs',
    'reports',
    'alarms',
    'programs',
  ],
  web: [
    ...conversational,
    'access',
    'staff-access',
    'reports',
    'programs',
    'observe',
    'operations',
  ],
  service: ['*'],
  cli: ['*'],
};

/**
 * Sibling folders don't import each other, except as named here: by their parent folder, then by
 * the folder that imports.
 */
export const folderLaws: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  channels: {
    x: ['transport'],
    // A channel with two carriers: it picks one, and they share its descriptor and contract.
    sms: ['twilio', 'kannel'],
    twilio: ['transport', 'sms'],
    kannel: ['transport', 'sms'],
    app: ['transport'],
  },
  // A subcommand of several steps has a folder for them.
  cli: { subcommands: ['setup'] },
  'channels/x/chat': { store: ['engine'] },
  // A file of postings is written by the mapping by which files are read.
  exchange: { postings: ['files'], statements: ['files'] },
  // An answer to a question carries out the earlier order. A list of checks and the rest of a list
  // are histories.
  commands: {
    ambiguous: ['transfer'],
    choose: ['transfer'],
    confirm: ['transfer', 'dispute'],
    checks: ['history'],
    more: ['history'],
  },
  // What a member reads from us leaves by the one exit, as what is sent does.
  messages: { sending: ['segments'], hosted: ['sending'] },
  // A guess, and what limits a question, are looked up in a language's words. A guess fills in what limits it.
  reading: { guess: ['lexicon', 'slots'], slots: ['lexicon'] },
  'web/site': {
    accounts: ['agreements'],
    messages: ['agreements'],
    approvals: ['messages', 'sign-in'],
  },
  // An alert names an account as other operations do.
  operations: {
    approvals: ['access', 'shares'],
    alerts: ['shares'],
    // The console's acts on a member are those of `tmm`, with the figures that members see.
    people: ['staff', 'shares'],
    books: ['staff', 'shares', 'people'],
    consent: ['staff', 'people'],
    identity: ['staff'],
    disputes: ['staff', 'shares', 'books'],
    settings: ['staff'],
    // A notice to many must not say what a reply must not say.
    notices: ['inbox'],
    audit: ['people', 'staff'],
    examiner: ['inbox', 'people', 'staff'],
    // Its figures are those of the lists that they lead to.
    today: ['staff', 'inbox', 'dual-control'],
  },
  web: {
    frame: ['ui'],
    api: ['frame', 'ui'],
    app: ['frame', 'ui'],
    site: ['frame', 'ui', 'api', 'app'],
    console: ['frame', 'ui'],
  },
  // Each section of the console stands on its frame and its parts of pages.
  'web/console': Object.fromEntries([
    ['ui', ['frame']],
    ...[
      'approvals',
      'audit',
      'channels',
      'consent',
      'disputes',
      'inbox',
      'members',
      'notices',
      'programs',
      'reports',
      'search',
      'settings',
      'sign-in',
      'staff',
      'tasks',
      'today',
      'training',
    ].map((section) => [section, ['frame', 'ui']] as const),
  ]),
  // The app's screens are made of the same parts.
  'web/app/client': {
    access: ['ui'],
    accounts: ['ui'],
    messages: ['ui'],
    move: ['ui'],
    you: ['ui', 'access'],
  },
};

/**
 * Two files list pure data of each channel: its descriptor and its settings for an institution.
 * They serve folders that may not import channels. Neither they nor their imports may reach beyond
 * the kernel.
 */
const listedChannels: ReadonlyMap<string, readonly string[]> = new Map([
  ['src/channels/descriptors.ts', ['*']],
  ['src/channels/settings.ts', ['members']],
]);
const pureOfChannel = /^src\/channels\/(?:[a-z]+\/)?(?:descriptors?|settings)\.ts$/;

/**
 * The files that list every channel folder. No other file outside these folders may import from
 * one.
 */
const channelRegistries: ReadonlySet<string> = new Set(
  ['descriptors', 'settings', 'configuration', 'commands', 'installed'].map(
    (name) => `src/channels/${name}.ts`,
  ),
);

/** Finds imports that no law permits, as `file → target`. Tests may import anything. */
export function offendingImports(source: Source): string[] {
  return [...source].flatMap(([file, text]) =>
    isProgram(file)
      ? importsOf(file, text)
          .filter((target) => !isAllowed(file, target))
          .map((target) => `${file} → ${target}`)
      : [],
  );
}

/** Finds rooms without a law. */
export function lawlessRooms(source: Source): string[] {
  const rooms = new Set([...source.keys()].map((file) => foldersOf(file)[0] ?? file));
  return [...rooms].filter((room) => !roomLaws[room]);
}

function isAllowed(file: string, target: string): boolean {
  if (!target.startsWith('src/')) return isComposition(file) && target.startsWith('dev/');
  const from = foldersOf(file);
  const to = foldersOf(target);
  if (pureOfChannel.test(file)) return to[0] === 'kernel' || pureOfChannel.test(target);
  const listed = listedChannels.get(target);
  if (listed?.some((room) => room === '*' || room === from[0])) return true;
  if (isBesideChannels(from) && to[0] === 'channels' && to.length > 1)
    return channelRegistries.has(file);
  const apart = from.findIndex((folder, index) => folder !== to[index]);
  // The same folder, a parent folder, or a room's own files that import from its folders.
  if (apart === -1 || (apart > 0 && apart >= to.length)) return true;
  const [sibling = ''] = to.slice(apart);
  if (apart === 0) {
    const law = roomLaws[from.slice(0, 2).join('/')] ?? roomLaws[from[0] ?? ''] ?? [];
    return law.includes('*') || law.includes(sibling);
  }
  const law = folderLaws[from.slice(0, apart).join('/')]?.[from[apart] ?? ''];
  return law?.includes(sibling) ?? false;
}

/** Tells whether a file is in `channels` itself, and in none of its folders. */
function isBesideChannels(from: readonly string[]): boolean {
  return from.length === 1 && from[0] === 'channels';
}

/**
 * The composition roots join the program with the simulators and the demonstration, which are not
 * part of it.
 */
function isComposition(file: string): boolean {
  return file.startsWith('src/service/') || file.startsWith('src/cli/');
}
