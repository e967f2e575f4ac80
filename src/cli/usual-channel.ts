import { channelNames, type ChannelName } from '../kernel/vocabulary/channel.ts';

/** The default channel of a command line. */
export const usualChannel: ChannelName = channelNames[0];
