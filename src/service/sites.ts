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
  let known: Known | undefined;
  return {
    at: async (host) => {
      const all = await given.institutions.all();
      if (!known || !isSame(known.of, all)) known = knownOf(all, given);
      const { byHost, rest } = known;
      const isOurs = byHost.size === 0 || host === ownHost;
      const own = host === undefined ? undefined : byHost.get(host);
      // At the installation's address webhooks are for all, also where it is one institution's too.
      if (own) return isOurs ? own : { ...own, only: own.institution.id };
      return isOurs ? { publicUrl, institution: rest } : undefined;
    },
  };
}

/** What was made of the institutions as they stood. */
interface Known {
  readonly of: readonly Institution[];
  readonly byHost: ReadonlyMap<string, { publicUrl: string; institution: Institution }>;
  /** Whose site is at the installation's address. */
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

/** The cache of institutions gives the same objects for as long as nothing was changed. */
function isSame(some: readonly Institution[], others: readonly Institution[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** The institution whose site is at the installation's address: the one named, or the first without an address of its own. */
function atInstallation(
  all: readonly Institution[],
  slug: string | undefined,
): Institution | undefined {
  return all.find(
    (one) => one.settings.publicUrl === undefined && (slug === undefined || one.slug === slug),
  );
}
