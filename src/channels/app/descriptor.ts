import { transferDisclosures } from '../../kernel/vocabulary/disclosure.ts';
import type { ChannelDescriptor } from '../../kernel/vocabulary/channel-descriptor.ts';

/** The credit union's own app. Its carrier is the service itself: see `app-channel.ts`. */
export const appDescriptor = {
  title: 'App',
  slug: 'app',
  sender: 'authenticated',
  textMax: 10_000,
  encoding: 'unicode',
  costMicrodollarsPerUnit: 0,
  recyclable: false,
  endToEndEncrypted: false,
  disclosures: transferDisclosures,
  carrierWords: false,
  follows: false,
  fallsBack: false,
  hosted: true,
  alertRank: 0,
} as const satisfies ChannelDescriptor;
