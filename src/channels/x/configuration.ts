import { choiceSetting, lineSetting, listOf, wholeSetting } from '../../kernel/setting-fields.ts';
import { carrierSettings } from '../carrier-settings.ts';
import { carrierUrlSetting } from '../carrier-url-setting.ts';
import { checkX } from './check.ts';
import { usualChatPrices, type XOptions } from './account.ts';

/** The installation's settings for X. */
export const xConfiguration = carrierSettings({
  name: 'x',
  asks: ['TMM_X_CLIENT_ID', 'TMM_X_CLIENT_SECRET', 'TMM_X_CONSUMER_SECRETS', 'TMM_X_BEARER_TOKEN'],
  shape: {
    TMM_X_CONSUMER_SECRETS: lineSetting
      .optional()
      .describe(
        'Consumer secret of the X app, which signs webhooks. During a rotation: the new and the old one, comma-separated.',
      ),
    TMM_X_CLIENT_ID: lineSetting.optional().describe('OAuth 2.0 client id of the X app.'),
    TMM_X_CLIENT_SECRET: lineSetting
      .optional()
      .describe('OAuth 2.0 client secret of the X app. Leave it out for a public client.'),
    TMM_X_BEARER_TOKEN: lineSetting
      .optional()
      .describe('App bearer token of the X app, for managing webhooks and subscriptions.'),
    TMM_X_ACCESS: choiceSetting(['self_serve', 'enterprise'])
      .default('self_serve')
      .describe(
        'Your access level at X. `self_serve` allows 15 messages in 15 minutes and 1,440 a day, and the service stays within that. `enterprise` has no such limit.',
      ),
    TMM_X_CHAT_READS: wholeSetting(0, 100)
      .default(1)
      .describe(
        'How many enrolled members’ X Chats to read a minute, besides those in the inbox, which hides message requests. X charges for what it reads.',
      ),
    TMM_X_CHAT_PRICE_IN: wholeSetting(0, 10_000_000)
      .default(usualChatPrices.receivedMicrodollars)
      .describe(
        'What X charges for an X Chat message that you receive, in millionths of a dollar. Only `tmm x chat keys status` uses it.',
      ),
    TMM_X_CHAT_PRICE_OUT: wholeSetting(0, 10_000_000)
      .default(usualChatPrices.sentMicrodollars)
      .describe(
        'The same for a message that you send. X has not published it; the default is the price of a direct message.',
      ),
    TMM_X_API_URL: carrierUrlSetting()
      .default('https://api.x.com')
      .describe('Address of X’s API. Change it only for tests.'),
    TMM_X_AUTHORIZE_URL: carrierUrlSetting()
      .default('https://x.com/i/oauth2/authorize')
      .describe('Page where the operator allows access, in `tmm x connect`.'),
  },
  secrets: ({ TMM_X_CONSUMER_SECRETS, TMM_X_BEARER_TOKEN, TMM_X_CLIENT_SECRET }) => ({
    TMM_X_CONSUMER_SECRETS,
    TMM_X_BEARER_TOKEN,
    TMM_X_CLIENT_SECRET,
  }),
  problems: (config) => {
    const x = [config.TMM_X_CONSUMER_SECRETS, config.TMM_X_CLIENT_ID, config.TMM_X_BEARER_TOKEN];
    return x.some(Boolean) && !x.every(Boolean)
      ? ['TMM_X_CONSUMER_SECRETS, TMM_X_CLIENT_ID, TMM_X_BEARER_TOKEN: X needs all three, or none']
      : [];
  },
  needsPublicUrl: (config) => (config.TMM_X_CLIENT_ID ? 'X delivers to it' : undefined),
  options: (config, { publicUrl, fetch }): XOptions | undefined => {
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
      chatReads: config.TMM_X_CHAT_READS,
      chatPrices: {
        receivedMicrodollars: config.TMM_X_CHAT_PRICE_IN,
        sentMicrodollars: config.TMM_X_CHAT_PRICE_OUT,
      },
      limits: config.TMM_X_ACCESS === 'enterprise' ? 'none' : 'self_serve',
    };
  },
  check: checkX,
});
