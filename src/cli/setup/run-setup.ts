import { carriers } from '../../channels/configuration.ts';
import { noteExisting } from '../../audit/made.ts';
import type { Database } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { Fault } from '../../kernel/fault.ts';
import { createWorld } from '../../kernel/world.ts';
import type { Actor } from '../../members/audit-log.ts';
import { listInstitutions, type Institution } from '../../members/institution.ts';
import { embeddedRisk } from '../../service/config.ts';
import { runChecks } from '../../service/checks/run-checks.ts';
import { openExisting, openPlace, recorded } from '../open-data.ts';
import { print } from '../print.ts';
import { printFindings, summaryOf } from '../print-findings.ts';
import { keyringById, keyringFor } from '../signatures.ts';
import type { Asker } from './asker.ts';
import { firstMessage, mayTry } from '../../../dev/rehearsal/first-message.ts';
import { keysFor } from './keys.ts';
import { makeInstitution } from './make-institution.ts';
import { type Answers, carriersIn, institutionQuestions, placeQuestions } from './questions.ts';
import { fitsOneLine, readSettings, type Settings, writeSettings } from './settings-text.ts';
import { UsageError } from '../usage-error.ts';

export interface SetupGiven {
  readonly asker: Asker;
  /** Answers by question, from the options. */
  readonly options: Answers;
  /** Where the settings go. */
  readonly file: string;
  /** The folder of the embedded database, in place of a server. */
  readonly data?: string | undefined;
  readonly actor: Actor;
  readonly addKey: boolean;
  readonly sendsMessage: boolean;
}

/** Sets up an installation, step by step. Running it again goes on where it ended. @returns the exit status */
export async function runSetup(given: SetupGiven): Promise<number> {
  const { asker, options, file } = given;
  const before = readSettings(file);
  const world = createWorld();
  step('The database');
  const place = await findDatabase(given, before);
  await using db = place.db;
  const ran = await migrate(db);
  print(ran.length === 0 ? '  The schema is current.' : `  ${ran.length} migrations ran.`);
  const there = await listInstitutions(db);
  step('Questions');
  for (const { name, slug } of there) print(`  ${name} (${slug}) is there already.`);
  const answers = await asker.ask(
    [...(there.length > 0 ? [] : institutionQuestions), ...placeQuestions],
    { ...fromSettings(before), ...options },
  );
  const ofCarriers = await askCarriers(asker, answers['carriers'] ?? '', before);
  step('Keys and settings');
  const { keys, what } = keysFor({
    file: before,
    environment: process.env,
    add: given.addKey,
    random: world.random,
  });
  const settings: Settings = {
    ...place.settings,
    TMM_MASTER_KEYS: keys,
    TMM_PUBLIC_URL: answers['public-url'],
    TMM_PORT: answers['port'],
    TMM_PROXIES: answers['proxies'],
    ...ofCarriers,
  };
  await assertKeysFit(db, there, settings);
  // Before anything is signed with them.
  writeSettings(file, settings);
  print(`  ${file} is written; only you may read it. The key was ${what}.`);
  if (what !== 'kept')
    print('  Copy the line TMM_MASTER_KEYS to a safe now: no backup is worth anything without it.');
  Object.assign(process.env, readSettings(file));
  step('The institution');
  const records = recorded(db);
  const [first] = there;
  const institution = first ?? (await makeInstitution(records, { ...given, world, answers }));
  await noteExisting(db, { world, keyringOf: keyringById });
  print(`  ${institution.name}: ${institution.slug}`);
  step('Checks');
  const findings = await runChecks({
    environment: process.env,
    file,
    open: place.isFolder ? async () => shared(db) : openExisting,
    now: () => Temporal.Now.instant(),
    isServing: false,
  });
  printFindings(findings);
  print(`  ${summaryOf(findings)}`);
  const isAnswered = given.sendsMessage ? await tryMessage(records, institution, world) : true;
  step('Next');
  print(`  ./bin/tmm --env-file ${file} serve`);
  print(`  ./bin/tmm --env-file ${file} doctor    checks it again at any time`);
  print('  docs/guides/operating.md: members and books; x.md and sms.md: carriers, also rehearsed');
  return isAnswered && !findings.some(({ level }) => level === 'problem') ? 0 : 1;
}

function step(title: string): void {
  print(`\n${title}`);
}

/** The same database for a part that would close it: a folder can be opened once. */
function shared(db: Database): Database {
  return { ...db, [Symbol.asyncDispose]: async () => {} };
}

interface FoundDatabase {
  readonly db: Database;
  readonly isFolder: boolean;
  readonly settings: Settings;
}

/** Opens the database. A person is asked again until it answers. */
async function findDatabase(given: SetupGiven, before: Settings): Promise<FoundDatabase> {
  const { asker, data } = given;
  if (data !== undefined) {
    print(`  The embedded database in ${data}: for evaluation, since ${embeddedRisk}.`);
    const settings = { TMM_DATA: data, TMM_ACCEPT_EMBEDDED: embeddedRisk };
    return { db: await openPlace({ folder: data }), isFolder: true, settings };
  }
  let url =
    given.options['database'] ?? (process.env['DATABASE_URL'] || before['DATABASE_URL']) ?? '';
  for (;;) {
    if (url === '')
      url = await asker.secret('Address of the database, postgres://user:password@host:port/name');
    if (url === '')
      throw new UsageError(
        'set DATABASE_URL to a PostgreSQL server, or give --data DIR to evaluate',
      );
    try {
      const db = await openPlace({ url });
      print('  PostgreSQL answers.');
      return { db, isFolder: false, settings: { DATABASE_URL: url } };
    } catch (error) {
      if (!(error instanceof Fault) || !asker.isPerson) throw error;
      print(`  ${error.message}.`);
      url = '';
    }
  }
}

/** The answers that an earlier run wrote. */
function fromSettings(before: Settings): Answers {
  const { TMM_PUBLIC_URL, TMM_PORT, TMM_PROXIES } = before;
  const known = { 'public-url': TMM_PUBLIC_URL, port: TMM_PORT, proxies: TMM_PROXIES };
  return Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** The carriers’ settings: from the environment, the file, or a person. */
async function askCarriers(asker: Asker, answer: string, before: Settings): Promise<Settings> {
  const settings: Record<string, string> = {};
  for (const carrier of carriersIn(answer))
    for (const name of carriers.asks.get(carrier) ?? []) {
      const value =
        (process.env[name] || before[name]) ?? (await asker.secret(`${carrier}: ${name}`));
      if (!fitsOneLine(value)) throw new UsageError(`${name} can’t contain a quote`);
      if (value !== '') settings[name] = value;
    }
  return settings;
}

/** @throws UsageError where what is recorded was signed with other keys: the file would only hide that */
async function assertKeysFit(
  db: Database,
  there: readonly Institution[],
  settings: Settings,
): Promise<void> {
  const now = process.env['TMM_MASTER_KEYS'];
  process.env['TMM_MASTER_KEYS'] = settings['TMM_MASTER_KEYS'];
  try {
    for (const { id } of there) await keyringById(id, db);
  } catch (error) {
    if (now === undefined) delete process.env['TMM_MASTER_KEYS'];
    throw error;
  }
}

async function tryMessage(
  db: Database,
  institution: Institution,
  world: ReturnType<typeof createWorld>,
): Promise<boolean> {
  const { sms } = institution.settings;
  step('The first message');
  if (!sms || !(await mayTry(db))) {
    print('  Messages were sent here before, so none was sent now.');
    return true;
  }
  const first = await firstMessage(db, {
    number: sms.number,
    world,
    keyring: keyringFor(institution),
  });
  if (!first) {
    print('  No answer came within 30 seconds: run `tmm doctor`.');
    return false;
  }
  print(`  a phone → ${sms.number}   ${first.asked}`);
  print(`  ${sms.number} → the phone   ${first.answered}`);
  print(`  by a simulated carrier, and not enrolled, so without figures: ${first.milliseconds} ms`);
  return true;
}
