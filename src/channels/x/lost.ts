import { createXClient } from './client.ts';
import { askReplay, listWebhooks } from './connect.ts';
import type { Database } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { Institution } from '../../members/institution.ts';
import type { XOptions } from './account.ts';
import type { StoredAccount } from './token-store.ts';

/** A job runs every minute. A gap of this many minutes means that deliveries may have been lost. */
const goneMinutes = 4;

/**
 * Makes X deliver again what it delivered while no process of ours answered: also posts, follows and withdrawn access, which
 * polling does not see. Each run records its time; a gap between two runs is stored until X was asked, so that no crash loses it.
 * Messages taken before count once.
 * @param given `openedAt` is when this process started; its first run asks for everything before
 * @returns whether X was asked
 * @throws Fault with X's code; the gap stays, and the next run asks for it
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
  const now = world.clock.now();
  const from = await beat(db, { onX, now, openedAt });
  if (!from) return false;
  // Outside any transaction, because redelivered messages need the database meanwhile.
  const asked = await ask(x, { from, to: now });
  await db.query(
    `update x_accounts set replay_from = null
      where institution_id = any($1::int[]) and replay_from >= $2 and alive_at >= $3`,
    [onX, from, now],
  );
  return asked;
}

/**
 * Records that the accounts are being served now, and since when they were not.
 * @returns the start of the gap to ask X for; none: nothing was lost
 */
async function beat(
  db: Database,
  {
    onX,
    now,
    openedAt,
  }: {
    readonly onX: readonly number[];
    readonly now: Temporal.Instant;
    readonly openedAt: Temporal.Instant;
  },
): Promise<Temporal.Instant | undefined> {
  await ensureAccounts(db, onX, now);
  const beats = await db.query<{ from: Temporal.Instant | null }>(
    `update x_accounts a set alive_at = $2,
        replay_from = case when a.alive_at < $3 or a.alive_at < $4 then least(a.replay_from, a.alive_at) else a.replay_from end
      from (select institution_id from x_accounts where institution_id = any($1::int[]) order by 1 for update) o
      where a.institution_id = o.institution_id
      returning replay_from as "from"`,
    [onX, now, openedAt, now.subtract({ minutes: goneMinutes })],
  );
  return beats
    .flatMap(({ from }) => from ?? [])
    .toSorted((one, other) => Temporal.Instant.compare(one, other))[0];
}

/** Makes the rows of these accounts. The record covers that a row exists, not what a poll changes in it. */
async function ensureAccounts(
  db: Database,
  onX: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into x_accounts (institution_id, changed_at) select unnest($1::int[]), $2::timestamptz order by 1
      on conflict do nothing`,
    [onX, now],
  );
}

/** @returns whether we have a webhook to ask for */
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

/** X allows 15 calls in 15 minutes for each account, including the further pages of a longer gap. */
const pollEverySeconds = 110;

/** The accounts to poll now, each by only one process, with their stored data. */
export async function duePolls(
  { db, world }: { readonly db: Database; readonly world: World },
  institutions: readonly Institution[],
): Promise<{
  readonly institutions: readonly Institution[];
  readonly stored: ReadonlyMap<number, StoredAccount>;
}> {
  const onX = institutions.filter(({ settings }) => settings.x);
  if (onX.length === 0) return { institutions: [], stored: new Map() };
  const now = world.clock.now();
  const ids = onX.map(({ id }) => id);
  await ensureAccounts(db, ids, now);
  const due = await db.query<StoredAccount & { id: number }>(
    `update x_accounts a set polled_at = $2
      from (select institution_id from x_accounts where institution_id = any($1::int[]) order by 1 for update) o
      where a.institution_id = o.institution_id and (a.polled_at is null or a.polled_at <= $3)
      returning a.institution_id as id, a.tokens, a.seen_message_id as seen`,
    [ids, now, now.subtract({ seconds: pollEverySeconds })],
  );
  const stored = new Map(due.map(({ id, ...account }) => [id, account]));
  return { institutions: onX.filter(({ id }) => stored.has(id)), stored };
}
