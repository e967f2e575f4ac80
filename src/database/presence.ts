import { stopwatch } from '../kernel/stopwatch.ts';
import type { World } from '../kernel/world.ts';
import type { Database, Queries } from './database.ts';

/** Of which nothing was heard for so long is taken for dead. */
export const deadAfterSeconds = 4;

const beatSeconds = 1;

/** A process that could not write for so long ends what the others must not see it do: sooner than they take it for dead. */
const lapsesAfterSeconds = deadAfterSeconds - beatSeconds;

const halfBeatMilliseconds = (beatSeconds * 1_000) / 2;

/**
 * SQL that holds while the process of this id lives. Not a session lock: a pooler between us and the server gives sessions away.
 * @param id SQL for the id. The name within is long, so that no query around it has the same one: it would hide that query's row
 */
export const isAlive = (id: string): string =>
  `exists (select from processes living_process where living_process.id = ${id}
    and living_process.beat_at > clock_timestamp() - interval '${deadAfterSeconds} seconds')`;

/** A process that the others see living: by a row that it writes each second, with the database's own time. */
export interface Presence extends AsyncDisposable {
  readonly id: string;
  /** Writes the row where that was not done within the last second. @throws where the database takes no writing */
  show(): Promise<void>;
  /** Goes on showing it by itself. */
  start(): void;
  /** Whether the others surely see it living now. */
  isSeen(): boolean;
  /** Does what only a process may do that the others see living. `until` ends it before they take this one for dead. */
  whileSeen<Result>(work: (until: AbortSignal) => Promise<Result>): Promise<Result>;
  /**
   * Runs `first` unless another process lives that began before, and writes that this one has begun. Processes that start at once
   * begin one after another, so exactly one of them runs it. Waits a few seconds where it must be seen whether another lives.
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
      // Half as long as a beat: one that comes a little early must not leave the next out.
      timer ??= setInterval(() => {
        endUnseen();
        // Whoever asks for it is told why it failed.
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
      // The database may be gone already; then the row ends by itself.
      await db
        .query(
          `delete from processes where id = $1 or beat_at < clock_timestamp() - interval '1 day'`,
          [id],
        )
        .catch(() => {});
    },
  };
}

/** @param seen last beats of others; filled here. @returns false where it can't be told yet whether another lives */
async function tryToBegin(
  db: Database,
  id: string,
  { seen, first }: { seen: Map<string, string>; first: (tx: Queries) => Promise<void> },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Held until the commit, also behind a pooler: who starts at the same time waits, and then sees this process.
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

/** Other processes that have begun and were heard of lately, with their last beat. */
async function begunBefore(q: Queries, id: string): Promise<Map<string, string>> {
  const rows = await q.query<{ id: string; beat: string }>(
    `select p.id, p.beat_at::text as beat from processes p
      where p.id <> $1 and p.begun_at is not null and ${isAlive('p.id')}`,
    [id],
  );
  return new Map(rows.map((row) => [row.id, row.beat]));
}
