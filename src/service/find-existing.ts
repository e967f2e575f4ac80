import { findExisting, unrecordedInstitutions } from '../audit/changes/find-existing.ts';
import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { World } from '../kernel/world.ts';
import type { InstitutionCache } from './institution-cache.ts';

/**
 * Puts rows from before the record into it, beside everything else: after an update, once.
 * @param given.db a recording database
 */
export function createFinder(given: {
  readonly db: Database;
  readonly world: World;
  readonly logger: Logger;
  /** Those that are served. */
  readonly institutions: Pick<InstitutionCache, 'all'>;
}): { start(): void; stop(): Promise<void> } {
  const { db, world, logger, institutions } = given;
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  const findAll = async () => {
    const served = new Set((await institutions.all()).map(({ id }) => id));
    const unrecorded = await unrecordedInstitutions(db);
    // Of the others nothing is signed.
    for (const institutionId of unrecorded.filter((id) => served.has(id))) {
      const rows = await findExisting(db, world, { institutionId, signal: ending.signal });
      logger.info({ institutionId, rows }, 'Rows from before the record are in it now');
    }
  };
  return {
    start: () => {
      running ??= findAll().catch((error: unknown) =>
        logger.error(
          { error },
          'Not all rows from before the record are in it: the next start goes on',
        ),
      );
    },
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
