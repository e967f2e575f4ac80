import type { World } from '../kernel/world.ts';
import { createDiscovery } from '../staff-access/single-sign-on/discovery.ts';
import type { ConsoleSingleSignOn } from '../web/console/frame/console-options.ts';

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
