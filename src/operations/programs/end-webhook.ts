import { z } from 'zod';
import { endWebhook as end } from '../../programs/webhooks.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { webhookField, webhookOf } from './webhook-fields.ts';

/** Ends a webhook. What still waits for it is not sent. One person does it alone. */
export const endWebhook = operation({
  id: 'endWebhook',
  summary: 'Ends a webhook: nothing more is sent there',
  access: 'staff',
  permission: 'end_programs',
  input: z.strictObject({ webhook: webhookField }),
  output: z.object({ id: z.uuid(), name: z.string() }),
  refusals: ['webhook_unknown'],
  run: async (request, { webhook }) =>
    request.db.transaction(async (tx) => {
      const found = await webhookOf(tx, request, webhook);
      if (isRefused(found)) return found;
      const { id, name } = found;
      await end(tx, request.world, { institutionId: request.institution.id, id });
      await recordInAuditLog(tx, request, { what: 'webhook_ended', subject: id, detail: { name } });
      return { id, name };
    }),
});
