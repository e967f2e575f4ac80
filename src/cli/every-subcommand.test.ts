import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeMemoryFolder } from '../../test/support/memory-folder.ts';
import { openDurableDatabase } from '../../test/support/durable-database.ts';
import { alone, staffUses } from '../../test/support/identity/staff-uses.ts';
import { contentsOf } from '../../test/support/contents-of.ts';
import { engines } from '../../test/support/sampled-engines.ts';
import { freePort } from '../../test/support/postgres-server.ts';
import { createPostgresCopy, templateOfPGlite } from '../../test/support/templates.ts';
import { addStaffWork } from '../../test/support/staff-work.ts';
import { bankUserId, buildFixture, testKeyring, testKeys } from '../../test/support/fixture.ts';
import { recording } from '../audit/changes/recording.ts';
import type { Database } from '../database/database.ts';
import { openPGlite } from '../database/open-pglite.ts';
import { openPostgres } from '../database/open-postgres.ts';
import { embeddedRisk } from '../service/config.ts';
import { listen, type Listening } from '../service/listen.ts';
import { createWorld } from '../kernel/world.ts';
import { createXSimulator } from '../../dev/simulators/x/simulator.ts';
import { findSubcommand, subcommands } from './subcommands.ts';

/** The other tables that each change of a member writes: the audit log, notices, the domain event. */
const changing = [
  'acts',
  'code_announcements',
  'conversations',
  'outbound',
  'chain',
  'chain_heads',
  'domain_events',
];

/** Runs every subcommand on both engines. Reading ones write nothing, and nothing commits early. */
const files = makeMemoryFolder('tmm-every-');
afterAll(() => rmSync(files, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const settings = [...alone, 'institutions', 'settings_versions'];
const who = ['--who', 'ann', '--why', 'a test'];
const imported = ['--accounts', `${files}/accounts.csv`, '--transactions', `${files}/rows.csv`];
writeFileSync(
  `${files}/accounts.csv`,
  'member_number,suffix,kind,currency,nickname,overdraft_limit\n5001,7,checking,USD,,0.00\n',
);
writeFileSync(
  `${files}/rows.csv`,
  'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance\nr1,5001,7,2026-01-02,50.00,deposit,,CASH,50.00\n',
);
const asMember = ['--member', '900001'];
/** Staff record that a dispute happened today, by this machine's clock. */
const today = Temporal.Now.plainDateISO('America/Chicago').toString();
const decided =
  `--credit-told ${today} --decided ${today} --outcome no_error --told ${today} --withdrawal-told ${today}`.split(
    ' ',
  );
const transfer = [...asMember, ...who, '#trans 50 7 0'];

/** The tables of the record, which each change touches. */
const recorded = ['changes', 'chain', 'chain_heads'];

/** For each subcommand, in this order: what we type, and which tables may change besides the record. */
const uses: Readonly<Record<string, readonly (readonly [readonly string[], readonly string[]])[]>> =
  {
    // What the fixture wrote is put into the record.
    migrate: [[[], ['recorded_tables']]],
    parse: [[['#trans 50 7 0'], []]],
    key: [[[], []]],
    say: [
      [transfer, ['acts']],
      [[...asMember, ...who, '#bal'], ['acts']],
      [[...asMember, ...who, 'STOP'], ['acts']],
      [[...asMember, ...who, '#lock'], ['acts']],
      [[...asMember, ...who, 'I want to dispute a charge of $20.00'], ['acts']],
      [['--member', '900002', ...who, '#hist'], ['acts']],
    ],
    verify: [[[], []]],
    proof: [[['--transaction', 'A-TRANSACTION'], []]],
    export: [
      [['--format', 'hledger'], []],
      [['postings'], ['posting_files', 'posting_lines']],
    ],
    postings: [[['list'], []]],
    share: [[['show', '900001/7'], []]],
    buckets: [
      [[], []],
      [
        ['raise', 'cash', '3', ...who],
        ['account_events', 'accounts', 'acts', 'chain', 'chain_heads', 'transactions'],
      ],
    ],
    order: [
      [['list'], []],
      [
        ['abandon', 'web:test:1', ...who],
        [...alone, 'core_orders', 'outbound', 'conversations', 'chain', 'chain_heads'],
      ],
      [
        ['posted', 'web:test:2', '--reference', 'JRN-1', ...who],
        [...alone, 'core_orders'],
      ],
    ],
    x: [[['status'], []]],
    institution: [
      [['list'], []],
      [['show'], []],
      [['history'], []],
      [['set', 'phone="314-555-0100"', ...who], settings],
      [['unknown'], []],
      [['word', 'add', 'bal', 'lana', ...who], settings],
    ],
    member: [
      [['list'], []],
      [['show', '900001'], []],
      [
        ['language', '900001', 'es', ...who],
        ['acts', 'members'],
      ],
      [
        ['set', '900001', '--name', 'Ann', '--phone', '314 555 0134', ...who],
        ['acts', 'members', 'member_contacts'],
      ],
      [
        ['money', '900001', 'off', ...who],
        [...changing, 'addresses'],
      ],
    ],
    task: [
      [['list'], []],
      [['show', 'T-1123-1001'], []],
      [
        ['take', 't-1123-1001', ...who],
        ['acts', 'tasks'],
      ],
      [['note', 'T-1123-1001', '--note', 'called back', ...who], ['acts']],
      [
        ['close', 'T-1123-1001', '--outcome', 'answered', ...who],
        ['acts', 'tasks'],
      ],
    ],
    case: [
      [
        ['open', 'T-1123-1002', '--point-of-sale', ...who],
        ['acts', 'tasks', 'cases'],
      ],
      [
        ['open', ...asMember, '--written-asked', ...who],
        ['acts', 'cases'],
      ],
      [['list'], []],
      [['list', '--all'], []],
      [['show', 'D-1123-1001'], []],
      [
        ['note', 'D-1123-1001', '--credited', today, '--note', 'credited', ...who],
        [...alone, 'cases'],
      ],
      [
        ['close', 'D-1123-1001', ...decided, ...who],
        [...alone, 'cases'],
      ],
    ],
    code: [
      [['show', ...asMember], []],
      [
        ['change', ...asMember, ...who],
        [...changing, 'addresses', 'codes'],
      ],
    ],
    staff: staffUses(who),
    program: [
      [['list'], []],
      [
        ['add', 'reports', '--scopes', 'read_reports', ...who],
        [...alone, 'programs'],
      ],
    ],
    webhook: [[['list'], []]],
    do: [
      [['--list'], []],
      [['listTasks', 'closedToo:=true'], []],
      [['inviteMember', '--describe'], []],
      [
        ['lockMember', 'number=900002', ...who],
        [...changing, 'members'],
      ],
      [
        ['unlockMember', '--input', '{"number":"900002"}', ...who],
        [...changing, 'staff_approvals', 'members'],
      ],
    ],
    // All tables of the books, and the audit log.
    import: [
      [
        imported,
        [
          'account_events',
          'accounts',
          'acts',
          'chain',
          'chain_heads',
          'entries',
          'members',
          'share_owners',
          'shares',
          'transactions',
        ],
      ],
    ],
  };
/** These run until we stop them: see below. */
const lasting = ['serve', 'demo', 'simulate'];
/** test/journeys/setup.test.ts runs these. */
const elsewhere = ['setup', 'doctor'];

it('covers every subcommand', () => {
  expect([...Object.keys(uses), ...lasting, ...elsewhere].toSorted()).toEqual(
    subcommands.map(({ name }) => name).toSorted(),
  );
});

describe.each(engines)('on %s', (engine) => {
  let place: { words: string[]; open: () => Promise<Database>; drop: () => Promise<void> };
  let x: Listening;
  let bearer: string;
  /** What the tables hold after the case before. */
  let held: Awaited<ReturnType<typeof contentsOf>> | undefined;
  let transactionId: string;
  beforeAll(async () => {
    place = await placeOn(engine);
    await using db = await place.open();
    const world = createWorld();
    await buildFixture(db, world, { people: 2 });
    await db.query('update institutions set demonstration = false');
    await addStaffWork(db);
    const [transaction] = await db.query<{ id: string }>('select id from transactions limit 1');
    transactionId = transaction?.id ?? '';
    const simulator = createXSimulator({
      world,
      fetch,
      consumerSecret: 'test consumer secret',
      clientId: 'test',
    });
    simulator.createUser({ id: bankUserId, username: 'myvcu', name: 'Vantage' });
    bearer = simulator.giveToken().accessToken;
    x = await listen(simulator.app.fetch, { host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await x[Symbol.asyncDispose]();
    await place.drop();
  });

  it.each(
    Object.entries(uses).flatMap(([name, all]) =>
      all.map(([words, tables]): [string, readonly string[], readonly string[]] => [
        name,
        words,
        tables,
      ]),
    ),
  )('tmm %s %j writes nothing but %j', { timeout: 60_000 }, async (name, words, tables) => {
    vi.stubEnv('TMM_MASTER_KEYS', `1:${Buffer.from(testKeys()[0]?.key ?? []).toString('base64')}`);
    vi.stubEnv('TMM_X_CLIENT_ID', 'test');
    vi.stubEnv('TMM_X_BEARER_TOKEN', bearer);
    vi.stubEnv('TMM_X_API_URL', x.url);
    const said: string[] = [];
    const listener = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const before = held ?? (await contentsOf(place.open));
    held = undefined;
    const subcommand = await findSubcommand(name);
    const needsNone = name === 'parse' || name === 'key';
    // The output must be complete: 1 is the answer “not connected”, and no failure.
    const typed = words.map((word) => (word === 'A-TRANSACTION' ? transactionId : word));
    const status = await subcommand?.run([...(needsNone ? [] : place.words), ...typed]);
    listener.mockRestore();
    vi.restoreAllMocks();
    const after = await contentsOf(place.open);
    held = after;
    expect(said.join('')).not.toBe('');
    expect(status).toBe(name === 'x' ? 1 : 0);
    const changed = [...after].filter(([table, rows]) => before.get(table) !== rows);
    const mayChange = tables.length > 0 ? [...tables, ...recorded] : [];
    expect(changed.map(([table]) => table).filter((table) => !mayChange.includes(table))).toEqual(
      [],
    );
    if (tables.length > 0) expect(changed).not.toEqual([]);
    if (name === 'say') expect(said.join('')).toMatch(/\*|•|\(no reply/);
  });

  it('tmm say carries out on a demonstration, and sends nothing', { timeout: 60_000 }, async () => {
    {
      await using db = await place.open();
      const given = { world: createWorld(), keyringOf: () => testKeyring() };
      await recording(db, given).query('update institutions set demonstration = true');
    }
    vi.stubEnv('TMM_MASTER_KEYS', `1:${Buffer.from(testKeys()[0]?.key ?? []).toString('base64')}`);
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const say = await findSubcommand('say');
    expect(await say?.run([...place.words, '--member', '900002', '#trans 50 7 0'])).toBe(0);
    const verify = await findSubcommand('verify');
    expect(await verify?.run(place.words)).toBe(0);
    vi.restoreAllMocks();
    expect(said[0]).toContain('$50.00');
    await using db = await place.open();
    expect(
      await db.query(
        `select count(*)::int as moved from entries where amount = -5000 and kind = 'transfer'`,
      ),
    ).toEqual([{ moved: 1 }]);
    expect(
      await db.query(
        `select status, error_code as code from outbound where in_reply_to is not null order by queued_at desc limit 1`,
      ),
    ).toEqual([{ status: 'stopped', code: 'said' }]);
  });

  it('tmm serve and tmm demo start, answer and end', { timeout: 120_000 }, async () => {
    const serving = await durablePlaceOn(engine);
    const port = await freePort();
    const service = start(['serve'], {
      ...serving.environment,
      TMM_MASTER_KEYS: `1:${Buffer.from(testKeys()[0]?.key ?? []).toString('base64')}`,
      TMM_PORTAL: 'off',
      TMM_PORT: String(port),
      TMM_METRICS_PORT: String(await freePort()),
    });
    const health = async () =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        ({ status }) => status,
        () => service.said(),
      );
    await expect.poll(health, { timeout: 40_000 }).toBe(200);
    expect(await service.stop()).toBe(0);
    await serving.drop();
    const showing = await placeOn(engine);
    const demo = start(['demo', '--port', '0', ...showing.words], {});
    await expect.poll(() => demo.said(), { timeout: 60_000 }).toContain('Ctrl+C ends it');
    expect(await demo.stop()).toBe(0);
    await showing.drop();
  });
});

async function placeOn(engine: Database['engine']): Promise<{
  words: string[];
  open: () => Promise<Database>;
  drop: () => Promise<void>;
}> {
  if (engine === 'postgresql') {
    const { url, drop } = await createPostgresCopy();
    return { words: ['--database', url], open: async () => openPostgres({ url }), drop };
  }
  const folder = mkdtempSync(`${files}/data-`);
  await using _made = await openPGlite({ folder, template: templateOfPGlite() });
  const open = async () => openPGlite({ folder });
  return { words: ['--data', folder], open, drop: async () => {} };
}

/** What `serve` accepts: a durable server, or the embedded database by its own setting. */
async function durablePlaceOn(
  engine: Database['engine'],
): Promise<{ environment: Record<string, string>; drop: () => Promise<void> }> {
  if (engine === 'postgresql') {
    const db = await openDurableDatabase();
    return {
      environment: { DATABASE_URL: db.url },
      drop: async () => db[Symbol.asyncDispose](),
    };
  }
  const { words } = await placeOn(engine);
  return {
    environment: { TMM_DATA: words[1] ?? '', TMM_ACCEPT_EMBEDDED: embeddedRisk },
    drop: async () => {},
  };
}

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function start(words: readonly string[], environment: Record<string, string>) {
  const { DATABASE_URL: _url, TMM_DATA: _data, ...rest } = process.env;
  const child = spawn(process.execPath, [main, ...words], { env: { ...rest, ...environment } });
  let all = '';
  child.stdout.on('data', (piece: Buffer) => (all += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (all += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    said: () => all,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
