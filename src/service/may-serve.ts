import { hasSigned, isMade, noteExisting } from '../audit/made.ts';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Logger } from '../kernel/logger.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';

/**
 * Says whether the service may serve an institution. It serves none that somebody put into the database: it would sign what that one
 * writes. The log says so, once an institution.
 */
export function createMayServe(given: {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
}): (institution: Institution) => Promise<boolean> {
  const { db, world, keyring, logger } = given;
  const refused = new Set<number>();
  return async ({ id, slug }) => {
    if (await hasSigned(db, id, keyring)) return true;
    // While nothing is signed, all that are there are named before the first signature.
    await noteExisting(db, { world, keyringOf: () => keyring });
    if (await isMade(db, id, keyring)) return true;
    if (!refused.has(id))
      logger.error(
        { institutionId: id, slug },
        'No signed batch made this institution, so it is not served: run `tmm verify`',
      );
    refused.add(id);
    return false;
  };
}
