import type { Institution } from '../../members/institution.ts';

/** Why an address may move no money for now, as staff says it. */
export const lockReasons: Readonly<Record<string, string>> = {
  stop: 'the member sent STOP',
  confirmation_failures: 'five wrong confirmations',
  handle_changed: 'the X handle changed',
  unfollowed: 'the member unfollowed us',
  silence: 'inactive for a long time',
};

/** A lock that staff cannot lift: why it is there, and what the member does about it. */
export function onlyTheMemberLifts(
  { settings }: Pick<Institution, 'settings'>,
  { channel, reason }: { readonly channel: string; readonly reason: string | null },
): string {
  const why = lockReasons[reason ?? ''] ?? reason ?? 'unknown';
  const how =
    reason === 'stop'
      ? `sends START from there and allows transfers again in ${settings.portalName}: Messages, Manage`
      : `verifies it again in ${settings.portalName}: Messages, ${channel === 'x' ? 'X account' : 'Phone number'}`;
  return `transfers stay locked on ${channel} (${why}). Only the member can unlock them: the member ${how}`;
}
