import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lockDataFolder } from '../../database/data-folder-lock.ts';
import type { Database } from '../../database/database.ts';
import { demonstrationKey } from '../../service/config.ts';
import { ensureDemonstration } from '../../../dev/demonstration/ensure.ts';
import { firstExchange, startDemonstration } from '../../../dev/demonstration/start.ts';
import { ensureDemoWork } from '../../../dev/demonstration/work.ts';
import { systemRandom } from '../../kernel/random.ts';
import { createKeyring } from '../../kernel/keyring.ts';
import { createWorld } from '../../kernel/world.ts';
import { listInstitutions } from '../../members/institution.ts';
import { createLogger } from '../../observe/log.ts';
import { listen } from '../../service/listen.ts';
import { openData, placeOf } from '../open-data.ts';
import { ownFolder } from '../own-folder.ts';
import { print, progress } from '../print.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { untilStopped } from '../until-stopped.ts';

const standardFolder = ownFolder('demonstration');

export const demoSubcommand: Subcommand = {
  name: 'demo',
  help: `
tmm demo [--port 4180] [--fresh] [--data DIR | --database URL]

Runs a demonstration credit union on the embedded database, with a simulated X and Twilio and a page with a member's phone. The port
is --port, or TMM_PORT or PORT from the environment. Everything listens on the loopback interface only. The next start keeps what
members did and what is on their phones (with --database only the former). --fresh starts over (with --data). A database that holds
your own institutions is refused: the demonstration needs data of its own.`,
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        data: { type: 'string' },
        database: { type: 'string' },
      },
    });
    const wanted = values.port ?? (process.env['TMM_PORT'] || process.env['PORT'] || '4180');
    const port = Number(wanted);
    if (!/^\d{1,5}$/.test(wanted) || port > 65_535)
      throw new UsageError(
        `--port must be a number from 0 (any free port) to 65535, not ${wanted}`,
      );
    if (values.fresh && values.database !== undefined)
      throw new UsageError(
        '--fresh works only with a folder: drop and create that database yourself',
      );
    const where =
      values.database === undefined
        ? { data: values.data ?? standardFolder }
        : { database: values.database, data: values.data };
    const { folder } = placeOf(where);
    const memory = folder === undefined ? undefined : `${folder}/carriers.json`;
    if (values.fresh && folder !== undefined) await emptyFolder(folder);
    await assertFree(port);
    const world = createWorld();
    const keyring = createKeyring([demonstrationKey], systemRandom);
    print('Tweet My Money');
    print('  opening the ledger…');
    await using db = await openData(where, { make: true, migrates: true });
    await assertNoneOfYours(db);
    const { institution, isNew } = await ensureDemonstration(db, {
      world,
      keyring,
      onProgress: ({ stage, done, total }) =>
        progress(`  importing two years of history: ${stage} ${done} of ${total}`),
    });
    progress('');
    const what = isNew ? 'open: six members, two years of history' : 'as you left it';
    print(`  ${institution.name} is ${what}`);
    const logger = createLogger('warn');
    await using demonstration = await startDemonstration({
      db,
      institution,
      world,
      keyring,
      logger,
      port,
      memory,
    });
    const first = await firstExchange(demonstration, institution, world.clock);
    await ensureDemoWork(demonstration, institution);
    print('');
    print(`  ${first.who} → ${first.bank}   ${first.asked}`);
    print(`  ${first.bank} → ${first.who}   ${first.answered}`);
    print(
      `  ${' '.repeat(2)}sent by direct message, received by signed webhook, answered from the ledger: ${first.milliseconds} ms`,
    );
    print('');
    print(`  Phone and online banking:  ${demonstration.url}`);
    print(`  Staff console:             ${demonstration.consoleUrl}`);
    print('  (Ctrl+C ends it)');
    await untilStopped();
    return 0;
  },
};

/** Says that the port is in use before the seconds that the history takes. @throws Fault `port_in_use` */
async function assertFree(port: number): Promise<void> {
  await using _tried = await listen(() => new Response(), { host: 'localhost', port });
}

/** Deletes the demonstration in this folder. Refuses while it runs, and deletes nothing else. */
async function emptyFolder(folder: string): Promise<void> {
  if (!existsSync(`${folder}/pg`)) return;
  if (folder !== standardFolder) {
    await using db = await openData({ data: folder }, { migrates: true });
    await assertNoneOfYours(db);
  }
  const unlock = lockDataFolder(folder);
  rmSync(`${folder}/pg`, { recursive: true, force: true });
  rmSync(`${folder}/carriers.json`, { force: true });
  unlock();
}

async function assertNoneOfYours(db: Database): Promise<void> {
  const yours = (await listInstitutions(db)).filter(({ demonstration }) => !demonstration);
  if (yours.length > 0)
    throw new UsageError(
      `there is ${yours.map(({ slug }) => slug).join(', ')} in this database: the demonstration needs data of its own`,
    );
}
