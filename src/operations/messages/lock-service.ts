import { z } from 'zod';
import { announceChange } from '../../notices/announce.ts';
import { lockMembers } from '../../members/locks.ts';
import { operation } from '../operation.ts';
import { recordInAuditLog } from '../audit-log.ts';

/** Stops the service at once on all channels, as LOCK does by message. Notifies each of them. */
export const lockService = operation({
  id: 'lockService',
  method: 'POST',
  path: '/service/lock',
  tag: 'Messages',
  summary: 'Locks the service on all channels immediately',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ locked: z.literal(true) }),
  refusals: [],
  run: async (request) => {
    const done = await request.db.transaction(async (tx) => {
      const { institution, member, world } = request;
      const at = world.clock.now();
      if ((await lockMembers(tx, institution.id, { memberIds: [member.id], at })) > 0) {
        await recordInAuditLog(tx, request, { what: 'service_locked', subject: member.id });
        await announceChange(tx, request, { memberId: member.id, what: 'service_locked' });
      }
      return { locked: true as const };
    });
    request.queued();
    return done;
  },
});
