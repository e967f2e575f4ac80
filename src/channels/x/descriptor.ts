import { transferDisclosures } from '../../kernel/vocabulary/disclosure.ts';
import type { ChannelDescriptor } from '../../kernel/vocabulary/channel-descriptor.ts';

/** Direct messages on X. */
export const xDescriptor = {
  title: 'X',
  slug: 'x',
  sender: 'authenticated',
  textMax: 10_000,
  encoding: 'unicode',
  costMicrodollarsPerUnit: 15_000,
  recyclable: false,
  endToEndEncrypted: false,
  proof: 'message-from-account',
  disclosures: transferDisclosures,
  carrierWords: false,
  follows: true,
  // Self-serve access sends 15 messages in 15 minutes, so replies could wait for hours.
  fallsBack: true,
  alertRank: 2,
  account: {
    mark: '@',
    site: /^(?:https?:\/\/)?(?:www\.)?(?:x|twitter)\.com\//i,
    handle: /^\w{1,15}$/,
    userId: /^\d{1,19}$/,
    link: ({ userId }, text) =>
      `https://x.com/messages/compose?recipient_id=${userId}&text=${text}`,
    accessRevoked:
      'Access to our X account was withdrawn: nothing is received or sent until `tmm x connect`',
    creditExhausted:
      'The credit of our X account is exhausted: nothing is sent until it is topped up',
    requestsWaiting:
      'X keeps messages to us in message requests, and we can’t see them: sign in to our X account, open Chat, Requests, and accept those of members',
  },
} as const satisfies ChannelDescriptor;
