import type { AccountChannel } from '../channels/descriptors.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { BudgetWindow, ChannelTraits } from '../messages/channel.ts';
import type { EncryptionState } from '../messages/encryption-state.ts';
import type { AccountDirectory, PhoneDirectory } from '../messages/directory.ts';

/** Windows by channel. */
export type Budgets = { readonly [Name in ChannelName]?: readonly BudgetWindow[] };

/** By channel; the answer is absent where the institution has no keys there. */
export type Encryption = {
  readonly [Name in ChannelName]?: () => Promise<EncryptionState | undefined>;
};

/**
 * What the site needs from outside. The installed channels provide it. Directories are keyed by
 * channel.
 */
export type Ports = {
  /** Facts about phone numbers, if a carrier offers them. */
  readonly phones?: PhoneDirectory;
  /** The sending limits of the institution's channels, where a carrier sets one. */
  readonly budgets?: Budgets;
  /** Reads what staff see of the channels that are encrypted end to end. */
  readonly encryption?: Encryption;
  /** Channels on which this installation can write to a member. */
  readonly channels: readonly ChannelName[];
  /** Their prices and limits with this institution’s carriers. Absent: those of the descriptors. */
  readonly traits?: Readonly<Partial<Record<ChannelName, ChannelTraits>>>;
} & { readonly [Name in AccountChannel]?: AccountDirectory };
