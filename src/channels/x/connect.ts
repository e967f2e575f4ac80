import type { XClient } from './client.ts';
import type { XAnswer } from './answer.ts';
import { assertAnswered } from './client.ts';
import {
  chatEvents,
  handleEvent,
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

/** Lists the webhooks of our app. @param bearer the app's bearer token */
export async function listWebhooks(client: XClient, bearer: string): Promise<XWebhook[]> {
  const answer = await client.call({ method: 'GET', path: '/2/webhooks', token: bearer });
  assertAnswered(answer, 'listing webhooks');
  return webhooksIn(answer);
}

/**
 * Makes X deliver to our address: registers a missing webhook, and has an invalid one checked again.
 * @throws Fault with X's code, such as `x_400` if the address did not answer X's challenge
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
  /** The user that it is about. */
  readonly userId: string | undefined;
  readonly webhookId: string | undefined;
}

/** A list with more than this many pages of a thousand is not read to its end. */
const pagesMax = 100;

/** Lists our app's subscriptions: for all its accounts, and for the members whose handles it watches. @param bearer the app's */
export async function listSubscriptions(client: XClient, bearer: string): Promise<XSubscribed[]> {
  const found: XSubscribed[] = [];
  let next: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await client.call({
      method: 'GET',
      path: '/2/activity/subscriptions',
      query: {
        max_results: '1000',
        ...(next === undefined ? {} : { pagination_token: next }),
      },
      token: bearer,
    });
    assertAnswered(answer, 'listing subscriptions');
    found.push(...subscriptionsIn(answer));
    next = subscriptionAnswer.safeParse(answer.body).data?.meta?.next_token;
    if (next === undefined) break;
  }
  return found;
}

/**
 * Adds missing subscriptions for the bank's account, and redirects those that deliver elsewhere to this webhook.
 * @param wanted `bearer` is the app's, which manages subscriptions; `token` is the account's, which private events need; `only` are the
 *   event types, if not all
 * @returns the event types added or redirected
 */
export async function ensureSubscriptions(
  client: XClient,
  wanted: {
    readonly bearer: string;
    readonly token: string;
    readonly userId: string;
    readonly webhookId: string;
    readonly only?: readonly string[];
  },
): Promise<string[]> {
  const { bearer, token, userId, webhookId, only = [...wantedEvents, ...chatEvents] } = wanted;
  const own = (await listSubscriptions(client, bearer)).filter((one) => one.userId === userId);
  const changed: string[] = [];
  for (const eventType of only) {
    const there = own.filter((one) => one.eventType === eventType);
    if (there.some((one) => one.webhookId === webhookId)) continue;
    const [elsewhere] = there;
    const answer = await client.call(
      elsewhere
        ? {
            method: 'PUT',
            path: `/2/activity/subscriptions/${elsewhere.id}`,
            body: { webhook_id: webhookId },
            token: bearer,
          }
        : {
            method: 'POST',
            path: '/2/activity/subscriptions',
            body: {
              event_type: eventType,
              filter: { user_id: userId },
              tag: eventType.replaceAll('.', '-'),
              webhook_id: webhookId,
            },
            token,
          },
    );
    // Not every app may receive encrypted chat events. Everything else works without them.
    if (chatEvents.includes(eventType) && (answer.status === 400 || answer.status === 403))
      continue;
    assertAnswered(answer, `subscribing to ${eventType}`);
    changed.push(eventType);
  }
  return changed;
}

/**
 * Makes X report when this user changes their handle: events about others need a subscription each.
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
      event_type: handleEvent,
      filter: { user_id: given.userId },
      tag: 'member-handle',
      webhook_id: given.webhookId,
    },
    token: given.token,
  });
  // 409: already subscribed.
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
    return id !== undefined && eventType !== undefined
      ? [{ id, eventType, userId: read.data?.filter?.user_id, webhookId: read.data?.webhook_id }]
      : [];
  });
}

/**
 * Ends the subscriptions about certain users. Those of the app's other accounts stay.
 * @param which `isTheirs` says whether a user's subscriptions end
 * @returns how many ended
 */
export async function deleteSubscriptions(
  client: XClient,
  { bearer, isTheirs }: { bearer: string; isTheirs: (userId: string | undefined) => boolean },
): Promise<number> {
  const ended = (await listSubscriptions(client, bearer)).filter((one) => isTheirs(one.userId));
  for (const { id } of ended) {
    const answer = await client.call({
      method: 'DELETE',
      path: `/2/activity/subscriptions/${id}`,
      token: bearer,
    });
    assertAnswered(answer, 'ending a subscription');
  }
  return ended.length;
}

/** X replays no further back. */
const replayHoursMax = 24;

/**
 * Makes X deliver again everything since then that it delivered or tried to deliver. Messages taken before count once.
 * @param asked `bearer` is the app's; a `from` over 24 hours ago counts as 24 hours ago
 * @throws Fault with X's code
 */
export async function askReplay(
  client: XClient,
  asked: {
    readonly bearer: string;
    readonly webhookId: string;
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
  },
): Promise<void> {
  const { bearer, webhookId, to } = asked;
  // A little within X's limit, because its clock differs from ours.
  const earliest = to.subtract({ hours: replayHoursMax }).add({ minutes: 5 });
  const from = Temporal.Instant.compare(asked.from, earliest) < 0 ? earliest : asked.from;
  const answer = await client.call({
    method: 'POST',
    path: '/2/webhooks/replay',
    body: { webhook_id: webhookId, from_date: minuteOf(from), to_date: minuteOf(to) },
    token: bearer,
  });
  assertAnswered(answer, 'having lost events delivered again');
}

/** `yyyymmddhhmm` in UTC. */
function minuteOf(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'minute', roundingMode: 'floor' }).replace(/\D/g, '');
}
