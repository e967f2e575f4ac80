/** Every channel by which members write. The one place that lists them: types, schemas, settings and SQL derive from it. */
export const channelNames = ['x', 'sms', 'app'] as const;

export type ChannelName = (typeof channelNames)[number];

/** All channels as SQL lists them. An index that leads with the channel is used only where a statement names one. */
export const channelsInSql = channelNames.map((name) => `'${name}'`).join(', ');
