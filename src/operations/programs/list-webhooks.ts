import { z } from 'zod';
import { deliveryStates } from '../../kernel/vocabulary/delivery-state.ts';
import { listDeliveries } from '../../programs/deliveries.ts';
import { listWebhooks as list } from '../../programs/webhooks.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { webhookField, webhookOf, webhookOutput, webhookSchema } from './webhook-fields.ts';

/** Lists the webhooks, those that ended too. No secret is in it. */
export const listWebhooks = operation({
  id: 'listWebhooks',
  summary: 'Lists the addresses that get events',
  access: 'staff',
  permission: 'read_programs',
  input: z.strictObject({}),
  output: z.object({ webhooks: z.array(webhookSchema) }),
  refusals: [],
  run: async ({ db, institution }) => ({
    webhooks: (await list(db, institution.id)).map(webhookOutput),
  }),
});

/** Lists the deliveries of a webhook, the newest first, a hundred at a time. */
export const listDeliveriesOfWebhook = operation({
  id: 'listWebhookDeliveries',
  summary: 'Lists what a webhook was sent, what waits and what failed for good',
  access: 'staff',
  permission: 'read_programs',
  input: z.strictObject({
    webhook: webhookField,
    state: z.enum(deliveryStates).optional().describe('`dead`: failed for good.'),
    before: z.coerce.number().int().positive().optional().describe('Only events below this one.'),
  }),
  output: z.object({
    deliveries: z.array(
      z.object({
        number: z.int(),
        kind: z.string(),
        state: z.enum(deliveryStates),
        attempts: z.int(),
        outcome: z.string().nullable().describe('Of the last attempt: an HTTP status, or a word.'),
        nextAt: z.string().nullable(),
        createdAt: z.string(),
        endedAt: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['webhook_unknown'],
  run: async (request, { webhook, state, before }) => {
    const { db, institution } = request;
    const found = await webhookOf(db, request, webhook, { lock: false });
    if (isRefused(found)) return found;
    const rows = await listDeliveries(db, {
      institutionId: institution.id,
      id: found.id,
      ...(state ? { state } : {}),
      ...(before === undefined ? {} : { before: BigInt(before) }),
    });
    return {
      deliveries: rows.map(({ number, nextAt, createdAt, endedAt, ...row }) => ({
        ...row,
        number: Number(number),
        nextAt: endedAt ? null : nextAt.toString(),
        createdAt: createdAt.toString(),
        endedAt: endedAt?.toString() ?? null,
      })),
    };
  },
});
