import { hostOfUrl } from '../kernel/public-url.ts';
import type { Institution } from '../members/institution.ts';
import type { InstitutionCache } from './institution-cache.ts';

/** Finds the institution whose staff console a host serves. */
export interface Consoles {
  /** @returns `undefined` if the host serves no console */
  at(
    host: string | undefined,
  ): Promise<{ readonly institution: Institution; readonly consoleUrl: string } | undefined>;
}

/**
 * Finds consoles by the `consoleUrl` of the institutions' settings. The installation's own address
 * is the console of the named institution, or of the first without an address of its own. Unlike
 * members' sites, no console answers at a host that nobody set.
 */
export function createConsoles(given: {
  readonly institutions: Pick<InstitutionCache, 'all'>;
  readonly consoleUrl?: string | undefined;
  readonly institution?: string | undefined;
}): Consoles {
  return {
    at: async (host) => {
      if (host === undefined) return undefined;
      const all = await given.institutions.all();
      const own = all.find(
        ({ settings }) =>
          settings.consoleUrl !== undefined && hostOfUrl(settings.consoleUrl) === host,
      );
      if (own?.settings.consoleUrl !== undefined)
        return { institution: own, consoleUrl: own.settings.consoleUrl };
      const { consoleUrl, institution: slug } = given;
      if (consoleUrl === undefined || hostOfUrl(consoleUrl) !== host) return undefined;
      const institution = all.find(
        (one) => one.settings.consoleUrl === undefined && (slug === undefined || one.slug === slug),
      );
      return institution && { institution, consoleUrl };
    },
  };
}
