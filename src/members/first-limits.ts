import type { Queries } from '../database/database.ts';

/** The limits that a member chose for an address during enrollment; minor units, null for none. */
export interface FirstLimits {
  readonly addressId: string;
  readonly perTransfer: bigint | null;
  readonly perDay: bigint | null;
}

/** Writes the limits of addresses bound in the same transaction, set-based. */
export async function setFirstLimits(
  tx: Queries,
  institutionId: number,
  limits: readonly FirstLimits[],
): Promise<void> {
  const own = limits.filter((one) => one.perTransfer !== null || one.perDay !== null);
  if (own.length === 0) return;
  await tx.query(
    `update addresses a set per_transfer = n.per_transfer, per_day = n.per_day
      from unnest($2::uuid[], $3::bigint[], $4::bigint[]) as n (id, per_transfer, per_day)
      where a.institution_id = $1 and a.id = n.id`,
    [
      institutionId,
      own.map(({ addressId }) => addressId),
      own.map(({ perTransfer }) => perTransfer),
      own.map(({ perDay }) => perDay),
    ],
  );
}
