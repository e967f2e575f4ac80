import { stopwatch } from '../kernel/stopwatch.ts';
import type { World } from '../kernel/world.ts';
import type { Database, Queries } from './database.ts';

/** A process without a heartbeat for this long counts as dead. */
export const deadAfterSeconds = 4;

const beatSeconds = 1;

/**
 * A process that could not write for this long stops its exclusive work, before the others consider
 * it dead.
 */
const lapsesAfterSeconds = deadAfterSeconds - beatSeconds;

const halfBeatMilliseconds = (beatSeconds * 1_000) / 2;

/**
 * Returns SQL that is true while the process with this id is alive. It is not a session lock, since
 * a pooler shares sessions.
 * @param id SQL for the id. The inner alias is long, so that no outer query uses the same one and
 *   hides its row
 */
export const isAlive = (id: string): string =>
  `exists (select from processes living_process where living_process.id = ${id}
    and living_process.beat_at > clock_timestamp() - interval '${deadAfterSeconds} seconds')`;

/**
 * Shows other processes that this one is alive, with a row that it writes each second using the
 * database's time.
 */
export interface Presence extends AsyncDisposable {
  readonly id: string;
  /**
   * Writes the row unless it did within the last second.
   * @throws if the database accepts no writes
   */
  show(): Promise<void>;
  /** Starts writing the row every second. */
  start(): void;
  /** Whether the other processes certainly see it alive now. */
  isSeen(): boolean;
  /**
   * Runs work that only a live process may do. `until` aborts it before the others consider this
   * one dead.
   */
  whileSeen<Result>(work: (until: AbortSignal) => Promise<Result>): Promise<Result>;
  /**
   * Runs `first` unless another live process has begun before, then records that this one has
   * begun. Processes that start together begin one after another, so exactly one runs it. It waits
   * a few seconds if it is unclear whether another is alive.
   */
  begin(first: (tx: Queries) => Promise<void>): Promise<void>;
}

export function createPresence(db: Database, world: World): Presence {
  const id = world.ids.next();
  let sinceShown = () => Number.POSITIVE_INFINITY;
  const underWay = new Set<AbortController>();
  let showing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const write = async () => {
    const sinceAsked = stopwatch(world.clock);
    await db.query(
      `insert into processes (id, started_at, beat_at) values ($1, clock_timestamp(), clock_timestamp())
        on conflict (id) do update set beat_at = clock_timestamp()`,
      [id],
    );
    sinceShown = sinceAsked;
  };
  const show = async () => {
    if (sinceShown() < beatSeconds) return;
    showing ??= write().finally(() => {
      showing = undefined;
    });
    await showing;
  };
  const isSeen = () => sinceShown() < lapsesAfterSeconds;
  const endUnseen = () => {
    if (!isSeen()) for (const one of underWay) one.abort();
  };
  return {
    id,
    show,
    isSeen,
    whileSeen: async (work) => {
      const one = new AbortController();
      underWay.add(one);
      endUnseen();
      try {
        return await work(one.signal);
      } finally {
        underWay.delete(one);
      }
    },
    start: () => {
      // Half a heartbeat, so that an early timer does not skip the next write.
      timer ??= setInterval(() => {
        endUnseen();
        // A caller of `show` gets the error.
        show().catch(() => {});
      }, halfBeatMilliseconds);
    },
    begin: async (first) => {
      const seen = new Map<string, string>();
      while (!(await tryToBegin(db, id, { seen, first })))
        await new Promise((resolve) => {
          setTimeout(resolve, halfBeatMilliseconds);
        });
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await showing?.catch(() => {});
      // The database may be gone already. Then the row expires.
      await db
        .query(
          `delete from processes where id = $1 or beat_at < clock_timestamp() - interval '1 day'`,
          [id],
        )
        .catch(() => {});
    },
  };
}

/**
 * @param seen the others' last heartbeats, filled here
 * @returns false if it is still unclear whether another is alive
 */
async function tryToBegin(
  db: Database,
  id: string,
  { seen, first }: { seen: Map<string, string>; first: (tx: Queries) => Promise<void> },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Held until the commit, also behind a pooler: a process that starts at the same time waits,
    // then sees this one.
    await tx.query(`select pg_advisory_xact_lock(hashtext('tmm processes'))`);
    const others = await begunBefore(tx, id);
    const isAnyAlive = [...others].some(([one, beat]) => seen.has(one) && seen.get(one) !== beat);
    if (others.size > 0 && !isAnyAlive) {
      for (const [one, beat] of others) seen.set(one, beat);
      return false;
    }
    if (others.size === 0) await first(tx);
    await tx.query(
      `insert into processes (id, started_at, beat_at, begun_at)
        values ($1, clock_timestamp(), clock_timestamp(), clock_timestamp())
        on conflict (id) do update set begun_at = clock_timestamp()`,
      [id],
    );
    return true;
  });
}

/** Reads the other processes that have begun and have a recent heartbeat, with its time. */
async function begunBefore(q: Queries, id: string): Promise<Map<string, string>> {
  const rows = await q.query<{ id: string; beat: string }>(
    `select p.id, p.beat_at::text as beat from processes p
      where p.id <> $1 and p.begun_at is not null and ${isAlive('p.id')}`,
    [id],
  );
  return new Map(rows.map((row) => [row.id, row.beat]));
}
