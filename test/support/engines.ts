import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openPGlite } from '../../src/database/open-pglite.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { asOneConnection } from './one-connection.ts';
import { createPostgresCopy, templateOfPGlite } from './templates.ts';

export const engines = ['pglite', 'postgresql'] as const;

/** Opens a migrated database of its own on this engine. Disposing of it closes (and drops) it. */
export async function openTestDatabase(
  engine: Database['engine'] = 'postgresql',
): Promise<Database & { url?: string }> {
  if (engine === 'pglite') return openPGlite({ template: templateOfPGlite() });
  return openPostgresCopy();
}

/** Opens a copy of a template on PostgreSQL. Disposing of it drops it. @param template the migrated one by default */
export async function openPostgresCopy(template?: string): Promise<Database & { url: string }> {
  const copy = await createPostgresCopy(template);
  const db = await openPostgres({ url: copy.url });
  return {
    ...db,
    url: copy.url,
    [Symbol.asyncDispose]: async () => {
      await db[Symbol.asyncDispose]();
      await copy.drop();
    },
  };
}

/** A suite that runs once an engine. `db()` is one database for the whole suite. */
export type EngineSuite = (db: () => Database & { url?: string }) => void;

/** Runs the same suite on both engines. */
export function onBothEngines(name: string, suite: EngineSuite): void {
  onEngines(engines, name, suite);
}

/** Runs a suite on these engines. @param guarded PostgreSQL refuses what the embedded engine waits on forever */
export function onEngines(
  chosen: readonly Database['engine'][],
  name: string,
  suite: EngineSuite,
  guarded = false,
): void {
  describe.each(chosen)(`${name} on %s`, (engine) => {
    let opened: (Database & { url?: string }) | undefined;
    beforeAll(async () => {
      const made = await openTestDatabase(engine);
      opened = guarded && engine === 'postgresql' ? asOneConnection(made) : made;
    });
    afterAll(async () => {
      await opened?.[Symbol.asyncDispose]();
    });
    suite(() => {
      if (!opened) throw new Error('the database is open only inside tests');
      return opened;
    });
  });
}
