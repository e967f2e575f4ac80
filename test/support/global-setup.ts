import { startPostgres } from './postgres-server.ts';
import { writeTemplates } from './templates.ts';

/**
 * Starts, once per run, a real PostgreSQL 15 and a migrated template on each engine. Every test
 * opens its own copy.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres(['fsync=off'], { inMemory: true });
  const removeTemplates = await writeTemplates(server.url);
  return async () => {
    await server.stop();
    removeTemplates();
  };
}
