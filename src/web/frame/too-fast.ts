import { findSharedDevice } from '../../access/known-devices.ts';
import { networkOf } from '../../kernel/network.ts';
import type { RequestContext } from '../../operations/request-context.ts';
import type { Pace } from './pace.ts';

/**
 * Counts a request of a visitor: by session, else by network address. Where that address asks too much, a browser in which members
 * have signed in is counted by itself, so that a flood from its network does not shut it out.
 * @returns when to come again, where it was too much
 */
export async function tooFast(
  request: RequestContext,
  pace: Pace,
  what: 'read' | 'write',
): Promise<Temporal.Instant | undefined> {
  if (request.session) return pace.take(request.session.id, what);
  const retryAt = pace.take(`from ${networkOf(request.from)}`, what);
  if (!retryAt) return undefined;
  const device = await findSharedDevice(request.db, request, {
    institutionId: request.institution.id,
    token: request.cookies.read('device'),
  });
  return device === undefined ? retryAt : pace.take(`device ${device}`, what);
}
