import { z } from 'zod';
import { recordSecurityEvent } from '../../access/events.ts';
import { endSession } from '../../access/sessions.ts';
import { cancelEnrollments } from '../../enrollment/cancel-enrollments.ts';
import { appPath } from '../../push/app-path.ts';
import { removeDevice } from '../../push/devices.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { devicesOf } from './devices.ts';

/** Signs the member out of one device, and ends its pushes: for a device that is lost or lent. It needs no fresh proof, since it can only protect. */
export const signOutDevice = operation({
  id: 'signOutDevice',
  method: 'POST',
  path: `${appPath}/devices/{id}/sign-out`,
  tag: 'Access',
  summary: 'Signs the member out of a device and ends its pushes',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ signedOut: z.literal(true) }),
  refusals: ['not_found'],
  run: async (request, { id }) => {
    const found = (await devicesOf(request)).find(({ device }) => device.id === id);
    if (!found) return refuse('not_found');
    const whose = { institutionId: request.institution.id, memberId: request.member.id };
    const { sessionId, device } = found;
    await request.db.transaction(async (tx) => {
      await removeDevice(tx, { ...whose, id });
      if (sessionId === null || !(await endSession(tx, { ...whose, id: sessionId }))) return;
      const at = request.world.clock.now();
      await cancelEnrollments(tx, whose.institutionId, {
        memberId: whose.memberId,
        sessionId,
        at,
      });
      await recordSecurityEvent(tx, request, {
        ...whose,
        kind: 'session_ended',
        device: request.device,
      });
    });
    if (device.current) request.cookies.clear('session');
    return { signedOut: true as const };
  },
});
