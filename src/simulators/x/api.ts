import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { World } from '../../kernel/world.ts';
import type { Limits } from './limits.ts';
import type { XFaults } from './simulator.ts';
import { conversationId, type XMessage, type XState, type XWebhookRow } from './state.ts';

export interface ApiContext {
  readonly world: World;
  readonly state: XState;
  readonly limits: Limits;
  readonly faults: XFaults;
  readonly clientId: string;
  readonly send: (message: { from: string; to: string; text: string }) => Promise<XMessage>;
  readonly follow: (
    from: string,
    to: string,
    event: 'follow.follow' | 'follow.unfollow',
  ) => Promise<void>;
  readonly giveToken: (userId?: string) => { accessToken: string; refreshToken: string };
  readonly challenge: (url: string) => Promise<boolean>;
  /** Delivers again what was to be delivered to this webhook then. */
  readonly replay: (
    webhook: XWebhookRow,
    when: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
  ) => Promise<void>;
}

/** The calls of X's API v2 that are used here, with X's answers and problems. */
export function createApi(api: ApiContext): Hono {
  const app = new Hono();
  // A connection that was lost on purpose: nobody hears what was done.
  app.onError((_error, context) => context.body(null, 502));
  addAuthorization(app, api);
  addMessages(app, api);
  addUsers(app, api);
  addWebhooks(app, api);
  addSubscriptions(app, api);
  app.notFound((context) => problem(context, 404, 'Not Found'));
  return app;
}

type Status = 400 | 401 | 402 | 403 | 404 | 409 | 429 | 503;

function problem(context: Context, status: Status, detail: string, code?: number): Response {
  return context.json(
    {
      title: detail,
      detail,
      type: 'about:blank',
      status,
      ...(code === undefined ? {} : { errors: [{ code, message: detail }] }),
    },
    status,
  );
}

/** Who calls: the user of an access token, or the app of a bearer. */
function caller(context: Context, { state, world }: ApiContext): { userId?: string } | undefined {
  const token = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const known = token === undefined ? undefined : state.accessTokens.get(token);
  if (!known) return undefined;
  if (known.expiresAt && Temporal.Instant.compare(known.expiresAt, world.clock.now()) <= 0)
    return undefined;
  return known.userId === undefined ? {} : { userId: known.userId };
}

/** Webhooks and subscriptions are the app's: a user's token does not manage them. */
function isApp(context: Context, api: ApiContext): boolean {
  const who = caller(context, api);
  return who !== undefined && who.userId === undefined;
}

async function bodyOf(context: Context): Promise<Record<string, unknown>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}

function addAuthorization(app: Hono, { state, clientId, giveToken, world }: ApiContext): void {
  app.get('/i/oauth2/authorize', (context) => {
    const query = context.req.query();
    const users = [...state.users.values()];
    return context.html(
      html`<!doctype html><title>Allow access</title>
        <h1>Allow ${query['client_id'] ?? ''} to use your account?</h1>
        <form method="post">
          ${Object.entries(query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
          <label
            >Account
            <select name="user_id">
              ${users.map((user) => html`<option value="${user.id}">@${user.username}</option>`)}
            </select></label
          >
          <button>Allow</button>
        </form>`,
    );
  });
  app.post('/i/oauth2/authorize', async (context) => {
    const form = await context.req.parseBody();
    const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
    if (field('client_id') !== clientId || field('code_challenge_method') !== 'S256')
      return problem(context, 400, 'invalid_request');
    const code = Buffer.from(world.random.bytes(18)).toString('base64url');
    state.codes.set(code, {
      userId: field('user_id'),
      challenge: field('code_challenge'),
      redirectUri: field('redirect_uri'),
    });
    const back = new URL(field('redirect_uri'));
    back.searchParams.set('code', code);
    back.searchParams.set('state', field('state'));
    return context.redirect(back.href);
  });
  app.post('/2/oauth2/token', async (context) => {
    const form = await context.req.parseBody();
    const userId = grant(state, form);
    if (userId === undefined)
      return context.json(
        { error: 'invalid_grant', error_description: 'The grant is not valid' },
        400,
      );
    const tokens = giveToken(userId);
    return context.json({
      token_type: 'bearer',
      expires_in: 7200,
      access_token: tokens.accessToken,
      refresh_token: tokens.refreshToken,
      scope: 'dm.read dm.write users.read offline.access',
    });
  });
}

/** Whose tokens a grant gives; codes and refresh tokens are good once. */
function grant(state: XState, form: Readonly<Record<string, unknown>>): string | undefined {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  if (text('grant_type') === 'refresh_token') {
    const userId = state.refreshTokens.get(text('refresh_token'));
    state.refreshTokens.delete(text('refresh_token'));
    return userId;
  }
  const code = state.codes.get(text('code'));
  state.codes.delete(text('code'));
  const challenge = createHash('sha256').update(text('code_verifier')).digest('base64url');
  return code?.challenge === challenge && code.redirectUri === text('redirect_uri')
    ? code.userId
    : undefined;
}

function addMessages(app: Hono, api: ApiContext): void {
  const { state, limits, faults } = api;
  app.post('/2/dm_conversations/with/:participant/messages', async (context) => {
    const who = caller(context, api);
    if (!who) return problem(context, 401, 'Unauthorized');
    if (who.userId === undefined) return problem(context, 403, 'A user context is needed');
    const to = context.req.param('participant');
    const { text } = await bodyOf(context);
    if (typeof text !== 'string' || text === '' || text.length > 10_000)
      return problem(context, 400, 'Invalid Request');
    const fault = faults.sends.shift();
    if (fault === 'no_credit') return problem(context, 402, 'CreditsDepleted');
    if (fault === 'cannot_write' || !state.users.has(to))
      return problem(context, 403, 'You cannot send messages to this user', 349);
    if (fault === 'server_error') return problem(context, 503, 'Service Unavailable');
    const left = limits.left(who.userId, state.messages);
    const used =
      fault === 'throttled' ||
      (limits.isOn && (left.quarterHour.left === 0 || left.day.left === 0));
    context.header('x-rate-limit-limit', '15');
    context.header(
      'x-rate-limit-remaining',
      String(used ? 0 : Math.max(0, left.quarterHour.left - 1)),
    );
    context.header(
      'x-rate-limit-reset',
      String(Math.ceil(left.quarterHour.resetsAt.epochMilliseconds / 1000)),
    );
    if (used) return problem(context, 429, 'Too Many Requests');
    const sent = await api.send({ from: who.userId, to, text });
    // The message is there and nobody is told: what a broken connection leaves behind.
    if (fault === 'lost') throw new Error('the connection was lost');
    return context.json(
      { data: { dm_conversation_id: conversationId(who.userId, to), dm_event_id: sent.id } },
      201,
    );
  });
  const listed = (context: Context, messages: readonly XMessage[]) => {
    const most = Math.min(100, Math.max(1, Number(context.req.query('max_results') ?? 100)));
    const start = Number(context.req.query('pagination_token') ?? 0);
    const newest = messages.toReversed().slice(start, start + most);
    const next = start + most < messages.length ? String(start + most) : undefined;
    return context.json({
      ...(newest.length > 0
        ? {
            data: newest.map((message) => ({
              id: message.id,
              event_type: 'MessageCreate',
              text: message.text,
              sender_id: message.senderId,
              dm_conversation_id: conversationId(message.senderId, message.recipientId),
              created_at: message.createdAt.toString({ fractionalSecondDigits: 3 }),
            })),
          }
        : {}),
      meta: { result_count: newest.length, ...(next === undefined ? {} : { next_token: next }) },
    });
  };
  app.get('/2/dm_events', (context) => {
    const userId = caller(context, api)?.userId;
    if (userId === undefined) return problem(context, 401, 'Unauthorized');
    return listed(
      context,
      state.messages.filter((one) => one.senderId === userId || one.recipientId === userId),
    );
  });
  app.get('/2/dm_conversations/with/:participant/dm_events', (context) => {
    const userId = caller(context, api)?.userId;
    if (userId === undefined) return problem(context, 401, 'Unauthorized');
    const wanted = conversationId(userId, context.req.param('participant'));
    return listed(
      context,
      state.messages.filter((one) => conversationId(one.senderId, one.recipientId) === wanted),
    );
  });
}

function addUsers(app: Hono, api: ApiContext): void {
  const { state, faults } = api;
  app.get('/2/users/me', (context) => {
    const userId = caller(context, api)?.userId;
    const user = userId === undefined ? undefined : state.users.get(userId);
    return user ? context.json({ data: { ...user } }) : problem(context, 401, 'Unauthorized');
  });
  app.get('/2/users/by/username/:username', (context) => {
    if (!caller(context, api)) return problem(context, 401, 'Unauthorized');
    const wanted = context.req.param('username').toLowerCase();
    const user = [...state.users.values()].find((one) => one.username.toLowerCase() === wanted);
    return user ? context.json({ data: { ...user } }) : problem(context, 404, 'Not Found');
  });
  app.post('/2/users/:id/following', async (context) => {
    const userId = caller(context, api)?.userId;
    if (userId === undefined || userId !== context.req.param('id'))
      return problem(context, 401, 'Unauthorized');
    if (faults.followForbidden)
      return problem(context, 403, 'Your tier does not include this call');
    const target = (await bodyOf(context))['target_user_id'];
    if (typeof target !== 'string' || !state.users.has(target))
      return problem(context, 400, 'Invalid Request');
    await api.follow(userId, target, 'follow.follow');
    return context.json({ data: { following: true, pending_follow: false } });
  });
}

function addWebhooks(app: Hono, api: ApiContext): void {
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
    if (typeof url !== 'string' || url.length > 200)
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
    await api.replay(webhook, { from, until: to.add({ minutes: 1 }) });
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

function addSubscriptions(app: Hono, api: ApiContext): void {
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
    // What is private, only that user may let be told.
    if (eventType.startsWith('dm.') && who.userId !== userId)
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
    const most = Math.min(1_000, Math.max(1, Number(context.req.query('max_results') ?? 100)));
    const start = Number(context.req.query('pagination_token') ?? 0);
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
