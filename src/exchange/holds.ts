import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { isUsualYear, parseDay, shown } from '../ledger/import/fields.ts';
import { describeRefusal } from '../ledger/import/import-orders.ts';
import { shareOfFields } from '../ledger/import/import-rows.ts';
import { loadKnown } from '../ledger/load-known.ts';
import { type Finding, readTable, type TableRecord } from '../ledger/import/read-table.ts';
import type { Order } from '../ledger/order.ts';
import { post } from '../ledger/post.ts';
import { amountMax, currencyOf, type Amount } from '../money/amount.ts';
import { parseDecimal } from '../money/parse-decimal.ts';
import type { ListedAccount } from './listed-accounts.ts';

/** A hold of the file. */
export interface HoldLine {
  readonly line: number;
  readonly externalId: string;
  readonly share: string;
  readonly amount: Amount;
  readonly description: string;
  /** The last day on which it holds. */
  readonly expiresOn: Temporal.PlainDate | undefined;
}

const names = [
  'external_id',
  'member_number',
  'suffix',
  'amount',
  'description',
  'expires_on',
] as const;

/** Reads a file of holds. @param currencyOfShare the currency of an account; `undefined`: there is none */
export async function readHolds(
  records: AsyncIterable<TableRecord>,
  currencyOfShare: (share: string) => string | undefined,
): Promise<{ holds: HoldLine[]; errors: Finding[] }> {
  const { rows, errors } = await readTable(records, {
    file: 'holds',
    names,
    optional: ['description', 'expires_on'],
    shareOf: shareOfFields,
    read: (fields, line): HoldLine | string => {
      const externalId = fields.external_id.trim();
      if (externalId === '' || externalId.length > 100)
        return 'external_id is missing or longer than 100 characters';
      const share = shareOfFields(fields);
      const currency = currencyOfShare(share);
      if (currency === undefined) return `there is no account ${shown(share)}`;
      const amount = parseDecimal(fields.amount, currencyOf(currency)?.digits);
      if (amount === undefined || amount <= 0n || amount > amountMax)
        return `amount "${shown(fields.amount)}" is not an amount above zero`;
      const expires = fields.expires_on.trim();
      const expiresOn = expires === '' ? undefined : parseDay(expires);
      if (expires !== '' && (!expiresOn || !isUsualYear(expiresOn)))
        return `expires_on "${shown(expires)}" is not a day (2026-11-23)`;
      const description = fields.description.trim();
      if (description.length > 500) return 'description is longer than 500 characters';
      return { line, externalId, share, amount, description, expiresOn };
    },
  });
  const first = new Map<string, HoldLine>();
  const repeats: Finding[] = [];
  for (const hold of rows) {
    const same = first.get(hold.externalId);
    if (!same) first.set(hold.externalId, hold);
    else {
      const reason = `external_id "${shown(hold.externalId)}" is already in line ${same.line}`;
      repeats.push({ file: 'holds', line: hold.line, share: hold.share, reason });
    }
  }
  return { holds: [...first.values()], errors: [...errors, ...repeats] };
}

export interface HoldCounts {
  readonly placed: number;
  readonly already: number;
  /** Those of earlier files that this one no longer has. */
  readonly released: number;
  readonly errors: readonly Finding[];
}

export interface HoldsWriting {
  readonly institutionId: number;
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  readonly world: World;
  readonly keyring?: Keyring | undefined;
  readonly clean: (description: string) => string;
  /** The file lists all holds: those of earlier files that it lacks have ended. */
  readonly isWhole: boolean;
}

interface OpenHold {
  readonly key: string;
  readonly holdId: string;
  readonly accountId: string;
}

const chunkSize = 500;
const prefix = 'import-hold:';

/** Places the holds of a file, each once, and releases those that the other system ended. */
export async function writeHolds(
  db: Database,
  given: HoldsWriting,
  file: { readonly holds: readonly HoldLine[]; readonly accounts: readonly ListedAccount[] },
): Promise<HoldCounts> {
  const { institutionId, world, keyring } = given;
  const accounts = new Map(file.accounts.map((one) => [one.share, one.accountId]));
  const placing = file.holds.flatMap((hold) => {
    const accountId = accounts.get(hold.share);
    return accountId === undefined ? [] : [{ hold, order: placement(hold, accountId, given) }];
  });
  const counts = { placed: 0, already: 0, released: 0 };
  const errors: Finding[] = [];
  for (let start = 0; start < placing.length; start += chunkSize) {
    const all = placing.slice(start, start + chunkSize);
    const known = await loadKnown(
      db,
      institutionId,
      all.map(({ order }) => order.key),
    );
    const chunk = all.filter(({ order }) => !known.has(order.key));
    counts.already += all.length - chunk.length;
    const orders = chunk.map(({ order }) => order);
    const outcomes = await post(db, { institutionId, world, keyring, orders, isHistory: true });
    for (const [index, { hold }] of chunk.entries()) {
      const outcome = outcomes[index];
      if (outcome?.outcome === 'refused')
        errors.push({ file: 'holds', line: hold.line, reason: describeRefusal(outcome.reason) });
      else counts[outcome?.already === true ? 'already' : 'placed'] += 1;
    }
  }
  if (given.isWhole) {
    const ended = await endedHolds(db, institutionId, file.holds);
    const orders = ended.map((hold) => release(hold, given.today));
    const outcomes =
      orders.length === 0
        ? []
        : await post(db, { institutionId, world, keyring, orders, isHistory: true });
    counts.released = outcomes.filter(({ outcome }) => outcome === 'posted').length;
  }
  return { ...counts, errors };
}

/** Finds the open holds of earlier files that this one lacks. */
export async function endedHolds(
  q: Queries,
  institutionId: number,
  holds: readonly HoldLine[],
): Promise<OpenHold[]> {
  const open = await q.query<OpenHold>(
    `select t.key, h.id as "holdId", h.account_id as "accountId"
      from holds h
      join hold_events e on e.institution_id = $1 and e.hold_id = h.id and e.number = 1
      join transactions t on t.institution_id = $1 and t.id = e.transaction_id
      where h.institution_id = $1 and h.state = 'open'
      order by h.id`,
    [institutionId],
  );
  const there = new Set(holds.map(({ externalId }) => `${prefix}${externalId}`));
  return open.filter(({ key }) => key.startsWith(prefix) && !there.has(key));
}

function placement(hold: HoldLine, accountId: string, given: HoldsWriting): Order {
  return {
    order: 'place_hold',
    key: `${prefix}${hold.externalId}`,
    effectiveOn: given.today,
    accountId,
    amount: hold.amount,
    description: given.clean(hold.description),
    // The other system decided that the money is held.
    forced: true,
    ...(hold.expiresOn
      ? { expiresAt: hold.expiresOn.add({ days: 1 }).toZonedDateTime(given.zone).toInstant() }
      : {}),
  };
}

function release({ holdId, accountId }: OpenHold, today: Temporal.PlainDate): Order {
  return {
    order: 'release_hold',
    key: `import-hold-end:${holdId}`,
    effectiveOn: today,
    holdId,
    accountId,
  };
}
