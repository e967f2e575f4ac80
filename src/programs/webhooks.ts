import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { DomainEventKind } from '../kernel/vocabulary/domain-event.ts';
import type { World } from '../kernel/world.ts';
import type { Webhook, WebhookKey } from './webhook.ts';

const columns = `id, name, url, kinds, made_at as "madeAt", made_by as "madeBy",
  secret_made_at as "secretMadeAt", ended_at as "endedAt"`;

/**
 * Adds a webhook for events from now on. It has no secret yet, so nothing is sent.
 * @returns `undefined` if another one that has not ended has this name
 */
export async function addWebhook(
  tx: Queries,
  { clock, ids }: Pick<World, 'clock' | 'ids'>,
  given: {
    readonly institutionId: number;
    readonly name: string;
    readonly url: string;
    readonly kinds: readonly DomainEventKind[];
    readonly by: string;
  },
): Promise<Webhook | undefined> {
  const [row] = await tx.query<Webhook>(
    `insert into webhooks (institution_id, id, name, url, kinds, after_number, made_at, made_by)
      values ($1, $2, $3, $4, $5, coalesce((select events from chain_heads where institution_id = $1), 0), $6, $7)
      on conflict (institution_id, lower(name)) where ended_at is null do nothing
      returning ${columns}`,
    [
      given.institutionId,
      ids.next(),
      given.name,
      given.url,
      [...given.kinds],
      clock.now(),
      given.by,
    ],
  );
  return row;
}

/** Lists the webhooks, the newest first. */
export async function listWebhooks(q: Queries, institutionId: number): Promise<Webhook[]> {
  return q.query<Webhook>(
    `select ${columns} from webhooks where institution_id = $1 order by made_at desc, id desc`,
    [institutionId],
  );
}

/**
 * Finds a webhook that has not ended, by its name or id.
 * @param options.lock nobody else changes it until the transaction ends
 */
export async function findWebhook(
  tx: Queries,
  institutionId: number,
  named: string,
  options: { readonly lock?: boolean } = {},
): Promise<Webhook | undefined> {
  const [row] = await tx.query<Webhook>(
    `select ${columns} from webhooks
      where institution_id = $1 and ended_at is null and (id::text = lower($2) or lower(name) = lower($2))
      order by (id::text = lower($2)) desc limit 1 ${options.lock ? 'for update' : ''}`,
    [institutionId, named],
  );
  return row;
}

function placeOf({ institutionId, id }: WebhookKey): string {
  return `webhooks/${institutionId}/${id}/secret`;
}

/**
 * Makes the secret that signs a webhook's deliveries. The earlier one signs nothing more.
 * @returns the secret, to show once
 */
export async function makeWebhookSecret(
  tx: Queries,
  { world, keyring }: { readonly world: World; readonly keyring: Keyring },
  key: WebhookKey,
): Promise<string> {
  const secret = `tmm_webhook_${Buffer.from(world.random.bytes(32)).toString('base64url')}`;
  await tx.query(
    `update webhooks set sealed = $3, secret_made_at = $4
      where institution_id = $1 and id = $2 and ended_at is null`,
    [key.institutionId, key.id, keyring.encrypt('token', placeOf(key), secret), world.clock.now()],
  );
  return secret;
}

/** Opens a webhook's secret. @throws Fault `unknown_key` or `undecryptable` */
export function openWebhookSecret(keyring: Keyring, key: WebhookKey, sealed: Uint8Array): string {
  return keyring.decrypt('token', placeOf(key), sealed);
}

/** Ends a webhook. What still waits for it is not sent. */
export async function endWebhook(
  tx: Queries,
  { clock }: Pick<World, 'clock'>,
  { institutionId, id }: WebhookKey,
): Promise<void> {
  await tx.query(
    `update webhooks set ended_at = $3, sealed = null, secret_made_at = null
      where institution_id = $1 and id = $2 and ended_at is null`,
    [institutionId, id, clock.now()],
  );
  await tx.query(
    `delete from webhook_deliveries
      where institution_id = $1 and webhook_id = $2 and state = 'waiting'`,
    [institutionId, id],
  );
}
