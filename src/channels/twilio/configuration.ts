import { z } from 'zod';
import { choiceSetting, lineSetting, listOf, wholeSetting } from '../../kernel/setting-fields.ts';
import { carrierSettings } from '../carrier-settings.ts';
import { carrierUrlSetting } from '../carrier-url-setting.ts';
import { checkTwilio } from './check.ts';
import type { TwilioOptions } from './install.ts';

/** The installation's settings for Twilio. */
export const twilioConfiguration = carrierSettings({
  name: 'twilio',
  asks: ['TMM_TWILIO_ACCOUNT_SID', 'TMM_TWILIO_AUTH_TOKENS', 'TMM_TWILIO_OPT_OUT'],
  shape: {
    TMM_TWILIO_ACCOUNT_SID: z
      .string('is AC and 32 hexadecimal digits')
      .regex(/^AC[0-9a-fA-F]{32}$/, 'is AC and 32 hexadecimal digits')
      .optional()
      .describe('Twilio account SID, `AC…`. Turns on SMS by Twilio.'),
    TMM_TWILIO_AUTH_TOKENS: lineSetting
      .optional()
      .describe(
        'Auth token of the Twilio account, which signs webhooks. During a rotation: the new and the old one, comma-separated.',
      ),
    TMM_TWILIO_API_KEY: lineSetting
      .optional()
      .describe('API key `SK…` for sending. Default: the account and its auth token.'),
    TMM_TWILIO_API_SECRET: lineSetting.optional().describe('Secret of that API key.'),
    TMM_TWILIO_OPT_OUT: choiceSetting(['advanced', 'basic', 'off'])
      .default('basic')
      .describe(
        'Who answers STOP, START and HELP: `advanced` (Twilio’s Advanced Opt-Out), `basic` (Twilio’s default handling) or `off` (the service). It also depends on the kind of number: see the SMS guide.',
      ),
    TMM_TWILIO_API_URL: carrierUrlSetting()
      .default('https://api.twilio.com')
      .describe('Address of Twilio’s API. Change it only for tests.'),
    TMM_TWILIO_LOOKUPS_URL: carrierUrlSetting()
      .default('https://lookups.twilio.com')
      .describe('Address of Twilio’s Lookup API. Change it only for tests.'),
    TMM_TWILIO_SEGMENT_MICRODOLLARS: wholeSetting(0, 1_000_000_000)
      .default(11_000)
      .describe('Price of a segment at Twilio in millionths of a dollar, for metrics only.'),
  },
  secrets: ({ TMM_TWILIO_AUTH_TOKENS, TMM_TWILIO_API_SECRET }) => ({
    TMM_TWILIO_AUTH_TOKENS,
    TMM_TWILIO_API_SECRET,
  }),
  problems: (config) => {
    const account = [config.TMM_TWILIO_ACCOUNT_SID, config.TMM_TWILIO_AUTH_TOKENS];
    return [
      ...(account.some(Boolean) && !account.every(Boolean)
        ? ['TMM_TWILIO_ACCOUNT_SID, TMM_TWILIO_AUTH_TOKENS: Twilio needs both, or none']
        : []),
      ...(Boolean(config.TMM_TWILIO_API_KEY) === Boolean(config.TMM_TWILIO_API_SECRET)
        ? []
        : ['TMM_TWILIO_API_KEY, TMM_TWILIO_API_SECRET: both, or none']),
    ];
  },
  needsPublicUrl: (config) => (config.TMM_TWILIO_ACCOUNT_SID ? 'Twilio delivers to it' : undefined),
  options: (config, { publicUrl, fetch }): TwilioOptions | undefined => {
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
  },
  check: checkTwilio,
});
