import { z } from 'zod';
import { domainEventKinds } from '../../kernel/vocabulary/domain-event.ts';
import { isAllowedWebhookUrl, webhookUrlMax } from '../../programs/webhook-url.ts';
import { addWebhook } from '../../programs/webhooks.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { webhookOutput, webhookSchema } from './webhook-fields.ts';

/** A list of kinds; also in one text, as a form or a command line gives it. */
const kindsField = z
  .preprocess(
    (given) =>
      typeof given === 'string' ? given.split(/[\s,]+/).filter((one) => one !== '') : given,
    z.array(z.enum(domainEventKinds)).min(1).max(domainEventKinds.length),
  )
  .describe('Kinds of events.');

/** Adds a webhook, with two persons. It gets events from then on, once it has a secret. */
export const createWebhook = operation({
  id: 'createWebhook',
  summary: 'Adds an address that gets events',
  access: 'staff',
  permission: 'manage_tokens',
  input: z.strictObject({
    name: z.string().trim().min(1).max(60).describe('Such as `warehouse`.'),
    url: z.string().trim().min(1).max(webhookUrlMax).describe('Where events go: https.'),
    kinds: kindsField,
  }),
  output: webhookSchema,
  refusals: ['webhook_exists', 'webhook_url_refused'],
  difference: async ({ institution }, { name, url, kinds }) =>
    isAllowedWebhookUrl(url, institution)
      ? {
          subject: name,
          lines: [
            { what: 'url', after: url },
            { what: 'kinds', after: [...new Set(kinds)].join(', ') },
          ],
        }
      : refuse('webhook_url_refused', { field: 'url' }),
  run: async (request, { name, url, kinds }) => {
    const { institution, world, principal } = request;
    if (!isAllowedWebhookUrl(url, institution))
      return refuse('webhook_url_refused', { field: 'url' });
    return request.db.transaction(async (tx) => {
      const added = await addWebhook(tx, world, {
        institutionId: institution.id,
        name,
        url,
        kinds: [...new Set(kinds)],
        by: principal.name,
      });
      if (!added) return refuse('webhook_exists', { field: 'name', facts: { name } });
      await recordInAuditLog(tx, request, {
        what: 'webhook_added',
        subject: added.id,
        detail: { name, url, kinds: added.kinds },
      });
      return webhookOutput(added);
    });
  },
});
