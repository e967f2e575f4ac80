import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import { packs } from '../../languages/index.ts';
import type { Institution } from '../../members/institution.ts';

/** Why an address may move no money for now, as staff say it. */
const lockReasons: Readonly<Record<string, string>> = {
  stop: 'the member said STOP',
  confirmation_failures: 'five wrong numbers',
  handle_changed: 'the X handle changed',
  unfollowed: 'the member unfollowed us',
  silence: 'nothing came from it for long',
};

/** Says why money movement is locked. */
export function lockText(reason: string | null): string {
  return lockReasons[reason ?? ''] ?? reason ?? 'unknown';
}

/** A lock that staff cannot lift: why it is there, and what the member does about it. */
export function onlyTheMemberLifts(
  { settings }: Pick<Institution, 'settings'>,
  { channel, reason }: { readonly channel: ChannelName; readonly reason: string | null },
): string {
  const why = lockText(reason);
  const how =
    reason === 'stop'
      ? `sends START from there, and lets money move again in ${settings.portalName}: Messages, Manage`
      : `proves that it is still theirs, in ${settings.portalName}: Messages, ${packs.en.locale.channels[channel].add?.title ?? channel}`;
  return `moving money stays locked on ${channel} (${why}): only the member lifts that, who ${how}`;
}
