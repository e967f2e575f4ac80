import { lineSetting, listOf, wholeSetting } from '../../kernel/setting-fields.ts';
import { carrierSettings } from '../carrier-settings.ts';
import { carrierUrlSetting } from '../carrier-url-setting.ts';
import { checkKannel } from './check.ts';
import type { KannelOptions } from './install.ts';

/** The installation's settings for Kannel. */
export const kannelConfiguration = carrierSettings({
  name: 'kannel',
  asks: [
    'TMM_KANNEL_SENDSMS_URL',
    'TMM_KANNEL_USERNAME',
    'TMM_KANNEL_PASSWORD',
    'TMM_KANNEL_SECRETS',
    'TMM_KANNEL_CALLBACK_URL',
  ],
  shape: {
    TMM_KANNEL_SENDSMS_URL: carrierUrlSetting('own_network')
      .optional()
      .describe(
        'Address of Kannel’s smsbox, such as `http://127.0.0.1:13013`. Use http only on this machine or its private network. Turns on SMS by Kannel.',
      ),
    TMM_KANNEL_USERNAME: lineSetting
      .optional()
      .describe('User name in Kannel’s `sendsms-user` group.'),
    TMM_KANNEL_PASSWORD: lineSetting
      .optional()
      .describe('Password in Kannel’s `sendsms-user` group.'),
    TMM_KANNEL_SECRETS: lineSetting
      .optional()
      .describe(
        'Secret in the addresses that Kannel calls. During a rotation: the new and the old one, comma-separated.',
      ),
    TMM_KANNEL_CALLBACK_URL: carrierUrlSetting('own_network')
      .optional()
      .describe(
        'The address where Kannel reaches this service, such as `http://127.0.0.1:8080/kannel`.',
      ),
    TMM_KANNEL_VALIDITY_MINUTES: wholeSetting(1, 10_080)
      .default(60)
      .describe('How long Kannel tries to deliver.'),
    TMM_KANNEL_SEGMENT_MICRODOLLARS: wholeSetting(0, 1_000_000_000)
      .default(5_000)
      .describe(
        'Price of a segment at Kannel’s carrier in millionths of a dollar, for metrics only.',
      ),
  },
  secrets: ({ TMM_KANNEL_SECRETS }) => ({ TMM_KANNEL_SECRETS }),
  problems: (config) => {
    const kannel = [
      config.TMM_KANNEL_SENDSMS_URL,
      config.TMM_KANNEL_USERNAME,
      config.TMM_KANNEL_PASSWORD,
      config.TMM_KANNEL_SECRETS,
      config.TMM_KANNEL_CALLBACK_URL,
    ];
    return kannel.some(Boolean) && !kannel.every(Boolean)
      ? [
          'TMM_KANNEL_SENDSMS_URL, _USERNAME, _PASSWORD, _SECRETS, _CALLBACK_URL: Kannel needs all five, or none',
        ]
      : [];
  },
  // Kannel calls an address in its own network.
  needsPublicUrl: () => undefined,
  options: (config, { fetch }): KannelOptions | undefined => {
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
  },
  check: checkKannel,
});
