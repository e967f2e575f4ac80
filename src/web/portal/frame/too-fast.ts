import { findSharedDevice } from '../../../access/known-devices.ts';
import { networkOf } from '../../../kernel/network.ts';
import type { Act } from '../../act.ts';
import type { Pace } from './pace.ts';

/**
 * Counts a request of a visitor: by session, else by network address. Where that address asks too much, a browser in which members
 * have signed in is counted by itself, so that a flood from its network does not shut it out.
 * @returns when to come again, where it was too much
 */
export async function tooFast(
  act: Act,
  pace: Pace,
  what: 'read' | 'write',
): Promise<Temporal.Instant | undefined> {
  if (act.session) return pace.take(act.session.id, what);
  const retryAt = pace.take(`from ${networkOf(act.from)}`, what);
  if (!retryAt) return undefined;
  const device = await findSharedDevice(act.db, act, {
    institutionId: act.institution.id,
    token: act.cookies.read('device'),
  });
  return device === undefined ? retryAt : pace.take(`device ${device}`, what);
}
