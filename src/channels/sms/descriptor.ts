import { transferDisclosures } from '../../kernel/vocabulary/disclosure.ts';
import type { ChannelDescriptor } from '../../kernel/vocabulary/channel-descriptor.ts';

/** Text messages, through any carrier. */
export const smsDescriptor = {
  title: 'SMS',
  slug: 'phone',
  // The sender of a text is easy to forge, and numbers get taken over.
  sender: 'claimed',
  // Ten joined segments. Wording keeps within five.
  textMax: 1_530,
  encoding: 'gsm7',
  costMicrodollarsPerUnit: 11_000,
  recyclable: true,
  endToEndEncrypted: false,
  proof: 'word-to-phone',
  disclosures: [...transferDisclosures, 'sms_terms'],
  carrierWords: true,
  follows: false,
  fallsBack: false,
  alertRank: 1,
} as const satisfies ChannelDescriptor;
