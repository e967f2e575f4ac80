import { z } from 'zod';
import { openHosted } from '../../enrollment/open-hosted.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { channel, pathOf } from './channel.ts';

/** Gives the member their address in the app, if they have none. */
export const openAppAddress = operation({
  id: 'openAppAddress',
  method: 'POST',
  path: pathOf('address'),
  tag: 'Messages',
  summary: 'Opens the conversation in the app: the member agrees to get messages there',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({
    opened: z.boolean(),
    isNew: z.boolean().describe('It was opened now. A welcome with the code comes first.'),
    addressId: z
      .uuid()
      .describe(
        'For its rights, its limits and its code. It begins without the right to move money.',
      ),
  }),
  refusals: ['app_not_offered', 'service_locked'],
  run: async (request) => {
    const { institution, member, session, ports, db } = request;
    if (!ports.channels.includes(channel)) return refuse('app_not_offered');
    if (member.lockedAt) return refuse('service_locked');
    const done = await db.transaction(async (tx) => {
      const shares = (await loadShares(tx, institution.id, [member.id])).get(member.id) ?? [];
      const own = shares.filter(({ maySee }) => maySee);
      const opened = await openHosted(tx, request, {
        channel,
        memberId: member.id,
        how: `session ${session.id}`,
        language: member.language ?? request.language,
        termsIn: request.language,
        share: own.find((share) => share.id === member.defaultShareId) ?? own[0],
      });
      if (opened.isNew)
        await recordInAuditLog(tx, request, {
          what: 'address_enrolled',
          subject: opened.addressId,
          detail: { channel },
        });
      return opened;
    });
    if (done.isNew) request.queued();
    return { opened: true, ...done };
  },
});
