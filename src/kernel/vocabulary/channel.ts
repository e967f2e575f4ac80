/** Every channel by which members write. The one place that lists them: types, schemas, settings and SQL derive from it. */
export const channelNames = ['x', 'sms', 'app'] as const;

export type ChannelName = (typeof channelNames)[number];
