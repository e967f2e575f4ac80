import { smsSetting } from './sms/settings.ts';
import { xSetting } from './x/settings.ts';

/** An institution's settings for each channel, under the channel's name. Pure: `members` reads it. */
export const channelSettings = { x: xSetting, sms: smsSetting };
