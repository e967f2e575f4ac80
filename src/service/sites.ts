import { hostOfUrl } from '../kernel/public-url.ts';
import type { Institution } from '../members/institution.ts';
import type { InstitutionCache } from './institution-cache.ts';

/** What is served at one host. */
export interface Place {
  /** The address as it was configured: links, passkeys and signatures are made of it, never of what a request says. */
  readonly publicUrl: string;
  /** Whose site it is. Absent: the host is the installation's, and all its institutions have sites of their own. */
  readonly institution?: Institution | undefined;
  /** Whose webhooks it is for alone. Absent: for all. */
  readonly only?: number | undefined;
}

/** Which institution a request is for, by its host. */
export interface Sites {
  /** @returns `undefined` where nothing of ours is served under this host */
  at(host: string | undefined): Promise<Place | undefined>;
}

/**
 * Finds institutions by the `publicUrl` of their settings. Where none has one, every host is the installation's: a proxy may ask for
 * the service by any name.
 * @param given `publicUrl` is the installation's address; `institution` is the short name of the one whose site is there
 */
export function createSites(given: {
  readonly institutions: Pick<InstitutionCache, 'all'>;
  readonly publicUrl: string;
  readonly institution?: string | undefined;
}): Sites {
  const { publicUrl } = given;
  const ownHost = hostOfUrl(publicUrl);
  return {
    at: async (host) => {
      const all = await given.institutions.all();
      const isAnybodys = all.every(({ settings }) => settings.publicUrl === undefined);
      const isOurs = isAnybodys || host === ownHost;
      for (const institution of all) {
        const own = institution.settings.publicUrl;
        if (own === undefined || hostOfUrl(own) !== host) continue;
        return { publicUrl: own, institution, only: isOurs ? undefined : institution.id };
      }
      return isOurs
        ? { publicUrl, institution: atInstallation(all, given.institution) }
        : undefined;
    },
  };
}

/** The institution whose site is at the installation's address: the one named, or the first without an address of its own. */
export function atInstallation(
  all: readonly Institution[],
  slug: string | undefined,
): Institution | undefined {
  return all.find(
    (one) => one.settings.publicUrl === undefined && (slug === undefined || one.slug === slug),
  );
}
