import type { AccountChannel } from '../channels/descriptors.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { AccountDirectory, PhoneDirectory } from '../messages/directory.ts';

/** What the site needs of the world outside; the installed channels fill it. Directories stand under their channel's name. */
export type Ports = {
  /** Facts about phone numbers, where a carrier tells them. */
  readonly phones?: PhoneDirectory;
  /** Channels by which this installation can write to a member. */
  readonly channels: readonly ChannelName[];
} & { readonly [Name in AccountChannel]?: AccountDirectory };
