import { z } from 'zod';
import { changeAlerts, lockAlerts } from '../../alerts/alert-store.ts';
import { noAlerts } from '../../alerts/rule.ts';
import { recordConsents } from '../../members/consents.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { alertListSchema, readAlerts } from './alert-list.ts';

/** Ends an alert. What it already raised and did not send yet is dropped. */
export const removeAlert = operation({
  id: 'removeAlert',
  method: 'POST',
  path: '/alerts/{id}/remove',
  tag: 'Messages',
  summary: 'Ends an alert',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: alertListSchema,
  refusals: [],
  run: async (request, { id }) => {
    const { db, institution, member, world } = request;
    const refused = await db.transaction(async (tx) => {
      const locked = await lockAlerts(tx, institution.id, [member.id]);
      const { rules } = locked.get(member.id) ?? noAlerts;
      const rule = rules.find((one) => one.id === id);
      if (!rule) return refuse('not_found');
      const at = world.clock.now();
      await changeAlerts(
        tx,
        { institutionId: institution.id, memberId: member.id, world, at },
        { change: 'remove', numbers: [rule.number] },
      );
      if (rules.length === 1)
        await recordConsents(tx, world, institution.id, [
          {
            kind: 'alerts_off',
            version: '1',
            how: 'ended in the online bank',
            at,
            memberId: member.id,
          },
        ]);
      await recordInAuditLog(tx, request, {
        what: 'alert_removed',
        subject: member.id,
        detail: { kind: rule.kind, shareId: rule.shareId },
      });
      return undefined;
    });
    return refused ?? readAlerts(db, request);
  },
});
