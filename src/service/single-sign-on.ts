import type { World } from '../kernel/world.ts';
import { createDiscovery } from '../access/open-id/discovery.ts';
import type { ConsoleSingleSignOn } from '../web/console/frame/console-options.ts';
import type { SiteSignOn } from '../web/site/sign-in/single-sign-on-pages.ts';

/**
 * Joins the identity providers of institutions' settings with the secrets of this installation.
 * @param secrets by the institution's short name
 */
export function createSingleSignOn(
  world: World,
  secrets: ReadonlyMap<string, string> = new Map(),
): ConsoleSingleSignOn {
  return {
    discover: createDiscovery(world),
    providerOf: ({ slug, settings }) =>
      settings.console?.oidc && { ...settings.console.oidc, clientSecret: secrets.get(slug) },
  };
}

/**
 * Joins the other online banks of institutions' settings with the secrets of this installation.
 * @param secrets by the institution's short name
 */
export function createSiteSignOn(
  world: World,
  secrets: ReadonlyMap<string, string> = new Map(),
): SiteSignOn {
  return {
    discover: createDiscovery(world),
    providerOf: ({ slug, settings }) =>
      settings.signOn && {
        issuer: settings.signOn.issuer,
        clientId: settings.signOn.clientId,
        clientSecret: secrets.get(slug),
      },
  };
}
