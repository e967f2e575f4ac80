import type { ChannelDescriptor } from '../kernel/vocabulary/channel-descriptor.ts';
import type { ChannelTraits } from '../messages/channel.ts';

/** A channel's traits from its descriptor. A carrier may narrow them. */
export function traitsOf(descriptor: ChannelDescriptor): ChannelTraits {
  const { textMax, encoding, recyclable, endToEndEncrypted, costMicrodollarsPerUnit } = descriptor;
  return { textMax, encoding, recyclable, endToEndEncrypted, costMicrodollarsPerUnit };
}
