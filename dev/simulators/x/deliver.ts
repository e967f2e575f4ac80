import { createHmac } from 'node:crypto';
import type { World } from '../../../src/kernel/world.ts';
import { crcTokenPattern, signatureHeader } from '../../../src/channels/x/wire.ts';
import type { XState, XWebhookRow } from './state.ts';

/** How deliveries fail when a test asks for it. */
export interface DeliveryFaults {
  /** Each is delivered this many times more. */
  duplicates: number;
  /** The next ones, this many, are lost. */
  dropped: number;
}

/** One delivery and its result, for the phone's panel and for tests. */
export interface DeliveryRecord {
  readonly eventType: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly attempt: number;
}

export interface Delivering {
  readonly state: XState;
  readonly world: World;
  readonly fetch: typeof fetch;
  readonly consumerSecret: string;
  readonly faults: DeliveryFaults;
  readonly recorded: (record: DeliveryRecord) => void;
}

const attemptsMax = 3;

/** How many deliveries we remember for a replay. */
const attemptedMax = 10_000;

/** Signs an event and delivers it to every subscribed webhook. Tries again as X does. */
export async function deliver(
  context: Delivering,
  event: { readonly type: string; readonly userId: string; readonly payload: object },
): Promise<void> {
  const { state, faults } = context;
  const hooks = [...state.subscriptions.values()].filter(
    (one) =>
      one.eventType === event.type && one.userId === event.userId && one.webhookId !== undefined,
  );
  const isDropped = hooks.length > 0 && faults.dropped > 0;
  if (isDropped) faults.dropped -= 1;
  for (const hook of hooks) {
    const webhook = state.webhooks.get(hook.webhookId ?? '');
    if (!webhook?.valid) continue;
    const body = JSON.stringify({
      data: {
        event_uuid: `-${state.nextId()}`,
        event_type: event.type,
        filter: { user_id: event.userId },
        ...(hook.tag === undefined ? {} : { tag: hook.tag }),
        payload: event.payload,
      },
    });
    const attempt = { webhook, type: event.type, body };
    const at = context.world.clock.now();
    state.attempted.push({ webhookId: webhook.id, type: event.type, body, at });
    state.attempted.splice(0, state.attempted.length - attemptedMax);
    if (isDropped) continue;
    for (let copy = 0; copy <= faults.duplicates; copy += 1) await push(context, attempt);
  }
}

/** Repeats deliveries to this webhook from that period, including lost ones. */
export async function replay(
  context: Delivering,
  webhook: XWebhookRow,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<void> {
  const then = context.state.attempted.filter(
    ({ webhookId, at }) =>
      webhookId === webhook.id &&
      Temporal.Instant.compare(at, from) >= 0 &&
      Temporal.Instant.compare(at, until) < 0,
  );
  for (const { type, body } of then) await push(context, { webhook, type, body });
}

async function push(
  { fetch: network, consumerSecret, recorded, world }: Delivering,
  { webhook, type, body }: { webhook: XWebhookRow; type: string; body: string },
): Promise<void> {
  const signature = `sha256=${createHmac('sha256', consumerSecret).update(body).digest('base64')}`;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const started = world.clock.now().epochMilliseconds;
    let status = 0;
    try {
      const response = await network(webhook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [signatureHeader]: signature },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      ({ status } = response);
    } catch {
      status = 0;
    }
    recorded({
      eventType: type,
      status,
      milliseconds: world.clock.now().epochMilliseconds - started,
      attempt,
    });
    if (status === 200) return;
  }
}

/** Sends X's challenge to the webhook. */
export async function challenge(
  { fetch: network, consumerSecret, world }: Pick<Delivering, 'fetch' | 'consumerSecret' | 'world'>,
  url: string,
): Promise<boolean> {
  const token = Buffer.from(world.random.bytes(24)).toString('base64url');
  if (!crcTokenPattern.test(token)) return false;
  const asked = new URL(url);
  asked.searchParams.set('crc_token', token);
  try {
    const response = await network(asked.href, { signal: AbortSignal.timeout(10_000) });
    const body: unknown = await response.json();
    const expected = `sha256=${createHmac('sha256', consumerSecret).update(token).digest('base64')}`;
    return (
      response.status === 200 &&
      typeof body === 'object' &&
      body !== null &&
      'response_token' in body &&
      body.response_token === expected
    );
  } catch {
    return false;
  }
}
