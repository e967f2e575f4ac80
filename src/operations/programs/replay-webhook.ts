import { z } from 'zod';
import { replayDeliveries } from '../../programs/deliveries.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { webhookField, webhookOf } from './webhook-fields.ts';

/** Sends one delivery of a webhook again, or all that failed for good. */
export const replayWebhook = operation({
  id: 'replayWebhook',
  summary: 'Sends an event to a webhook again, or all that failed for good',
  access: 'staff',
  permission: 'replay_events',
  input: z.strictObject({
    webhook: webhookField,
    number: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .describe('The event. Absent: all that failed for good.'),
  }),
  output: z.object({ name: z.string(), again: z.int() }),
  refusals: ['webhook_unknown'],
  run: async (request, { webhook, number }) =>
    request.db.transaction(async (tx) => {
      const found = await webhookOf(tx, request, webhook);
      if (isRefused(found)) return found;
      const { id, name } = found;
      const again = await replayDeliveries(tx, request.world, {
        institutionId: request.institution.id,
        id,
        number: number === undefined ? undefined : BigInt(number),
      });
      await recordInAuditLog(tx, request, {
        what: 'webhook_replayed',
        subject: id,
        detail: { name, again, ...(number === undefined ? {} : { number }) },
      });
      return { name, again };
    }),
});
