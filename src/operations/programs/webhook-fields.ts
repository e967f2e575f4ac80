import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { domainEventKinds } from '../../kernel/vocabulary/domain-event.ts';
import type { Webhook } from '../../programs/webhook.ts';
import { findWebhook } from '../../programs/webhooks.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

/** A webhook, as people type it. */
export const webhookField = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .describe('The webhook’s name, or its id.');

/** Finds the webhook that a field names, if it has not ended. It locks it by default. */
export async function webhookOf(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  webhook: string,
  options: { readonly lock?: boolean } = { lock: true },
): Promise<Webhook | Refused> {
  const found = await findWebhook(q, institution.id, webhook, options);
  return found ?? refuse('webhook_unknown', { field: 'webhook', facts: { webhook } });
}

/** A webhook as the list shows it. Its secret is not in it. */
export const webhookSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(domainEventKinds)),
  madeAt: z.string(),
  madeBy: z.string(),
  secretMadeAt: z.string().nullable().describe('`null`: it has no secret, and gets nothing yet.'),
  endedAt: z.string().nullable(),
});

export function webhookOutput(webhook: Webhook): z.input<typeof webhookSchema> {
  return {
    ...webhook,
    kinds: [...webhook.kinds],
    madeAt: webhook.madeAt.toString(),
    secretMadeAt: webhook.secretMadeAt?.toString() ?? null,
    endedAt: webhook.endedAt?.toString() ?? null,
  };
}
