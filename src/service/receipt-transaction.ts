import type { Queries } from '../database/database.ts';

/**
 * Finds the transaction of a receipt that a member got, such as `1-1176`: the ordinal of the account that the money left, and of its entry
 * there. It is the member's own: another has the same numbers.
 * @returns `undefined` where there is none
 */
export async function receiptTransaction(
  q: Queries,
  institutionId: number,
  { member, receipt }: { readonly member: string; readonly receipt: string },
): Promise<string | undefined> {
  const [, ordinal, sequence] = receiptForm.exec(receipt) ?? [];
  if (ordinal === undefined || sequence === undefined) return undefined;
  const [row] = await q.query<{ id: string }>(
    `select e.transaction_id as id from members m
      join share_owners o on o.institution_id = $1 and o.member_id = m.id and o.ordinal = $3::int
      join shares s on s.institution_id = $1 and s.id = o.share_id
      join entries e on e.institution_id = $1 and e.account_id = s.account_id and e.sequence = $4::bigint
      where m.institution_id = $1 and m.number = $2`,
    [institutionId, member, ordinal, sequence],
  );
  return row?.id;
}

/** As our own books give receipts. */
export const receiptForm = /^(\d{1,6})-(\d{1,15})$/;
