import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import { defaultLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import { moneyLockReasons } from '../../kernel/vocabulary/lock-reason.ts';
import { packs } from '../../languages/index.ts';
import type { Institution } from '../../members/institution.ts';

/** Says why money movement is locked, in words for staff. */
export function lockText(reason: string | null, language: Language = defaultLanguage): string {
  const known = moneyLockReasons.find((one) => one === reason);
  return known ? packs[language].console.members[`lock_${known}`] : (reason ?? 'unknown');
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
