import { z } from 'zod';
import { announceChange } from '../../notices/announce.ts';
import { unlockMember } from '../../members/locks.ts';
import { wantsProofSince } from '../fresh.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { lockMemberStanding } from '../../transfers/standing.ts';
import { recordInAuditLog } from '../audit-log.ts';

/** Restarts the service on all channels, and notifies each of them. */
export const unlockService = operation({
  id: 'unlockService',
  method: 'POST',
  path: '/service/unlock',
  tag: 'Messages',
  summary: 'Unlocks the service, with a proof of identity newer than the lock',
  access: 'fresh',
  input: z.strictObject({}),
  output: z.object({ locked: z.literal(false) }),
  refusals: [],
  run: async (request) => {
    const done = await request.db.transaction(async (tx) => {
      const { institution, member } = request;
      const { lockedAt } = (await lockMemberStanding(tx, institution.id, member.id)).member;
      const unproven = lockedAt && wantsProofSince(request, lockedAt);
      if (unproven) return unproven;
      if (await unlockMember(tx, institution.id, member.id)) {
        await recordInAuditLog(tx, request, { what: 'service_unlocked', subject: member.id });
        await announceChange(tx, request, { memberId: member.id, what: 'service_unlocked' });
      }
      return { locked: false as const };
    });
    if (!isRefused(done)) request.queued();
    return done;
  },
});
