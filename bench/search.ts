import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { EntrySearch, SearchedAccount } from '../src/core/entry-search.ts';
import { ledgerCore } from '../src/core/local/ledger-core.ts';
import type { Database } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { openPostgres } from '../src/database/open-postgres.ts';
import { assert } from '../src/kernel/assert.ts';
import { shareKinds } from '../src/kernel/vocabulary/share-kind.ts';
import { seededRandom, type Random } from '../src/kernel/random.ts';
import { finderOf } from '../src/languages/finder.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { fillEntries } from './support/fill-entries.ts';
import { say } from './support/say.ts';

/** The goal: a year's sum takes no longer than this many times the newest entries of an account. */
const ratioMax = 3;

const institutionId = 1;
const last = Temporal.PlainDate.from('2026-11-30');
const years = 5;

/**
 * Compares what a member's questions cost the books: the newest five entries of an account (`#hist`),
 * and sums and searches over a year of all accounts, for members at random, in turns. The entries
 * of all members lie mixed in the order of time, as they come in a real credit union.
 */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      entries: { type: 'string', default: '10000000' },
      members: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '2000' },
    },
  });
  const [entries, members, rounds] = [values.entries, values.members, values.rounds].map(Number);
  assert(entries && members && rounds, 'three numbers');
  const server = await startPostgres([
    'shared_buffers=512MB',
    'max_wal_size=8GB',
    'maintenance_work_mem=512MB',
    'synchronous_commit=off',
  ]);
  try {
    await using db = await openPostgres({ url: server.url, connectionsMax: 1 });
    await migrate(db);
    say(`filling in ${entries} entries of ${members} members`);
    await fillEntries(db, { institutionId, entries, members, last, years });
    const figures = await measure(db, { members, rounds });
    return { entries, members, years, rounds, ...figures, ratioMax };
  } finally {
    await server.stop();
  }
}

const kinds = [
  'hist',
  'sumOfYear',
  'merchantOfYear',
  'categoryOfYear',
  'largestOfYear',
  'findEver',
] as const;

type Kind = (typeof kinds)[number];

async function measure(db: Database, given: { members: number; rounds: number }) {
  const random = seededRandom('bench search');
  const times = new Map<Kind, number[]>();
  const work: Readonly<Record<Kind, (accounts: readonly SearchedAccount[]) => Promise<unknown>>> = {
    hist: async ([first]) =>
      ledgerCore.history(db, institutionId, [
        { accountId: first?.accountId ?? '', of: 'history', count: 5 },
      ]),
    sumOfYear: async (accounts) => search(db, accounts, { count: 0, sum: true }),
    merchantOfYear: async (accounts) =>
      search(db, accounts, { count: 0, sum: true, find: finderOf('schnucks') }),
    categoryOfYear: async (accounts) =>
      search(db, accounts, { count: 5, sum: true, find: finderOf('groceries') }),
    largestOfYear: async (accounts) => search(db, accounts, { count: 1, order: 'largest' }),
    findEver: async (accounts) =>
      search(db, accounts, { from: undefined, count: 5, find: finderOf('walmart') }),
  };
  for (let round = -50; round < given.rounds; round += 1) {
    for (const kind of kinds) {
      const accounts = accountsOf(random, given.members);
      const started = performance.now();
      await work[kind](accounts);
      const list = times.get(kind) ?? [];
      // The first rounds prepare statements and fill caches.
      if (round >= 0) list.push(performance.now() - started);
      times.set(kind, list);
    }
  }
  const medians = Object.fromEntries(kinds.map((kind) => [kind, of(times.get(kind) ?? [], 0.5)]));
  const slowest = Object.fromEntries(kinds.map((kind) => [kind, of(times.get(kind) ?? [], 0.99)]));
  const ratio = Math.round(((medians['sumOfYear'] ?? 0) / (medians['hist'] ?? 1)) * 100) / 100;
  return { p50Milliseconds: medians, p99Milliseconds: slowest, ratio };
}

async function search(
  db: Database,
  accounts: readonly SearchedAccount[],
  rest: Partial<EntrySearch> & Pick<EntrySearch, 'count'>,
): Promise<void> {
  const [answer] = await ledgerCore.search(db, institutionId, [
    {
      accounts,
      own: accounts,
      zone: 'America/Chicago',
      from: last.subtract({ years: 1 }),
      to: last,
      ...rest,
    },
  ]);
  assert(answer && 'entries' in answer, 'our own books answer');
}

function accountsOf(random: Random, members: number): SearchedAccount[] {
  const member = random.below(members);
  return shareKinds.slice(0, 2).map((kind, place) => ({
    accountId: idOf(`${place + 1} ${member}`),
    kind,
    currency: 'USD',
  }));
}

/** The same id as `md5(…)::uuid` makes. */
function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function of(times: number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 1_000) / 1_000;
}
