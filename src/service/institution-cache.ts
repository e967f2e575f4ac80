import type { Database } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { World } from '../kernel/world.ts';
import { listInstitutions, loadInstitution, type Institution } from '../members/institution.ts';

/** How old an institution's settings may be. */
const institutionSeconds = 5;

/**
 * Caches the institutions with their settings. `get` and `all` return them a few seconds old at
 * most.
 */
export interface InstitutionCache {
  /** @throws Fault `institution_unknown` */
  get(id: number): Promise<Institution>;
  all(): Promise<readonly Institution[]>;
  /** Finds a cached institution as last read, without asking the database. */
  known(id: number): Institution | undefined;
  /** Lists all cached institutions as last read. */
  seen(): readonly Institution[];
  /** Call it after a change: the next reads go to the database. */
  forget(): void;
}

/** @param mayServe asked once an institution; one that it refuses is asked for again and does not exist for the service meanwhile */
export function createInstitutionCache(
  db: Database,
  world: World,
  mayServe: (institution: Institution) => Promise<boolean> = async () => true,
): InstitutionCache {
  const cached = new Map<number, { institution: Institution; until: number }>();
  const isServed = async (found: Institution) => cached.has(found.id) || mayServe(found);
  let listedUntil = 0;
  let forgotten = 0;
  let listing: Promise<void> | undefined;
  const keep = (found: Institution, until: number): Institution => {
    const before = cached.get(found.id)?.institution;
    // Unchanged settings stay the same object, so that values derived from them are made once.
    const institution = before && isSame(before, found) ? before : found;
    cached.set(found.id, { institution, until });
    return institution;
  };
  /** How long a result stays valid. Not at all, if a change was signaled during the read. */
  const validity = () => {
    const before = forgotten;
    return () =>
      before === forgotten ? world.clock.now().epochMilliseconds + institutionSeconds * 1000 : 0;
  };
  const list = async () => {
    const until = validity();
    const found = await listInstitutions(db);
    listedUntil = until();
    for (const institution of found)
      if (await isServed(institution)) keep(institution, listedUntil);
  };
  const seen = () => [...cached.values()].map(({ institution }) => institution);
  return {
    get: async (id) => {
      const known = cached.get(id);
      if (known && known.until > world.clock.now().epochMilliseconds) return known.institution;
      const until = validity();
      const found = await loadInstitution(db, id);
      if (found && (await isServed(found))) return keep(found, until());
      throw new Fault({
        code: 'institution_unknown',
        message: `There is no institution ${id}`,
        retryable: false,
      });
    },
    all: async () => {
      if (listedUntil <= world.clock.now().epochMilliseconds) {
        listing ??= list().finally(() => (listing = undefined));
        await listing;
      }
      return seen();
    },
    forget: () => {
      forgotten += 1;
      listedUntil = 0;
      for (const [id, { institution }] of cached) cached.set(id, { institution, until: 0 });
    },
    known: (id) => cached.get(id)?.institution,
    seen,
  };
}

function isSame(one: Institution, other: Institution): boolean {
  return JSON.stringify(one, bigintText) === JSON.stringify(other, bigintText);
}

function bigintText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
