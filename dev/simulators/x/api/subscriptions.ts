import type { Hono } from 'hono';
import { problem, caller, isApp, asked, bodyOf } from './answers.ts';
import type { ApiContext } from './context.ts';

export function addSubscriptions(app: Hono, api: ApiContext): void {
  const { state } = api;
  const text = (body: Record<string, unknown>, name: string) =>
    typeof body[name] === 'string' ? body[name] : undefined;
  app.post('/2/activity/subscriptions', async (context) => {
    const who = caller(context, api);
    if (!who) return problem(context, 401, 'Unauthorized');
    const body = await bodyOf(context);
    const filter = body['filter'];
    const userId =
      typeof filter === 'object' && filter !== null && 'user_id' in filter
        ? filter.user_id
        : undefined;
    const eventType = body['event_type'];
    if (typeof eventType !== 'string' || typeof userId !== 'string')
      return problem(context, 400, 'Invalid Request');
    // Private events need that user's permission.
    if (/^(?:dm|chat)\./.test(eventType) && who.userId !== userId)
      return problem(context, 403, 'Forbidden');
    const webhookId = text(body, 'webhook_id');
    const isThere = [...state.subscriptions.values()].some(
      (one) => one.eventType === eventType && one.userId === userId && one.webhookId === webhookId,
    );
    if (isThere) return problem(context, 409, 'Duplicate subscription');
    const subscription = {
      id: state.nextId(),
      eventType,
      userId,
      tag: text(body, 'tag'),
      webhookId,
    };
    state.subscriptions.set(subscription.id, subscription);
    return context.json({ data: { subscription: shownSubscription(subscription) } });
  });
  app.get('/2/activity/subscriptions', (context) => {
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    const most = asked(context, 'max_results', { least: 1, most: 1_000, otherwise: 100 });
    const start = asked(context, 'pagination_token', { otherwise: 0 });
    if (most === undefined || start === undefined) return problem(context, 400, 'Invalid Request');
    const all = [...state.subscriptions.values()];
    const page = all.slice(start, start + most);
    const next = start + most < all.length ? String(start + most).padStart(16, '0') : undefined;
    return context.json({
      data: page.map(shownSubscription),
      meta: { result_count: page.length, ...(next === undefined ? {} : { next_token: next }) },
    });
  });
  app.put('/2/activity/subscriptions/:id', async (context) => {
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    const subscription = state.subscriptions.get(context.req.param('id'));
    if (!subscription) return problem(context, 404, 'Not Found');
    const body = await bodyOf(context);
    const changed = {
      ...subscription,
      tag: text(body, 'tag') ?? subscription.tag,
      webhookId: text(body, 'webhook_id') ?? subscription.webhookId,
    };
    state.subscriptions.set(changed.id, changed);
    return context.json({
      data: {
        subscription: shownSubscription(changed),
        total_subscriptions: state.subscriptions.size,
      },
    });
  });
  app.delete('/2/activity/subscriptions/:id', (context) => {
    if (!isApp(context, api)) return problem(context, 401, 'Unauthorized');
    return context.json({ data: { deleted: state.subscriptions.delete(context.req.param('id')) } });
  });
}

function shownSubscription(subscription: {
  id: string;
  eventType: string;
  userId: string;
  tag: string | undefined;
  webhookId: string | undefined;
}) {
  return {
    subscription_id: subscription.id,
    event_type: subscription.eventType,
    filter: { user_id: subscription.userId },
    ...(subscription.tag === undefined ? {} : { tag: subscription.tag }),
    ...(subscription.webhookId === undefined ? {} : { webhook_id: subscription.webhookId }),
  };
}
