import type { Queries } from '../database/database.ts';

/** An address's usage on a day in the institution's time zone. */
export interface UsageKey {
  readonly addressId: string;
  readonly day: Temporal.PlainDate;
}

/**
 * Reads usage by address in minor units, for addresses that moved money on their day. One day per
 * address.
 */
export async function loadUsage(
  q: Queries,
  institutionId: number,
  keys: readonly UsageKey[],
): Promise<Map<string, bigint>> {
  const rows = await q.query<{ addressId: string; amount: bigint }>(
    `select u.address_id as "addressId", u.amount
      from unnest($2::uuid[], $3::date[]) as k (address_id, day)
      join transfer_usage u on u.institution_id = $1 and u.address_id = k.address_id and u.day = k.day`,
    [institutionId, keys.map((key) => key.addressId), keys.map((key) => key.day)],
  );
  return new Map(rows.map((row) => [row.addressId, row.amount]));
}

/** Adds to addresses' usage. Rows are in order of key, so that two batches can't deadlock. */
export async function addUsage(
  tx: Queries,
  institutionId: number,
  rows: readonly (UsageKey & { readonly amount: bigint })[],
): Promise<void> {
  const sums = new Map<string, UsageKey & { amount: bigint }>();
  for (const row of rows) {
    const key = `${row.addressId}/${row.day.toString()}`;
    const sum = sums.get(key);
    sums.set(key, { ...row, amount: (sum?.amount ?? 0n) + row.amount });
  }
  const sorted = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await tx.query(
    `insert into transfer_usage as u (institution_id, address_id, day, amount)
      select $1, * from unnest($2::uuid[], $3::date[], $4::bigint[])
      on conflict (institution_id, address_id, day) do update set amount = u.amount + excluded.amount`,
    [
      institutionId,
      sorted.map((row) => row.addressId),
      sorted.map((row) => row.day),
      sorted.map((row) => row.amount),
    ],
  );
}

/** A member's usage through sessions on one day. */
export interface MemberDay {
  readonly institutionId: number;
  readonly memberId: string;
  readonly day: Temporal.PlainDate;
}

/**
 * Locks and reads a member's usage through sessions on a day. Their other transfers wait, so that
 * two at once share the day's limit.
 */
export async function lockMemberUsage(
  tx: Queries,
  { institutionId, memberId, day }: MemberDay,
): Promise<bigint> {
  // The end of an order to a core may delete the day's row between the two statements.
  for (;;) {
    await tx.query(
      `insert into online_usage (institution_id, member_id, day, amount) values ($1, $2, $3, 0) on conflict do nothing`,
      [institutionId, memberId, day],
    );
    const [row] = await tx.query<{ amount: bigint }>(
      `select amount from online_usage where institution_id = $1 and member_id = $2 and day = $3 for update`,
      [institutionId, memberId, day],
    );
    if (row) return row.amount;
  }
}

/** The same without a lock. Minor units. */
export async function memberUsage(
  q: Queries,
  { institutionId, memberId, day }: MemberDay,
): Promise<bigint> {
  const [row] = await q.query<{ amount: bigint }>(
    'select amount from online_usage where institution_id = $1 and member_id = $2 and day = $3',
    [institutionId, memberId, day],
  );
  return row?.amount ?? 0n;
}

/** Adds to a member's usage through sessions. */
export async function addMemberUsage(
  tx: Queries,
  { institutionId, memberId, day }: MemberDay,
  amount: bigint,
): Promise<void> {
  await tx.query(
    `insert into online_usage as u (institution_id, member_id, day, amount) values ($1, $2, $3, $4)
      on conflict (institution_id, member_id, day) do update set amount = u.amount + excluded.amount`,
    [institutionId, memberId, day, amount],
  );
}

/**
 * Subtracts usage that was counted before a core elsewhere refused: the address's, or without one
 * the member's.
 */
export async function subtractUsage(
  tx: Queries,
  counted: {
    readonly institutionId: number;
    readonly memberId: string;
    readonly addressId: string | null;
    readonly day: Temporal.PlainDate;
    readonly amount: bigint;
  },
): Promise<void> {
  const { institutionId, memberId, addressId, day, amount } = counted;
  if (addressId === null) {
    const parameters = [institutionId, memberId, day, amount];
    await tx.query(
      'delete from online_usage where institution_id = $1 and member_id = $2 and day = $3 and amount <= $4',
      parameters,
    );
    await tx.query(
      'update online_usage set amount = amount - $4 where institution_id = $1 and member_id = $2 and day = $3',
      parameters,
    );
    return;
  }
  const parameters = [institutionId, addressId, day, amount];
  await tx.query(
    'delete from transfer_usage where institution_id = $1 and address_id = $2 and day = $3 and amount <= $4',
    parameters,
  );
  await tx.query(
    'update transfer_usage set amount = amount - $4 where institution_id = $1 and address_id = $2 and day = $3',
    parameters,
  );
}
