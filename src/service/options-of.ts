import { carriers } from '../channels/configuration.ts';
import type { ChannelOptions } from '../channels/installed.ts';
import type { ServiceOptions } from './service.ts';
import { oidcSecretsOf, type Config } from './config.ts';

/**
 * Converts the settings of carriers, site and console for the service. `assertProduction` has checked them.
 */
export function optionsOf(
  config: Config,
): ChannelOptions & Pick<ServiceOptions, 'portal' | 'console' | 'batchMax'> {
  const publicUrl = (config.TMM_PUBLIC_URL ?? '').replace(/\/$/, '');
  return {
    batchMax: config.TMM_BATCH_MAX,
    ...carriers.options(config, { publicUrl, fetch }),
    portal:
      config.TMM_PORTAL === 'on'
        ? {
            publicUrl,
            institution: config.TMM_PORTAL_INSTITUTION,
            proxies: config.TMM_PROXIES,
          }
        : undefined,
    console: {
      consoleUrl: config.TMM_CONSOLE_URL,
      institution: config.TMM_PORTAL_INSTITUTION,
      proxies: config.TMM_PROXIES,
      oidcSecrets: oidcSecretsOf(config),
    },
  };
}
