import type { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openPostgres } from '../../src/database/open-postgres.ts';
import { startPostgres } from './postgres-server.ts';

/**
 * Opens a migrated database on its own server with durable settings, as `tmm serve` requires. The
 * other tests' server does not flush. Disposing of it stops the server.
 * @param settings lines such as `['synchronous_commit=off']`
 */
export async function openDurableDatabase(
  settings: readonly string[] = ['fsync=on'],
): Promise<Database & { readonly url: string }> {
  const server = await startPostgres(settings, { inMemory: true });
  const db = await openPostgres({ url: server.url });
  await migrate(db);
  return {
    ...db,
    url: server.url,
    [Symbol.asyncDispose]: async () => {
      await db[Symbol.asyncDispose]();
      await server.stop();
    },
  };
}
