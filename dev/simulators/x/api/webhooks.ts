import type { Hono } from 'hono';
import { problem, isApp, bodyOf } from './answers.ts';
import type { ApiContext } from './context.ts';

export function addWebhooks(app: Hono, api: ApiContext): void {
  const { state, world } = api;
  const shown = (webhook: {
    id: string;
    url: string;
    valid: boolean;
    createdAt: Temporal.Instant;
  }) => ({
    id: webhook.id,
    url: webhook.url,
    valid: webhook.valid,
    created_at: webhook.createdAt.toString({ fractionalSecondDigits: 3 }),
  });
  app.post('/2/webhooks', async (context) => {
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    const { url } = await bodyOf(context);
    if (typeof url !== 'string' || url.length > 200 || !URL.canParse(url))
      return problem(context, 400, 'Invalid Request');
    if (!(await api.challenge(url)))
      return problem(context, 400, 'The webhook did not answer the challenge');
    const webhook = { id: state.nextId(), url, valid: true, createdAt: world.clock.now() };
    state.webhooks.set(webhook.id, webhook);
    return context.json({ data: shown(webhook) });
  });
  app.get('/2/webhooks', (context) =>
    isApp(context, api)
      ? context.json({
          data: [...state.webhooks.values()].map(shown),
          meta: { result_count: state.webhooks.size },
        })
      : problem(context, 401, 'Unauthorized'),
  );
  app.put('/2/webhooks/:id', async (context) => {
    const webhook = state.webhooks.get(context.req.param('id'));
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    if (!webhook) return problem(context, 404, 'Not Found');
    webhook.valid = await api.challenge(webhook.url);
    return context.json({ data: { valid: webhook.valid } });
  });
  app.delete('/2/webhooks/:id', (context) => {
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    return context.json({ data: { deleted: state.webhooks.delete(context.req.param('id')) } });
  });
  app.post('/2/webhooks/replay', async (context) => {
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    const body = await bodyOf(context);
    const from = instantOfMinute(body['from_date']);
    const to = instantOfMinute(body['to_date']);
    const webhook = state.webhooks.get(String(body['webhook_id']));
    const now = world.clock.now();
    if (!from || !to || Temporal.Instant.compare(from, now.subtract({ hours: 24 })) < 0)
      return problem(context, 400, 'Invalid Request');
    if (!webhook) return problem(context, 404, 'Not Found');
    if (api.faults.replays.shift()) return problem(context, 503, 'Service Unavailable');
    // A job of X's: it continues after the answer.
    api.replay(webhook, { from, until: to.add({ minutes: 1 }) });
    return context.json({ data: { job_id: state.nextId(), created_at: now.toString() } });
  });
}

/** `yyyymmddhhmm` in UTC. */
function instantOfMinute(text: unknown): Temporal.Instant | undefined {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(typeof text === 'string' ? text : '') ?? [];
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}Z`);
  } catch {
    return undefined;
  }
}
