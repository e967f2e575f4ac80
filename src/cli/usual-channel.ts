import { channelNames, type ChannelName } from '../kernel/vocabulary/channel.ts';

/** The channel that is meant where a command line names none. */
export const usualChannel: ChannelName = channelNames[0];
