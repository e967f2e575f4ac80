import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import type { Database } from '../src/database/database.ts';
import { assert, present } from '../src/kernel/assert.ts';
import { seededRandom } from '../src/kernel/random.ts';
import { createWorld } from '../src/kernel/world.ts';
import { recordedNames } from '../src/audit/changes/recorded-tables.ts';
import { freePort, startPostgres } from '../test/support/postgres-server.ts';
import { startTmm, statusOf } from '../test/support/tmm-process.ts';
import {
  consoleOperations,
  consolePages,
  searched,
  type Subjects,
} from './support/console/console-pages.ts';
import {
  consoleUrl,
  visitConsole,
  type ConsoleVisitor,
} from './support/console/console-visitor.ts';
import { fillPeople, fillTransfers, phoneOf } from './support/console/fill-people.ts';
import { fillTexts } from './support/console/fill-texts.ts';
import { fillWork, prepareFilling, workSizes } from './support/console/fill-work.ts';
import { rehearseDrafts } from './support/console/rehearse.ts';
import { say } from './support/say.ts';

const world = createWorld();

const serverSettings = [
  'shared_buffers=512MB',
  'max_wal_size=8GB',
  'maintenance_work_mem=256MB',
  'synchronous_commit=off',
];

/** The goal: every list and search answers so fast at the median. */
const medianMax = 300;

/** The reference: a page that reads nothing but the session. It costs what any page costs. */
const reference = 'Training';

/**
 * Measures how long the console’s lists and searches take, over HTTP, as a person who is signed in sees them, in a credit union with many
 * members and messages. Also asks the API for the same, and rehearses drafts of settings on the texts of a month.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      members: { type: 'string', default: '100000' },
      messages: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '9' },
      /** A database to use and keep. One that this bench filled before is not filled again. */
      url: { type: 'string' },
    },
  });
  const [members, messages, rounds] = [values.members, values.messages, values.rounds].map(Number);
  assert(members && messages && rounds, 'three numbers');
  const server = values.url === undefined ? await startPostgres(serverSettings) : undefined;
  const url = values.url ?? server?.url ?? '';
  try {
    await using db = await openPostgres({ url, connectionsMax: 2 });
    await migrate(db);
    const [filled] = await db.query<{ id: number }>(
      `select id from institutions where slug = 'console'`,
    );
    const institutionId = filled?.id ?? (await fill(db, { members, messages }));
    const { table, rehearsals } = await visit(db, { url, institutionId, rounds, members });
    const slow = table.filter(({ p50 }) => p50 > medianMax);
    const slowest = present(table.toSorted((a, b) => b.p50 - a.p50)[0], 'there are pages');
    const page = present(
      table.find(({ name }) => name === reference),
      'the reference is a page',
    );
    assert(slow.length === 0, `over ${medianMax} ms: ${slow.map(({ name }) => name).join(', ')}`);
    return {
      members,
      messages,
      rounds,
      answers: table.length,
      rehearsals,
      slowest: slowest.name,
      slowestP50Milliseconds: slowest.p50,
      medianMax,
      reference: `the page ${reference}`,
      referenceP50Milliseconds: page.p50,
      ratio: Math.round((slowest.p50 / page.p50) * 100) / 100,
    };
  } finally {
    await server?.stop();
  }
}

/** How long one answer took, in milliseconds. */
interface Line {
  readonly name: string;
  readonly p50: number;
  readonly max: number;
}

async function fill(
  db: Database,
  { members, messages }: { readonly members: number; readonly messages: number },
): Promise<number> {
  const { institution } = await fillPeople(db, { world, members });
  await prepareFilling(db, institution.id);
  await fillTransfers(db, institution.id);
  await fillTexts(db, { institutionId: institution.id, messages });
  say('work of the staff');
  await fillWork(db, institution.id, workSizes(members));
  // A first start would bring all rows into the record, in the background.
  await db.query(
    `insert into recorded_tables (institution_id, table_name, found, done_at) select $1, n, 0, now() from unnest($2::text[]) n
      on conflict do nothing`,
    [institution.id, recordedNames],
  );
  say('vacuum analyze');
  await db.query('vacuum analyze');
  return institution.id;
}

async function visit(
  db: Database,
  given: {
    readonly url: string;
    readonly institutionId: number;
    readonly rounds: number;
    readonly members: number;
  },
): Promise<{
  readonly table: readonly Line[];
  readonly rehearsals: Awaited<ReturnType<typeof rehearseDrafts>>;
}> {
  const { url, institutionId, rounds, members } = given;
  const port = await freePort();
  await using tmm = startTmm(['serve'], {
    DATABASE_URL: url,
    TMM_MASTER_KEYS: `1:${Buffer.from(seededRandom('test key').bytes(32)).toString('base64')}`,
    TMM_X_CONSUMER_SECRETS: 'consumer-secret-of-this-bench',
    TMM_X_CLIENT_ID: 'the-client-of-this-bench',
    TMM_X_BEARER_TOKEN: 'the-bearer-token-of-this-bench',
    // Nothing answers there.
    TMM_X_API_URL: 'http://127.0.0.1:9',
    TMM_PUBLIC_URL: 'https://bank.example',
    TMM_CONSOLE_URL: consoleUrl,
    TMM_PORT: String(port),
    TMM_METRICS_PORT: String(await freePort()),
  });
  const until = performance.now() + 300_000;
  while ((await statusOf(`http://127.0.0.1:${port}/health`)) !== 200) {
    const runs = tmm.child.exitCode === null && performance.now() < until;
    assert(runs, `it serves: ${tmm.said()}`);
    await setTimeout(100);
  }
  const visitor = await visitConsole(db, { world, institutionId, port });
  const subjects = await subjectsOf(db, visitor, { institutionId, members });
  const calls = new Map<string, () => Promise<{ status: number; body: string }>>([
    ...Object.entries(consolePages(subjects)).map(
      ([name, path]) => [name, async () => visitor.get(path)] as const,
    ),
    ...Object.entries(consoleOperations(subjects)).map(
      ([id, input]) => [`API ${id}`, async () => visitor.ask(id, input)] as const,
    ),
  ]);
  const times = new Map<string, number[]>();
  for (let round = -2; round < rounds; round += 1)
    for (const [name, call] of calls) {
      const started = performance.now();
      const { status, body } = await call();
      const took = performance.now() - started;
      assert(
        status === 200 || status === 303,
        `${name} answered with ${status}: ${body.slice(0, 300)}`,
      );
      // The first rounds fill caches.
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), took]);
    }
  const table = [...times].map(([name, list]) => ({ name, ...figuresOf(list) }));
  for (const { name, p50, max } of table)
    say(
      `${name.padEnd(44)} ${p50.toFixed(1).padStart(8)} ms  longest ${max.toFixed(1).padStart(8)} ms`,
    );
  return { table, rehearsals: await rehearseDrafts(visitor) };
}

async function subjectsOf(
  db: Database,
  visitor: ConsoleVisitor,
  { institutionId, members }: { readonly institutionId: number; readonly members: number },
): Promise<Subjects> {
  const [found] = await db.query<Omit<Subjects, 'phone' | 'searches' | 'memberNumber'>>(
    `select m.name as "memberName", a.handle, '7' as suffix, h.conversation_id as conversation,
        (select channel || ':' || external_id from inbound where institution_id = $1 and member_id = m.id limit 1) as "messageKey",
        (select reference from tasks where institution_id = $1 and state = 'open' order by reference limit 1) as task,
        (select reference from cases where institution_id = $1 and state = 'open' order by reference limit 1) as dispute,
        (select reference from staff_approvals where institution_id = $1 and state = 'waiting' order by reference limit 1) as approval,
        (select id from notices where institution_id = $1 and state = 'halted') as notice,
        (select id from transactions where institution_id = $1 and kind = 'transfer' limit 1) as transfer,
        (select id from staff_members where institution_id = $1 limit 1) as staff
      from members m
      join addresses a on a.institution_id = $1 and a.member_id = m.id and a.channel = 'x'
      join handovers h on h.institution_id = $1 and h.state <> 'closed' and h.conversation_id = a.conversation_id
      where m.institution_id = $1 order by m.number limit 1`,
    [institutionId],
  );
  const searches: Record<string, string> = {};
  for (const [name, criteria] of Object.entries(searched)) {
    const { status, body } = await visitor.ask('searchMessages', { ...criteria, why: 'bench' });
    assert(status === 200, `a search opens: ${body}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the operation's output
    searches[name] = (JSON.parse(body) as { readonly searchId: string }).searchId;
  }
  const place = Math.floor(members / 2 / 3) * 3;
  return {
    ...present(found, 'somebody waits'),
    searches,
    memberNumber: String(900_001 + place),
    phone: phoneOf(place),
  };
}

function figuresOf(times: readonly number[]): Omit<Line, 'name'> {
  const sorted = times.toSorted((a, b) => a - b);
  const rounded = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10;
  return { p50: rounded(sorted[Math.floor(sorted.length / 2)]), max: rounded(sorted.at(-1)) };
}
