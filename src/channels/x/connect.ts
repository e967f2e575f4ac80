import type { XAnswer, XClient } from './client.ts';
import { assertAnswered } from './client.ts';
import {
  subscriptionAnswer,
  subscriptionRow,
  wantedEvents,
  webhook,
  webhookAnswer,
} from './wire.ts';

export interface XWebhook {
  readonly id: string;
  readonly url: string;
  readonly valid: boolean;
}

/** The webhooks of our app. @param bearer the app's bearer token */
export async function listWebhooks(client: XClient, bearer: string): Promise<XWebhook[]> {
  const answer = await client.call({ method: 'GET', path: '/2/webhooks', token: bearer });
  assertAnswered(answer, 'listing webhooks');
  return webhooksIn(answer);
}

/**
 * Has X deliver to our address: registers the webhook where it is not there, has one that is invalid checked again.
 * @throws Fault with X's code, such as `x_400` when the address did not answer X's challenge
 */
export async function ensureWebhook(
  client: XClient,
  { bearer, url }: { bearer: string; url: string },
): Promise<XWebhook> {
  const existing = (await listWebhooks(client, bearer)).find((one) => one.url === url);
  if (existing?.valid) return existing;
  if (existing) {
    const answer = await client.call({
      method: 'PUT',
      path: `/2/webhooks/${existing.id}`,
      token: bearer,
    });
    assertAnswered(answer, 'checking the webhook');
    return { ...existing, valid: true };
  }
  const answer = await client.call({
    method: 'POST',
    path: '/2/webhooks',
    body: { url },
    token: bearer,
  });
  assertAnswered(
    answer,
    'registering the webhook (does the address answer X’s challenge from outside?)',
  );
  const [made] = webhooksIn(answer);
  return made ?? { id: '', url, valid: false };
}

function webhooksIn(answer: XAnswer): XWebhook[] {
  const parsed = webhookAnswer.safeParse(answer.body);
  const data = parsed.success ? (parsed.data.data ?? parsed.data) : [];
  const list = Array.isArray(data) ? data : [data];
  return list.flatMap((one) => {
    const read = webhook.safeParse(one);
    return read.success
      ? [{ id: read.data.id, url: read.data.url, valid: read.data.valid ?? false }]
      : [];
  });
}

export interface XSubscribed {
  readonly id: string;
  readonly eventType: string;
}

/** What our app is subscribed to. @param token the user's, since private events need the user */
export async function listSubscriptions(client: XClient, token: string): Promise<XSubscribed[]> {
  const answer = await client.call({ method: 'GET', path: '/2/activity/subscriptions', token });
  assertAnswered(answer, 'listing subscriptions');
  return subscriptionsIn(answer);
}

/** Subscribes to what is wanted of the bank's account and not there yet. @returns the event types added */
export async function ensureSubscriptions(
  client: XClient,
  wanted: { token: string; userId: string; webhookId: string },
): Promise<string[]> {
  const there = new Set(
    (await listSubscriptions(client, wanted.token)).map(({ eventType }) => eventType),
  );
  const added: string[] = [];
  for (const eventType of wantedEvents) {
    if (there.has(eventType)) continue;
    const answer = await client.call({
      method: 'POST',
      path: '/2/activity/subscriptions',
      body: {
        event_type: eventType,
        filter: { user_id: wanted.userId },
        tag: eventType.replaceAll('.', '-'),
        webhook_id: wanted.webhookId,
      },
      token: wanted.token,
    });
    assertAnswered(answer, `subscribing to ${eventType}`);
    added.push(eventType);
  }
  return added;
}

/**
 * Has X tell when this user changes their handle: events about others need a subscription for each.
 * @throws Fault with X's code
 */
export async function watchHandle(
  client: XClient,
  given: { readonly token: string; readonly userId: string; readonly webhookId: string },
): Promise<void> {
  const answer = await client.call({
    method: 'POST',
    path: '/2/activity/subscriptions',
    body: {
      event_type: 'profile.update.handle',
      filter: { user_id: given.userId },
      tag: 'member-handle',
      webhook_id: given.webhookId,
    },
    token: given.token,
  });
  // 409: it is watched already.
  if (answer.status !== 409) assertAnswered(answer, 'subscribing to changes of a handle');
}

function subscriptionsIn(answer: XAnswer): XSubscribed[] {
  const parsed = subscriptionAnswer.safeParse(answer.body);
  const data = parsed.success ? parsed.data.data : undefined;
  const list = Array.isArray(data)
    ? data
    : data && 'subscription' in data
      ? [data.subscription]
      : data
        ? [data]
        : [];
  return list.flatMap((one) => {
    const read = subscriptionRow.safeParse(one);
    const id = read.data?.subscription_id ?? read.data?.id;
    const eventType = read.data?.event_type;
    return id !== undefined && eventType !== undefined ? [{ id, eventType }] : [];
  });
}

/** Ends every subscription of this account. @returns how many */
export async function deleteSubscriptions(client: XClient, token: string): Promise<number> {
  const there = await listSubscriptions(client, token);
  for (const { id } of there) {
    const answer = await client.call({
      method: 'DELETE',
      path: `/2/activity/subscriptions/${id}`,
      token,
    });
    assertAnswered(answer, 'ending a subscription');
  }
  return there.length;
}
