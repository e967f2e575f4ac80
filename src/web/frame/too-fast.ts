import { findSharedDevice } from '../../access/known-devices.ts';
import { networkOf } from '../../kernel/network.ts';
import type { RequestContext } from '../../operations/request-context.ts';
import type { Pace } from './pace.ts';

/**
 * Counts a visitor's request by session, or else by network address. Past that address's limit, a
 * browser with an earlier sign-in gets its own count. So a flood from its network does not block it.
 * @returns when to try again, if there were too many
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
