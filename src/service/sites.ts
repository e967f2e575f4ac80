import { hostOfUrl } from '../kernel/public-url.ts';
import type { Institution } from '../members/institution.ts';
import type { InstitutionCache } from './institution-cache.ts';

/** What we serve at one host. */
export interface Place {
  /**
   * The configured address. Links, passkeys and signatures use it, and never the request's own
   * host.
   */
  readonly publicUrl: string;
  /**
   * The institution of the site. Absent if the host is the installation's and all institutions have
   * sites of their own.
   */
  readonly institution?: Institution | undefined;
  /** The only institution of these webhooks. Absent if they serve all. */
  readonly only?: number | undefined;
}

/** Finds the institution of a request by its host. */
export interface Sites {
  /** @returns `undefined` if we serve nothing under this host */
  at(host: string | undefined): Promise<Place | undefined>;
}

/**
 * Finds institutions by the `publicUrl` of their settings. If none has one, every host is the
 * installation's, since a proxy may use any name for the service.
 * @param given `publicUrl` is the installation's address; `institution` is the short name of the
 * one whose site is there
 */
export function createSites(given: {
  readonly institutions: Pick<InstitutionCache, 'all'>;
  readonly publicUrl: string;
  readonly institution?: string | undefined;
}): Sites {
  const { publicUrl } = given;
  const ownHost = hostOfUrl(publicUrl);
  let known: Known | undefined;
  return {
    at: async (host) => {
      const all = await given.institutions.all();
      if (!known || !isSame(known.of, all)) known = knownOf(all, given);
      const { byHost, rest } = known;
      const isOurs = byHost.size === 0 || host === ownHost;
      const own = host === undefined ? undefined : byHost.get(host);
      // At the installation's address, webhooks serve all institutions, even if one of them has its
      // site there.
      if (own) return isOurs ? own : { ...own, only: own.institution.id };
      return isOurs ? { publicUrl, institution: rest } : undefined;
    },
  };
}

/** The hosts, derived from one state of the institutions. */
interface Known {
  readonly of: readonly Institution[];
  readonly byHost: ReadonlyMap<string, { publicUrl: string; institution: Institution }>;
  /** The institution whose site is at the installation's address. */
  readonly rest: Institution | undefined;
}

function knownOf(
  all: readonly Institution[],
  { institution }: { readonly institution?: string | undefined },
): Known {
  const byHost = all.flatMap((one) => {
    const { publicUrl } = one.settings;
    return publicUrl === undefined
      ? []
      : [[hostOfUrl(publicUrl), { publicUrl, institution: one }] as const];
  });
  return { of: all, byHost: new Map(byHost), rest: atInstallation(all, institution) };
}

/** The cache of institutions returns the same objects until something changes. */
function isSame(some: readonly Institution[], others: readonly Institution[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/**
 * Chooses the institution at the installation's address: the named one, or the first without its
 * own address.
 */
function atInstallation(
  all: readonly Institution[],
  slug: string | undefined,
): Institution | undefined {
  return all.find(
    (one) => one.settings.publicUrl === undefined && (slug === undefined || one.slug === slug),
  );
}
