import { z } from 'zod';
import { announceChange, queueNotices, targetsOf } from '../../notices/announce.ts';
import { changeCode as change } from '../../members/codes.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { lockOwnAddress } from './rows.ts';

/**
 * Gives an address another code: the member's own choice, or a random one. Its next message carries
 * the code and says so. Notifies the member's other channels. Refuses for a suspended address.
 */
export const changeCode = operation({
  id: 'changeCode',
  method: 'PUT',
  path: '/addresses/{id}/code',
  tag: 'Messages',
  summary: 'Changes the code at the end of every message to an address',
  access: 'fresh',
  input: z.strictObject({
    id: z.uuid(),
    chosen: z
      .string()
      .trim()
      .max(20)
      .optional()
      .describe('Six letters or digits. If empty or absent, a random one.'),
  }),
  output: z.object({ code: z.string().length(6), version: z.int() }),
  refusals: [
    'address_suspended',
    'code_malformed',
    'code_is_number',
    'code_is_word',
    'code_too_simple',
    'code_used_before',
  ],
  run: async (request, { id, chosen }) => {
    const { institution, member } = request;
    const result = await request.db.transaction(async (tx) => {
      const address = await lockOwnAddress(tx, request, id);
      if (!address) return refuse('not_found');
      if (address.state !== 'proven' && address.state !== 'paused')
        return refuse('address_suspended');
      const changed = await change(tx, request, {
        institutionId: institution.id,
        addressId: id,
        ...(chosen ? { chosen } : {}),
      });
      if ('refused' in changed) return refuse(changed.refused, { field: 'chosen' });
      await recordInAuditLog(tx, request, {
        what: 'code_changed',
        subject: id,
        detail: { version: changed.version },
      });
      const itself = await targetsOf(tx, institution.id, { addressIds: [id] });
      await queueNotices(
        tx,
        request,
        itself.map((target) => ({ target, reply: { reply: 'code_changed' } })),
      );
      const told = { memberId: member.id, what: 'code_changed' as const };
      await announceChange(tx, request, { ...told, exceptAddressId: id });
      return changed;
    });
    if (!isRefused(result)) request.queued();
    return result;
  },
});
