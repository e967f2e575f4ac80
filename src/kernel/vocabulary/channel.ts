/**
 * Every channel by which members write. Only this file lists them: types, schemas, settings and SQL
 * derive from it.
 */
export const channelNames = ['x', 'sms', 'app'] as const;

export type ChannelName = (typeof channelNames)[number];

/**
 * All channels as a SQL list. An index that starts with the channel is used only if the statement
 * names channels.
 */
export const channelsInSql = channelNames.map((name) => `'${name}'`).join(', ');
