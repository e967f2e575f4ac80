import { z } from 'zod';
import { choiceSetting, lineSetting, listOf, wholeSetting } from '../../kernel/setting-fields.ts';
import { carrierSettings } from '../carrier-settings.ts';
import { carrierUrlSetting } from '../carrier-url-setting.ts';
import type { TwilioOptions } from './install.ts';

/** The installation's settings for Twilio. */
export const twilioConfiguration = carrierSettings({
  shape: {
    TMM_TWILIO_ACCOUNT_SID: z
      .string('is AC and 32 hexadecimal digits')
      .regex(/^AC[0-9a-fA-F]{32}$/, 'is AC and 32 hexadecimal digits')
      .optional()
      .describe('Twilio account, `AC…`. SMS by Twilio is offered where it is set.'),
    TMM_TWILIO_AUTH_TOKENS: lineSetting
      .optional()
      .describe(
        'Auth token of the Twilio account, which signs webhooks; during a rotation the new and the old one, comma-separated.',
      ),
    TMM_TWILIO_API_KEY: lineSetting
      .optional()
      .describe('API key `SK…` to send with; absent: the account and its auth token.'),
    TMM_TWILIO_API_SECRET: lineSetting.optional().describe('Secret of that API key.'),
    TMM_TWILIO_OPT_OUT: choiceSetting(['advanced', 'basic', 'off'])
      .default('basic')
      .describe(
        'Who answers STOP, START and HELP: `advanced` (Twilio’s Advanced Opt-Out), `basic` (Twilio’s standing handling), `off` (left to us). It depends on the kind of number too: see the guide to SMS.',
      ),
    TMM_TWILIO_API_URL: carrierUrlSetting()
      .default('https://api.twilio.com')
      .describe('Twilio’s API; another address for tests.'),
    TMM_TWILIO_LOOKUPS_URL: carrierUrlSetting()
      .default('https://lookups.twilio.com')
      .describe('Twilio’s Lookup API; another address for tests.'),
    TMM_TWILIO_SEGMENT_MICRODOLLARS: wholeSetting(0, 1_000_000_000)
      .default(11_000)
      .describe('What a segment costs by Twilio, in millionths of a dollar: for the figures only.'),
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
});
