import { parseArgs } from 'node:util';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import type { Database } from '../src/database/database.ts';
import { assert } from '../src/kernel/assert.ts';
import { createWorld } from '../src/kernel/world.ts';
import type { Order } from '../src/ledger/order.ts';
import { post } from '../src/ledger/post.ts';
import { counting } from '../test/support/counting.ts';
import { buildFixture, type Fixture } from '../test/support/fixture.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { databaseUrl } from './support/database-url.ts';
import { watchProcessors } from './support/processor-times.ts';
import { say } from './support/say.ts';

const world = createWorld();

/** The rules of each member: a low balance, deposits, withdrawals and holds. */
const rulesPerMember = 4;

const deposit = 50_000n;

/**
 * Measures what alerts cost a batch of postings: one deposit for each of ten thousand members with four rules each, against the same
 * batch for members without rules. The two alternate, each in its own institution, so a machine that slows down favors neither. Also
 * counts statements: they must not grow with the members.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      members: { type: 'string', default: '10000' },
      pairs: { type: 'string', default: '7' },
      /** Of a hundred members, how many the deposit alerts. */
      firing: { type: 'string', default: '10' },
      url: { type: 'string' },
    },
  });
  const members = Number(values.members);
  const server = values.url === undefined ? await startPostgres([]) : undefined;
  const url = values.url ?? server?.url ?? '';
  try {
    await using admin = await openPostgres({ url, connectionsMax: 1 });
    await admin.query('drop database if exists bench_alerts');
    await admin.query('create database bench_alerts');
    await using db = await openPostgres({
      url: databaseUrl(url, 'bench_alerts'),
      connectionsMax: 2,
    });
    await migrate(db);
    say(`two institutions of ${members} members`);
    const plain = await buildFixture(db, world, { people: members, slug: 'plain' });
    const watched = await buildFixture(db, world, { people: members, slug: 'watched' });
    await setRules(db, watched, Number(values.firing));
    await db.query('vacuum analyze');
    const place = { db, postgres: server?.processId };
    const pairs: { readonly watched: Cost; readonly plain: Cost }[] = [];
    // The first of each only warms up.
    for (let pair = 0; pair <= Number(values.pairs); pair += 1) {
      const isFirst = pair % 2 === 0;
      const first = await measure(place, isFirst ? plain : watched, pair);
      const second = await measure(place, isFirst ? watched : plain, pair);
      const one = isFirst ? { plain: first, watched: second } : { plain: second, watched: first };
      if (pair > 0) pairs.push(one);
      say(
        `pair ${pair}: CPU ${one.watched.processor} ms with rules, ${one.plain.processor} ms without; it took ${one.watched.elapsed} and ${one.plain.elapsed} ms`,
      );
    }
    const events = await eventsOf(db, watched);
    const expected = Math.round((members * Number(values.firing)) / 100) * (pairs.length + 1);
    assert(events === expected, `each deposit over its limit is one event: ${events}`);
    return {
      members,
      rules: members * rulesPerMember,
      firing: Number(values.firing),
      events,
      statements: {
        few: await statements(db, watched, 100),
        all: await statements(db, watched, members),
      },
      processorMilliseconds: {
        watched: median(pairs.map((one) => one.watched.processor)),
        plain: median(pairs.map((one) => one.plain.processor)),
      },
      // What other programs on the machine take disturbs CPU time least.
      processorRatio: rounded(
        median(pairs.map((one) => one.watched.processor / one.plain.processor)),
      ),
      elapsedRatio: rounded(median(pairs.map((one) => one.watched.elapsed / one.plain.elapsed))),
    };
  } finally {
    await server?.stop();
  }
}

/** Deposits over a member's limit fire; the other three rules of each member are looked at and don't. */
async function setRules(db: Database, fixture: Fixture, firing: number): Promise<void> {
  await db.query(
    `insert into alert_rules (institution_id, id, member_id, number, kind, share_id, amount, set_at)
      select $1::int, gen_random_uuid(), o.member_id, k.number, k.kind, o.share_id,
        case k.kind when 'low' then 1000 when 'withdrawal' then 20000
          when 'deposit' then case when m.place % 100 < $2::int then $3::bigint else $3::bigint * 2 end end, now()
      from (select id, row_number() over (order by id) - 1 as place from members where institution_id = $1) m
      join share_owners o on o.institution_id = $1 and o.member_id = m.id and o.suffix = '7'
      cross join (values (1, 'low'), (2, 'deposit'), (3, 'withdrawal'), (4, 'hold')) as k (number, kind)`,
    [fixture.institution.id, firing, deposit],
  );
}

function ordersOf(fixture: Fixture, name: string, count: number): Order[] {
  const effectiveOn = world.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  return fixture.members.slice(0, count).map(({ checkingAccountId }, index) => ({
    order: 'entries',
    key: `${name}/${index}`,
    kind: 'deposit',
    effectiveOn,
    entries: [
      {
        accountId: fixture.cashAccountId,
        amount: deposit,
        description: 'ACH DEPOSIT ACME PAYROLL',
      },
      { accountId: checkingAccountId, amount: -deposit, description: 'ACH DEPOSIT ACME PAYROLL' },
    ],
  }));
}

/** What a batch took, in milliseconds. */
interface Cost {
  readonly elapsed: number;
  /** CPU time of this process and of PostgreSQL, if the bench started it. */
  readonly processor: number;
}

async function measure(
  { db, postgres }: { readonly db: Database; readonly postgres: number | undefined },
  fixture: Fixture,
  pair: number,
): Promise<Cost> {
  const orders = ordersOf(fixture, `pair ${pair}`, fixture.members.length);
  const institutionId = fixture.institution.id;
  const used = postgres === undefined ? undefined : watchProcessors({ postgres });
  const before = process.cpuUsage();
  const started = performance.now();
  await post(db, { institutionId, orders, world, keyring: fixture.keyring });
  const elapsed = Math.round(performance.now() - started);
  const { user, system } = process.cpuUsage(before);
  const servers = used?.().microseconds.postgres ?? 0;
  return { elapsed, processor: Math.round((user + system + servers) / 1_000) };
}

/** How many statements a batch for so many members takes. */
async function statements(db: Database, fixture: Fixture, count: number): Promise<number> {
  const counted = counting(db);
  const institutionId = fixture.institution.id;
  const orders = ordersOf(fixture, `counted ${count}`, count);
  await post(counted, { institutionId, orders, world, keyring: fixture.keyring });
  return counted.counted().statements;
}

async function eventsOf(db: Database, fixture: Fixture): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from alert_events where institution_id = $1',
    [fixture.institution.id],
  );
  return row?.count ?? 0;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
