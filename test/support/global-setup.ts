import { startPostgres } from './postgres-server.ts';
import { writeTemplates } from './templates.ts';

/** Once per run: a real PostgreSQL 15, and a migrated template on each engine from which every test opens its own copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const removeTemplates = await writeTemplates(server.url);
  return async () => {
    await server.stop();
    removeTemplates();
  };
}
