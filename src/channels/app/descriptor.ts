import { transferDisclosures } from '../../kernel/vocabulary/disclosure.ts';
import type { ChannelDescriptor } from '../../kernel/vocabulary/channel-descriptor.ts';

/** The credit union's own app. Nothing installs it yet: the books, the wording and the policy know it already. */
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
} as const satisfies ChannelDescriptor;
