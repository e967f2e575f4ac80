import { channelNames, type ChannelName } from '../kernel/vocabulary/channel.ts';
import type { ChannelDescriptor } from '../kernel/vocabulary/channel-descriptor.ts';
import { appDescriptor } from './app/descriptor.ts';
import { smsDescriptor } from './sms/descriptor.ts';
import { xDescriptor } from './x/descriptor.ts';

/** Every channel's descriptor. Pure: any folder may import this file. */
const all = {
  x: xDescriptor,
  sms: smsDescriptor,
  app: appDescriptor,
} as const satisfies Readonly<Record<ChannelName, ChannelDescriptor>>;

export const descriptors: Readonly<Record<ChannelName, ChannelDescriptor>> = all;

type Having<Part> = {
  readonly [Name in ChannelName]: (typeof all)[Name] extends Part ? Name : never;
}[ChannelName];

/** Channels whose addresses members enroll on the site. */
export type EnrollableChannel = Having<{ readonly proof: string }>;
/** Those where the member sends a one-time code from the account. */
export type AccountChannel = Having<{ readonly proof: 'message-from-account' }>;
/** Those where we text a one-time code to the phone. */
export type PhoneChannel = Having<{ readonly proof: 'word-to-phone' }>;

/** Those whose conversations we keep ourselves. */
export type HostedChannel = Having<{ readonly hosted: true }>;

export const enrollableChannels = channelNames.filter(
  (name): name is EnrollableChannel => descriptors[name].proof !== undefined,
);
export const accountChannels = channelNames.filter(
  (name): name is AccountChannel => descriptors[name].proof === 'message-from-account',
);
export const phoneChannels = channelNames.filter(
  (name): name is PhoneChannel => descriptors[name].proof === 'word-to-phone',
);

export const hostedChannels = channelNames.filter(
  (name): name is HostedChannel => descriptors[name].hosted === true,
);

/** The same as a SQL list. */
export const hostedChannelsInSql = hostedChannels.map((name) => `'${name}'`).join(', ');

const isIn =
  <Name extends ChannelName>(names: readonly Name[]) =>
  (name: ChannelName): name is Name =>
    names.some((one) => one === name);

export const isAccountChannel = isIn(accountChannels);
export const isHosted = isIn(hostedChannels);
