import { isAccountChannel } from '../../channels/descriptors.ts';
import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { MemberContext } from '../request-context.ts';

/** Tells whether members can enroll an address of this channel now. */
export function isOffered(
  { ports, institution }: Pick<MemberContext, 'ports' | 'institution'>,
  channel: ChannelName,
): boolean {
  return isAccountChannel(channel)
    ? ports[channel] !== undefined && institution.settings[channel] !== undefined
    : ports.channels.includes(channel);
}

/** Tells whether members may also write there in the platform's encrypted chat. */
export function isEncryptedToo(
  { ports }: Pick<MemberContext, 'ports'>,
  channel: ChannelName,
): boolean {
  return isAccountChannel(channel) && ports[channel]?.isEncryptedToo === true;
}
