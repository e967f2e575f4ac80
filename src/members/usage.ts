import type { Queries } from '../database/database.ts';

/** What each address has moved on a day of the institution's zone. */
export interface UsageKey {
  readonly addressId: string;
  readonly day: Temporal.PlainDate;
}

/** Minor units by address, for those that have moved anything on their day. One day an address. */
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

/** Adds what addresses have moved; rows in order of key, so that two batches can't deadlock. */
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
