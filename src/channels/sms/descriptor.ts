import { transferDisclosures } from '../../kernel/vocabulary/disclosure.ts';
import type { ChannelDescriptor } from '../../kernel/vocabulary/channel-descriptor.ts';

/** Text messages, by whichever carrier. */
export const smsDescriptor = {
  title: 'SMS',
  slug: 'phone',
  // The sender of a text is forged with little effort, and numbers are taken over.
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
} as const satisfies ChannelDescriptor;
