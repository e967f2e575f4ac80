import { createXClient } from '../channels/x/client.ts';
import { askReplay, listWebhooks } from '../channels/x/connect.ts';
import type { Database } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { XOptions } from './x-account.ts';

/** So long nobody looked after the account, in minutes, and deliveries may have been lost: a beat comes every minute. */
const goneMinutes = 4;

/**
 * Has X deliver again what it delivered while no process of ours answered: posts, follows and withdrawn access too, which polling does
 * not see. Each run is a beat; the gap between two is what was lost. What was taken counts once.
 * @param given `openedAt` is when this process began to serve: with its first beat it asks for what came before
 * @returns whether X was asked
 * @throws Fault with X's code; the gap stays and is asked for at the next run
 */
export async function replayLost(
  given: {
    readonly db: Database;
    readonly world: World;
    readonly x?: XOptions | undefined;
  },
  {
    institutions,
    openedAt,
  }: { readonly institutions: readonly Institution[]; readonly openedAt: Temporal.Instant },
): Promise<boolean> {
  const { db, world, x } = given;
  const onX = institutions.filter(({ settings }) => settings.x).map(({ id }) => id);
  if (!x || onX.length === 0) return false;
  return db.transaction(async (tx) => {
    const now = world.clock.now();
    await tx.query(
      `insert into x_accounts (institution_id, changed_at)
        select unnest($1::int[]), $2::timestamptz order by 1 on conflict do nothing`,
      [onX, now],
    );
    // Whoever asks first has asked for all: the others wait here, and find its beat.
    const beats = await tx.query<{ aliveAt: Temporal.Instant | null }>(
      `select alive_at as "aliveAt" from x_accounts where institution_id = any($1::int[])
        order by institution_id for update`,
      [onX],
    );
    const [last] = beats
      .flatMap(({ aliveAt }) => aliveAt ?? [])
      .toSorted((a, b) => Temporal.Instant.compare(a, b));
    const isGone =
      last !== undefined &&
      (Temporal.Instant.compare(last, openedAt) < 0 ||
        Temporal.Instant.compare(last, now.subtract({ minutes: goneMinutes })) < 0);
    const asked = isGone && (await ask(x, { from: last, to: now }));
    await tx.query('update x_accounts set alive_at = $2 where institution_id = any($1::int[])', [
      onX,
      now,
    ]);
    return asked;
  });
}

/** @returns whether there is a webhook of ours to ask for */
async function ask(
  { base, fetch, bearer, webhookUrl }: XOptions,
  when: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<boolean> {
  if (bearer === undefined) return false;
  const client = createXClient({ base, fetch });
  const webhook = (await listWebhooks(client, bearer)).find(({ url }) => url === webhookUrl);
  if (!webhook) return false;
  await askReplay(client, { bearer, webhookId: webhook.id, ...when });
  return true;
}

/** X allows 15 calls in 15 minutes for each account, pages of a longer gap among them. */
const pollEverySeconds = 110;

/** Those whose turn to be polled it is, of all processes for this one alone. */
export async function duePolls(
  { db, world }: { readonly db: Database; readonly world: World },
  institutions: readonly Institution[],
): Promise<Institution[]> {
  const onX = institutions.filter(({ settings }) => settings.x);
  if (onX.length === 0) return [];
  const now = world.clock.now();
  const due = await db.query<{ id: number }>(
    `insert into x_accounts (institution_id, polled_at, changed_at)
      select unnest($1::int[]), $2::timestamptz, $2 order by 1
      on conflict (institution_id) do update set polled_at = excluded.polled_at
        where x_accounts.polled_at is null or x_accounts.polled_at <= $3
      returning institution_id as id`,
    [onX.map(({ id }) => id), now, now.subtract({ seconds: pollEverySeconds })],
  );
  return onX.filter(({ id }) => due.some((one) => one.id === id));
}
