import { z } from 'zod';
import { isAccountChannel } from '../../channels/descriptors.ts';
import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { AccountDirectory } from '../../messages/directory.ts';
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

/** Our account in the platform's encrypted chat, where members may write too. `undefined`: there is none. */
export function encryptedAccount(
  { ports }: Pick<MemberContext, 'ports'>,
  channel: ChannelName,
): AccountDirectory['encryptedAccount'] {
  return isAccountChannel(channel) ? ports[channel]?.encryptedAccount : undefined;
}

/** The fields that tell members of the encrypted chat. */
export const encryptedFields = {
  encrypted: z.boolean().describe('Whether the encrypted chat of the platform works too.'),
  encryptedHandle: z
    .string()
    .optional()
    .describe('The institution’s handle in the encrypted chat, if it is another one.'),
};

/** Their values for a channel. */
export function encryptedOutput(
  request: Pick<MemberContext, 'ports' | 'institution'>,
  channel: ChannelName,
): z.output<z.ZodObject<typeof encryptedFields>> {
  const account = encryptedAccount(request, channel);
  const own = isAccountChannel(channel) ? request.institution.settings[channel] : undefined;
  return {
    encrypted: account !== undefined,
    ...(account && account.userId !== own?.userId ? { encryptedHandle: account.handle } : {}),
  };
}
