import type { Database } from '../database/database.ts';
import type { DeliveryState } from '../kernel/vocabulary/delivery-state.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { World } from '../kernel/world.ts';
import type { PostWebhook } from './post-webhook.ts';
import { signedHeaders } from './webhook-signature.ts';
import { openWebhookSecret } from './webhooks.ts';

/** The pauses after the attempts that fail, in minutes. After the last one, a delivery is dead. */
const pauses = [1, 5, 30, 120, 360, 720, 1440] as const;
const attemptsMax = pauses.length + 1;

/** So long an attempt belongs to the process that makes it. */
const claimMinutes = 2;

/** The most deliveries of one webhook in one job, and how long it may go on. */
const atOnce = 100;
const longestMinutes = 1;

export interface WebhookDelivery {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly post: PostWebhook;
  /** Tells staff that deliveries failed for good. */
  died(institutionId: number, webhook: string): Promise<void>;
}

interface Ready {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly sealed: Uint8Array;
}

/**
 * Sends what is due of an institution, the webhooks side by side. A webhook whose receiver fails
 * waits for the next job, so it holds up no other. A delivery leaves at least once: a receiver
 * knows a repeated one by its id.
 */
export async function deliverWebhooks(
  delivery: WebhookDelivery,
  institution: { readonly id: number; readonly demonstration: boolean },
): Promise<void> {
  const webhooks = await delivery.db.query<Ready>(
    `select id, name, url, sealed from webhooks
      where institution_id = $1 and ended_at is null and sealed is not null`,
    [institution.id],
  );
  await Promise.all(webhooks.map(async (webhook) => deliverAll(delivery, institution, webhook)));
}

async function deliverAll(
  delivery: WebhookDelivery,
  institution: { readonly id: number; readonly demonstration: boolean },
  webhook: Ready,
): Promise<void> {
  const { clock } = delivery.world;
  const until = clock.now().add({ minutes: longestMinutes });
  for (let count = 0; count < atOnce; count += 1) {
    if (Temporal.Instant.compare(clock.now(), until) > 0) return;
    const claimed = await claim(delivery, institution.id, webhook.id);
    if (!claimed) return;
    const outcome = await attempt(delivery, institution, webhook, claimed);
    const isDelivered = /^2\d\d$/.test(outcome);
    const state = isDelivered ? 'delivered' : claimed.attempts >= attemptsMax ? 'dead' : 'waiting';
    await record(delivery, institution.id, webhook.id, { ...claimed, state, outcome });
    delivery.metrics.count('webhook_deliveries', { outcome: state });
    if (state === 'dead') await delivery.died(institution.id, webhook.name);
    if (!isDelivered) return;
  }
}

interface Claimed {
  readonly number: bigint;
  readonly body: string;
  /** This one included. */
  readonly attempts: number;
}

async function claim(
  { db, world }: WebhookDelivery,
  institutionId: number,
  webhookId: string,
): Promise<Claimed | undefined> {
  const now = world.clock.now();
  const [row] = await db.query<Claimed>(
    // Materialized: the plan may otherwise run the limited part again for each row.
    `with due as materialized (
        select event_number from webhook_deliveries
        where institution_id = $1 and webhook_id = $2 and state = 'waiting' and next_at <= $3
        order by event_number limit 1 for update skip locked)
      update webhook_deliveries d set attempts = d.attempts + 1, next_at = $4 from due
      where d.institution_id = $1 and d.webhook_id = $2 and d.event_number = due.event_number
      returning d.event_number as number, d.body, d.attempts`,
    [institutionId, webhookId, now, now.add({ minutes: claimMinutes })],
  );
  return row;
}

/** @returns the HTTP status, or `no answer`, or `no key` */
async function attempt(
  { world, keyring, post }: WebhookDelivery,
  institution: { readonly id: number; readonly demonstration: boolean },
  { id, url, sealed }: Ready,
  { number, body }: Claimed,
): Promise<string> {
  let secret: string;
  try {
    secret = openWebhookSecret(keyring, { institutionId: institution.id, id }, sealed);
  } catch {
    return 'no key';
  }
  const headers = signedHeaders(secret, { id: `${id}/${number}`, body, at: world.clock.now() });
  try {
    return String(await post({ url, headers, body, demonstration: institution.demonstration }));
  } catch {
    // Its message may name addresses of the network, which staff need not see.
    return 'no answer';
  }
}

async function record(
  { db, world }: WebhookDelivery,
  institutionId: number,
  webhookId: string,
  done: Claimed & { readonly state: DeliveryState; readonly outcome: string },
): Promise<void> {
  const now = world.clock.now();
  const pause = pauses[Math.min(done.attempts, pauses.length) - 1] ?? 1;
  // Unless staff have sent it again meanwhile, or another process after this one's claim.
  await db.query(
    `update webhook_deliveries set state = $5, outcome = $6, next_at = $7, ended_at = $8
      where institution_id = $1 and webhook_id = $2 and event_number = $3 and state = 'waiting' and attempts = $4`,
    [
      institutionId,
      webhookId,
      done.number,
      done.attempts,
      done.state,
      done.outcome,
      now.add({ minutes: pause }),
      done.state === 'waiting' ? null : now,
    ],
  );
}
