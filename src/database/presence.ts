import type { World } from '../kernel/world.ts';
import type { Database } from './database.ts';

/** Of which nothing was heard for so long is taken for dead. */
const deadAfterSeconds = 4;

const beatMilliseconds = 1_000;

/** SQL that holds while the process of this id lives. Not a session lock: a pooler between us and the server gives sessions away. */
export const isAlive = (id: string): string =>
  `exists (select from processes p where p.id = ${id} and p.beat_at > clock_timestamp() - interval '${deadAfterSeconds} seconds')`;

/** A process that the others see living: by a row that it writes each second, with the database's own time. */
export interface Presence extends AsyncDisposable {
  readonly id: string;
  /** Writes the row where that was not done within the last second. @throws where the database takes no writing */
  show(): Promise<void>;
  /** Goes on showing it by itself. */
  start(): void;
  /** Whether another process was seen to live, and goes on living. Waits until it is seen, or can't be any more: a few seconds. */
  hasOthers(): Promise<boolean>;
}

export function createPresence(db: Database, world: World): Presence {
  const id = world.ids.next();
  let shownAt = Number.NEGATIVE_INFINITY;
  let showing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const write = async () => {
    const asked = performance.now();
    await db.query(
      `insert into processes (id, started_at, beat_at) values ($1, clock_timestamp(), clock_timestamp())
        on conflict (id) do update set beat_at = clock_timestamp()`,
      [id],
    );
    shownAt = asked;
  };
  const show = async () => {
    if (performance.now() - shownAt < beatMilliseconds) return;
    showing ??= write().finally(() => {
      showing = undefined;
    });
    await showing;
  };
  return {
    id,
    show,
    start: () => {
      // Half as long as a beat: one that comes a little early must not leave the next out.
      timer ??= setInterval(() => {
        // Whoever asks for it is told why it failed.
        show().catch(() => {});
      }, beatMilliseconds / 2);
    },
    hasOthers: async () => {
      const first = await othersOf(db, id);
      let others = first;
      while (others.size > 0) {
        const isLiving = [...others].some(
          ([one, beat]) => first.has(one) && first.get(one) !== beat,
        );
        if (isLiving) return true;
        await new Promise((resolve) => {
          setTimeout(resolve, beatMilliseconds / 2);
        });
        others = await othersOf(db, id);
        for (const [one, beat] of others) if (!first.has(one)) first.set(one, beat);
      }
      return false;
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

/** Other processes that were heard of lately, with their last beat. */
async function othersOf(db: Database, id: string): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; beat: string }>(
    `select p.id, p.beat_at::text as beat from processes p where p.id <> $1 and ${isAlive('p.id')}`,
    [id],
  );
  return new Map(rows.map((row) => [row.id, row.beat]));
}
