import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import { packs } from '../../languages/index.ts';
import type { Institution } from '../../members/institution.ts';

/** Why an address can't move money now, in words for staff. */
const lockReasons: Readonly<Record<string, string>> = {
  stop: 'the member sent STOP',
  confirmation_failures: 'five wrong confirmations',
  handle_changed: 'the X handle changed',
  keys_changed: 'the encryption keys of the account changed',
  unfollowed: 'the member unfollowed us',
  inactivity: 'inactive for a long time',
};

/** Says why money movement is locked. */
export function lockText(reason: string | null): string {
  return lockReasons[reason ?? ''] ?? reason ?? 'unknown';
}

/** A lock that staff cannot lift: its reason, and what the member can do. */
export function onlyTheMemberLifts(
  { settings }: Pick<Institution, 'settings'>,
  { channel, reason }: { readonly channel: ChannelName; readonly reason: string | null },
): string {
  const why = lockText(reason);
  const how =
    reason === 'stop'
      ? `sends START from there and allows transfers again in ${settings.portalName}: Messages, Manage`
      : `verifies it again in ${settings.portalName}: Messages, ${packs.en.locale.channels[channel].add?.title ?? channel}`;
  return `transfers stay locked on ${channel} (${why}). Only the member can unlock them: the member ${how}`;
}
