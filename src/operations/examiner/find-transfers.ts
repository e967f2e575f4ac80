import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { operation } from '../operation.ts';
import { noteLook } from '../note-look.ts';
import { isRefused, refuse } from '../refusals.ts';
import { memberOf, numberField } from '../staff/of-member.ts';

const receiptForm = /^(\d{1,6})-(\d{1,15})$/u;

const transferSchema = z.object({
  transactionId: z.string(),
  receipt: z.string(),
  at: z.string(),
  from: z.string().describe('The suffix of the account that the money left.'),
  amount: z.string(),
  currency: z.string(),
  memo: z.string(),
});

export type FoundTransfer = z.output<typeof transferSchema>;

const shownMost = 50;

/** Finds a member’s transfers, the newest first, or the one of a receipt. */
export const findTransfers = operation({
  id: 'findTransfers',
  summary: 'Finds a member’s transfers, newest first, or the one of a receipt',
  access: 'staff',
  permission: 'read_reports',
  input: z.strictObject({
    number: numberField,
    receipt: z
      .string()
      .trim()
      .regex(receiptForm)
      .optional()
      .describe('As the member has it, such as 1-1176.'),
  }),
  output: z.object({ name: z.string(), transfers: z.array(transferSchema) }),
  refusals: ['member_unknown', 'transfer_unknown'],
  run: async (request, { number, receipt }) => {
    const { db, institution } = request;
    const member = await memberOf(db, request, number);
    if (isRefused(member)) return member;
    await noteLook(request, { memberId: member.id, what: 'transfers' });
    const [, ordinal, sequence] = receiptForm.exec(receipt ?? '') ?? [];
    const rows = await transfersOf(db, institution.id, {
      memberId: member.id,
      ordinal: ordinal === undefined ? null : Number(ordinal),
      sequence: sequence === undefined ? null : BigInt(sequence),
    });
    if (receipt !== undefined && rows.length === 0)
      return refuse('transfer_unknown', { field: 'receipt' });
    return {
      name: member.name,
      transfers: rows.map((row) => ({
        transactionId: row.transactionId,
        receipt: `${row.ordinal}-${row.sequence}`,
        at: row.at.toString(),
        from: row.suffix,
        amount: decimal(row.amount, currencyOf(row.currency)?.digits ?? 2),
        currency: row.currency,
        memo: row.memo,
      })),
    };
  },
});

/** The side that the money left: its entry is a debit, and gives the receipt its number. */
async function transfersOf(
  q: Queries,
  institutionId: number,
  given: {
    readonly memberId: string;
    readonly ordinal: number | null;
    readonly sequence: bigint | null;
  },
) {
  return q.query<{
    transactionId: string;
    ordinal: number;
    sequence: bigint;
    suffix: string;
    at: Temporal.Instant;
    amount: bigint;
    currency: string;
    memo: string;
  }>(
    `select e.transaction_id as "transactionId", o.ordinal, e.sequence, o.suffix, e.posted_at as at, e.amount, s.currency,
        e.memo
      from share_owners o
      join shares s on s.institution_id = $1 and s.id = o.share_id
      cross join lateral (
        select n.transaction_id, n.sequence, n.posted_at, n.amount, t.memo from entries n
          join transactions t on t.institution_id = $1 and t.id = n.transaction_id
          where n.institution_id = $1 and n.account_id = s.account_id and n.amount > 0
            and t.kind = 'transfer' and ($4::bigint is null or n.sequence = $4)
          order by n.sequence desc limit ${shownMost}) e
      where o.institution_id = $1 and o.member_id = $2 and ($3::int is null or o.ordinal = $3)
      order by e.posted_at desc, e.transaction_id desc limit ${shownMost}`,
    [institutionId, given.memberId, given.ordinal, given.sequence],
  );
}
