import { Hono } from 'hono';
import { deliveryStates } from '../../../kernel/vocabulary/delivery-state.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { createWebhook } from '../../../operations/programs/create-webhook.ts';
import { endWebhook } from '../../../operations/programs/end-webhook.ts';
import {
  listDeliveriesOfWebhook,
  listWebhooks,
} from '../../../operations/programs/list-webhooks.ts';
import { makeWebhookSecret } from '../../../operations/programs/make-webhook-secret.ts';
import { replayWebhook } from '../../../operations/programs/replay-webhook.ts';
import { perform } from '../../../operations/perform.ts';
import { formOf } from '../../frame/form.ts';
import { html } from '../../ui/html.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { webhookList } from './list-view.ts';
import { sayIn } from './program-words.ts';
import { tickedIn } from './tick-fields.ts';
import { webhookDetail, type Delivery } from './webhook-detail.ts';

/** The pages of webhooks. */
export function createWebhookPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/programs/webhooks', list);
  app.post('/programs/webhooks', add);
  app.get('/programs/webhooks/:id', webhook);
  app.post('/programs/webhooks/:id/secret', secret);
  app.post('/programs/webhooks/:id/replay', async (context) => {
    const performed = await act(context, replayWebhook, { webhook: context.req.param('id') });
    const count = String(performed.done?.again ?? 0);
    const said = sayIn(signedIn(context).language)('replayed', { count });
    return answer(context, performed, { to: pathOf(context), said });
  });
  app.post('/programs/webhooks/:id/end', async (context) => {
    const performed = await act(context, endWebhook, { webhook: context.req.param('id') });
    const said = sayIn(signedIn(context).language)('webhook_ended');
    return answer(context, performed, { to: pathOf(context), said });
  });
  return app;
}

function pathOf(context: ConsoleContext): string {
  return `/programs/webhooks/${context.req.param('id') ?? ''}`;
}

async function list(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, listWebhooks, {});
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  return page(context, {
    title: sayIn(request.language)('webhooks'),
    section: 'programs',
    body: webhookList(request, done.webhooks),
  });
}

async function add(context: ConsoleContext): Promise<Response> {
  const form = await formOf(context);
  const request: SignedInRequest = { ...signedIn(context), why: form['why'] ?? '' };
  const performed = await perform(request, createWebhook, {
    name: form['name'],
    url: form['url'],
    kinds: tickedIn(form, 'kind').join(','),
  });
  return answer(context, performed, {
    to: '/programs/webhooks',
    said: sayIn(request.language)('webhook_asked'),
  });
}

async function webhook(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, listWebhooks, {});
  if (refused) return refusedLook(context, refused);
  const found = done.webhooks.find(({ id }) => id === context.req.param('id'));
  if (!found) return context.notFound();
  const state = deliveryStates.find((one) => one === context.req.query('state'));
  const sent = found.endedAt === null ? await deliveriesOf(context, found.id, state) : [];
  if (sent instanceof Response) return sent;
  return page(context, {
    title: found.name,
    section: 'programs',
    body: webhookDetail(signedIn(context), found, { deliveries: sent, state }),
  });
}

async function deliveriesOf(
  context: ConsoleContext,
  id: string,
  state: (typeof deliveryStates)[number] | undefined,
): Promise<readonly Delivery[] | Response> {
  const before = context.req.query('before');
  const { done, refused } = await look(context, listDeliveriesOfWebhook, {
    webhook: id,
    ...(state ? { state } : {}),
    ...(before ? { before } : {}),
  });
  return refused ? refusedLook(context, refused) : done.deliveries;
}

async function secret(context: ConsoleContext): Promise<Response> {
  const performed = await act(context, makeWebhookSecret, { webhook: context.req.param('id') });
  const { language } = signedIn(context);
  const say = sayIn(language);
  const { done } = performed;
  if (!done) return answer(context, performed, { to: pathOf(context), said: '' });
  const title = say('secret_made', { name: done.name });
  return page(context, {
    title,
    section: 'programs',
    body: html`<div class="plain stack">
      <h1>${title}</h1>
      <p class="lead">${say('secret_made_text')}</p>
      <div class="field">
        <label for="secret">${say('secret')}</label>
        <input id="secret" type="text" readonly value="${done.secret}" class="secret" />
      </div>
      <p>
        <a class="button" href="${pathOf(context)}"
          >${sayOf(packs[language].console.frame)('back')}</a
        >
      </p>
    </div>`,
  });
}
