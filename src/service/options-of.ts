import { smtpMailer } from '../alarms/smtp-mailer.ts';
import { carriers } from '../channels/configuration.ts';
import type { ChannelOptions } from '../channels/installed.ts';
import type { ServiceOptions } from './service-options.ts';
import { secretsBySlug, type Config } from './config.ts';

/**
 * Converts the settings of carriers, site and console for the service. `assertProduction` has checked them.
 */
export function optionsOf(
  config: Config,
): ChannelOptions & Pick<ServiceOptions, 'portal' | 'console' | 'alarms' | 'batchMax'> {
  const publicUrl = (config.TMM_PUBLIC_URL ?? '').replace(/\/$/, '');
  const { TMM_SMTP_URL: url, TMM_SMTP_FROM: from } = config;
  return {
    alarms: {
      mail: url && from ? smtpMailer({ url, from }) : undefined,
      secrets: secretsBySlug(config, 'TMM_ALARM_SECRETS'),
    },
    batchMax: config.TMM_BATCH_MAX,
    ...carriers.options(config, { publicUrl, fetch }),
    portal:
      config.TMM_PORTAL === 'on'
        ? {
            publicUrl,
            institution: config.TMM_PORTAL_INSTITUTION,
            proxies: config.TMM_PROXIES,
            oidcSecrets: secretsBySlug(config, 'TMM_MEMBER_OIDC_SECRETS'),
          }
        : undefined,
    console: {
      consoleUrl: config.TMM_CONSOLE_URL,
      institution: config.TMM_PORTAL_INSTITUTION,
      proxies: config.TMM_PROXIES,
      oidcSecrets: secretsBySlug(config, 'TMM_STAFF_OIDC_SECRETS'),
    },
  };
}
