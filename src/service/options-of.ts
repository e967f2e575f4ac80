import type { ServiceOptions } from './service.ts';
import { listOf, type Config } from './config.ts';

/** What the settings say of carriers and the site, as the house takes it. The settings were checked: see `assertProduction`. */
export function optionsOf(
  config: Config,
): Pick<ServiceOptions, 'x' | 'twilio' | 'kannel' | 'portal' | 'batchMax'> {
  const publicUrl = (config.TMM_PUBLIC_URL ?? '').replace(/\/$/, '');
  return {
    batchMax: config.TMM_BATCH_MAX,
    x: xOf(config, publicUrl),
    twilio: twilioOf(config, publicUrl),
    kannel: kannelOf(config),
    portal:
      config.TMM_PORTAL === 'on'
        ? {
            publicUrl,
            institution: config.TMM_PORTAL_INSTITUTION,
            proxies: config.TMM_PROXIES,
          }
        : undefined,
  };
}

function xOf(config: Config, publicUrl: string): ServiceOptions['x'] {
  if (!config.TMM_X_CLIENT_ID) return undefined;
  return {
    clientId: config.TMM_X_CLIENT_ID,
    clientSecret: config.TMM_X_CLIENT_SECRET,
    base: config.TMM_X_API_URL,
    authorizeUrl: config.TMM_X_AUTHORIZE_URL,
    secrets: listOf(config.TMM_X_CONSUMER_SECRETS),
    bearer: config.TMM_X_BEARER_TOKEN,
    webhookUrl: `${publicUrl}/x/webhook`,
    fetch,
    limits: config.TMM_X_ACCESS === 'enterprise' ? 'none' : 'self_serve',
  };
}

function twilioOf(config: Config, publicUrl: string): ServiceOptions['twilio'] {
  const accountSid = config.TMM_TWILIO_ACCOUNT_SID;
  if (!accountSid) return undefined;
  const authTokens = listOf(config.TMM_TWILIO_AUTH_TOKENS);
  return {
    accountSid,
    authTokens,
    credentials:
      config.TMM_TWILIO_API_KEY && config.TMM_TWILIO_API_SECRET
        ? { username: config.TMM_TWILIO_API_KEY, password: config.TMM_TWILIO_API_SECRET }
        : { username: accountSid, password: authTokens[0] ?? '' },
    optOut: config.TMM_TWILIO_OPT_OUT,
    base: config.TMM_TWILIO_API_URL,
    lookupsBase: config.TMM_TWILIO_LOOKUPS_URL,
    microdollarsPerSegment: config.TMM_TWILIO_SEGMENT_MICRODOLLARS,
    publicUrl: `${publicUrl}/twilio`,
    fetch,
  };
}

function kannelOf(config: Config): ServiceOptions['kannel'] {
  if (!config.TMM_KANNEL_SENDSMS_URL) return undefined;
  return {
    sendsmsUrl: config.TMM_KANNEL_SENDSMS_URL,
    credentials: {
      username: config.TMM_KANNEL_USERNAME ?? '',
      password: config.TMM_KANNEL_PASSWORD ?? '',
    },
    secrets: listOf(config.TMM_KANNEL_SECRETS),
    callbackUrl: config.TMM_KANNEL_CALLBACK_URL ?? '',
    validityMinutes: config.TMM_KANNEL_VALIDITY_MINUTES,
    microdollarsPerSegment: config.TMM_KANNEL_SEGMENT_MICRODOLLARS,
    fetch,
  };
}
