/** The roads by which a member can be reached; the same words as `messages` uses. */
export type ChannelKind = 'x' | 'sms' | 'app';
