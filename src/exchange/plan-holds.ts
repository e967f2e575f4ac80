import type { Queries } from '../database/database.ts';
import type { Order } from '../ledger/order.ts';
import type { HoldLine } from './hold-lines.ts';
import type { ListedAccount } from './listed-accounts.ts';

/** How a file of holds is taken. */
export interface HoldsTaking {
  readonly institutionId: number;
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  readonly clean: (description: string) => string;
  /** The file is older than one that was imported since: it changes nothing. */
  readonly isOld: boolean;
  /** The file follows others: holds that are there change, and one that was released is placed again. */
  readonly mayChange: boolean;
  /** The file lists all holds, and each line of it was read: those of earlier files that it lacks have ended. */
  readonly isWhole: boolean;
}

export interface HoldsFile {
  /** Those to place or change. */
  readonly taken: readonly HoldLine[];
  /** All of the file, with those that are left out. */
  readonly listed: readonly HoldLine[];
  readonly accounts: readonly ListedAccount[];
  /** Shares that the import leaves out: their holds stay as they are. */
  readonly leftOut: ReadonlySet<string>;
}

/** What a file of holds does. Making the plan writes nothing. */
export interface HoldsPlan {
  /** The orders of a hold belong together: a changed one is released and placed anew. */
  readonly work: readonly { readonly hold: HoldLine; readonly orders: readonly Order[] }[];
  readonly already: number;
  readonly ended: readonly Order[];
}

interface PlacedHold {
  readonly key: string;
  readonly holdId: string;
  readonly accountId: string;
  readonly amount: bigint;
  readonly description: string;
  readonly expiresAt: Temporal.Instant | null;
  readonly state: string;
}

interface Named {
  readonly externalId: string;
  readonly generation: number;
}

/** Compares the holds of a file with those of earlier files. */
export async function planHolds(
  q: Queries,
  given: HoldsTaking,
  file: HoldsFile,
): Promise<HoldsPlan> {
  const open = await openHolds(q, given.institutionId);
  const byId = new Map(open.map((hold) => [nameOf(hold.key).externalId, hold]));
  const others = file.taken.flatMap(({ externalId }) => (byId.has(externalId) ? [] : [externalId]));
  const ended = await endedHolds(q, given.institutionId, others);
  const accounts = new Map(file.accounts.map((one) => [one.share, one.accountId]));
  const untouched = new Set([...file.leftOut].map((share) => accounts.get(share)));
  const work = file.taken.flatMap((hold) => {
    const last = byId.get(hold.externalId) ?? ended.get(hold.externalId);
    // An account that is still to be opened has no id in a dry run.
    const accountId = accounts.get(hold.share) ?? '';
    const orders = ordersFor({ hold, accountId, last, untouched }, given);
    return orders.length === 0 ? [] : [{ hold, orders }];
  });
  const there = new Set(file.listed.map(({ externalId }) => externalId));
  const gone = open.filter(
    ({ key, accountId }) => !there.has(nameOf(key).externalId) && !untouched.has(accountId),
  );
  return {
    work,
    already: file.taken.length - work.length,
    ended: given.isWhole && !given.isOld ? gone.map((hold) => release(hold, given.today)) : [],
  };
}

function ordersFor(
  found: {
    readonly hold: HoldLine;
    readonly accountId: string;
    readonly last: PlacedHold | undefined;
    readonly untouched: ReadonlySet<string | undefined>;
  },
  given: HoldsTaking,
): Order[] {
  const { hold, accountId, last, untouched } = found;
  if (given.isOld) return [];
  if (!last) return [placement({ hold, accountId, generation: 1 }, given)];
  if (!given.mayChange || untouched.has(last.accountId)) return [];
  const next = { hold, accountId, generation: nameOf(last.key).generation + 1 };
  const isSame = isUnchanged(last, found, given);
  const isPast =
    hold.expiresOn !== undefined && Temporal.PlainDate.compare(hold.expiresOn, given.today) < 0;
  if (last.state === 'open')
    return isSame ? [] : [release(last, given.today), placement(next, given)];
  // What it held was posted, or its last day is over: the same hold is no new one.
  if (isPast || (isSame && last.state !== 'released')) return [];
  return [placement(next, given)];
}

function isUnchanged(
  last: PlacedHold,
  { hold, accountId }: { readonly hold: HoldLine; readonly accountId: string },
  given: HoldsTaking,
): boolean {
  const expiresAt = expiryOf(hold, given);
  return (
    last.accountId === accountId &&
    last.amount === hold.amount &&
    last.description === given.clean(hold.description) &&
    (expiresAt && last.expiresAt
      ? expiresAt.equals(last.expiresAt)
      : (expiresAt ?? null) === last.expiresAt)
  );
}

const columns = `t.key, h.id as "holdId", h.account_id as "accountId", h.amount, h.description, h.expires_at as "expiresAt", h.state`;

/** The open holds of earlier files. */
async function openHolds(q: Queries, institutionId: number): Promise<PlacedHold[]> {
  const open = await q.query<PlacedHold>(
    `select ${columns}
      from holds h
      join hold_events e on e.institution_id = $1 and e.hold_id = h.id and e.number = 1
      join transactions t on t.institution_id = $1 and t.id = e.transaction_id
      where h.institution_id = $1 and h.state = 'open'
      order by h.id`,
    [institutionId],
  );
  return open.filter(({ key }) => form.test(key));
}

/** The last hold under each of these ids, none of which is open. */
async function endedHolds(
  q: Queries,
  institutionId: number,
  externalIds: readonly string[],
): Promise<Map<string, PlacedHold>> {
  const last = new Map<string, PlacedHold>();
  let asked = externalIds;
  for (let generation = 1; asked.length > 0; generation += 1) {
    const found = await q.query<PlacedHold>(
      `select ${columns}
        from unnest($2::text[]) as k (key)
        cross join lateral (
          select id, batch_id, key from transactions where institution_id = $1 and key = k.key limit 1
        ) t
        join hold_events e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id and e.number = 1
        join holds h on h.institution_id = $1 and h.id = e.hold_id`,
      [institutionId, asked.map((externalId) => keyOf({ externalId, generation }))],
    );
    for (const hold of found) last.set(nameOf(hold.key).externalId, hold);
    asked = found.map(({ key }) => nameOf(key).externalId);
  }
  return last;
}

/** `import-hold:ID`, then `import-hold-2:ID` and so on, since a key is used once. */
const form = /^import-hold(?:-(\d+))?:([^]*)$/;

function nameOf(key: string): Named {
  const [, generation = '1', externalId = ''] = form.exec(key) ?? [];
  return { externalId, generation: Number(generation) };
}

function keyOf({ externalId, generation }: Named): string {
  return generation === 1 ? `import-hold:${externalId}` : `import-hold-${generation}:${externalId}`;
}

function expiryOf({ expiresOn }: HoldLine, { zone }: HoldsTaking): Temporal.Instant | undefined {
  return expiresOn?.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

function placement(
  placed: { readonly hold: HoldLine; readonly accountId: string; readonly generation: number },
  given: HoldsTaking,
): Order {
  const { hold, accountId, generation } = placed;
  const expiresAt = expiryOf(hold, given);
  return {
    order: 'place_hold',
    key: keyOf({ externalId: hold.externalId, generation }),
    effectiveOn: given.today,
    accountId,
    amount: hold.amount,
    description: given.clean(hold.description),
    // The other system decided that the money is held.
    forced: true,
    ...(expiresAt ? { expiresAt } : {}),
  };
}

function release({ holdId, accountId }: PlacedHold, today: Temporal.PlainDate): Order {
  return {
    order: 'release_hold',
    key: `import-hold-end:${holdId}`,
    effectiveOn: today,
    holdId,
    accountId,
  };
}
