import { describe, expect, it } from 'vitest';
import { engines, openTestDatabase } from '../../test/support/engines.ts';
import { createWorld } from '../kernel/world.ts';
import type { Database } from './database.ts';
import { createPresence } from './presence.ts';

/** Inserts rows of other processes: their last heartbeat, and whether they had begun. */
async function others(
  db: Database,
  rows: readonly { readonly heardSecondsAgo: number; readonly begun: boolean }[],
): Promise<void> {
  const world = createWorld();
  for (const { heardSecondsAgo, begun } of rows)
    await db.query(
      `insert into processes (id, started_at, beat_at, begun_at)
        select $1, t.at, t.at, case when $3 then t.at end
        from (select clock_timestamp() - $2 * interval '1 second' as at) t`,
      [world.ids.next(), heardSecondsAgo, begun],
    );
}

/**
 * Starts a process with its heartbeat.
 * @returns whether it was the first and ran the first process's work
 */
async function beginsFirst(db: Database): Promise<boolean> {
  await using presence = createPresence(db, createWorld());
  await presence.show();
  presence.start();
  let isFirst = false;
  await presence.begin(async () => {
    isFirst = true;
  });
  return isFirst;
}

describe.each(engines)('a process that begins on %s', (engine) => {
  it.each([
    ['after none', []],
    ['after one that was killed', [{ heardSecondsAgo: 30, begun: true }]],
    [
      'after many that were killed',
      Array.from({ length: 20 }, (_, index) => ({ heardSecondsAgo: 5 + index, begun: true })),
    ],
    ['after one that was killed a moment ago', [{ heardSecondsAgo: 1, begun: true }]],
    ['beside one that has not begun', [{ heardSecondsAgo: 0, begun: false }]],
    [
      'after one that was killed, beside one that has not begun',
      [
        { heardSecondsAgo: 60, begun: true },
        { heardSecondsAgo: 0, begun: false },
      ],
    ],
  ])('is the first %s', async (_after, rows) => {
    await using db = await openTestDatabase(engine);
    await others(db, rows);
    expect(await beginsFirst(db)).toBe(true);
  });

  it('is not the first while another is alive', async () => {
    await using db = await openTestDatabase(engine);
    await using living = createPresence(db, createWorld());
    living.start();
    await living.begin(async () => {});
    expect(await beginsFirst(db)).toBe(false);
  });
});
