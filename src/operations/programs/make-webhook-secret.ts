import { z } from 'zod';
import { makeWebhookSecret as make } from '../../programs/webhooks.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { webhookField, webhookOf } from './webhook-fields.ts';

/** Makes the secret that signs a webhook's deliveries. The earlier one signs nothing more. */
export const makeWebhookSecret = operation({
  id: 'makeWebhookSecret',
  summary: 'Makes the secret that signs a webhook’s deliveries',
  access: 'staff',
  permission: 'make_program_secrets',
  input: z.strictObject({ webhook: webhookField }),
  output: z.object({ name: z.string(), secret: z.string().describe('It is shown once.') }),
  refusals: ['webhook_unknown', 'keys_missing', 'verify_first'],
  run: async (request, { webhook }) => {
    const { keyring, world } = request;
    if (!keyring) return refuse('keys_missing');
    return request.db.transaction(async (tx) => {
      const found = await webhookOf(tx, request, webhook);
      if (isRefused(found)) return found;
      const { id, name } = found;
      const key = { institutionId: request.institution.id, id };
      const secret = await make(tx, { world, keyring }, key);
      await recordInAuditLog(tx, request, {
        what: 'webhook_secret_made',
        subject: id,
        detail: { name, replaced: found.secretMadeAt !== null },
      });
      return { name, secret };
    });
  },
});
