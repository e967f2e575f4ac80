import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { explainMessage } from '../inbox/explain-message.ts';
import { operation } from '../operation.ts';
import { noteLook } from '../note-look.ts';
import { isRefused, refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

const entrySchema = z.object({
  account: z.string().describe('The suffix, or the kind of an account of our own.'),
  memberNumber: z.string().nullable(),
  amount: z.string().describe('Debits are positive.'),
  currency: z.string(),
  balanceAfter: z.string(),
  description: z.string(),
});

const output = z.object({
  transactionId: z.string(),
  key: z.string().describe('The message or request that asked for it.'),
  kind: z.string(),
  memo: z.string(),
  effectiveOn: z.string(),
  postedAt: z.string(),
  reversalOf: z.string().nullable(),
  reversedBy: z.string().nullable(),
  entries: z.array(entrySchema),
  message: explainMessage.output
    .nullable()
    .describe('The message that asked for it. Null: it was asked for on the site or by staff.'),
  record: z
    .object({
      number: z.string(),
      writtenAt: z.string(),
      hash: z.string(),
      signed: z.boolean(),
    })
    .nullable(),
});

export type ReadTransfer = z.output<typeof output>;

const input = z.strictObject({
  transactionId: z.uuid().describe('The id of the transaction: its reference in the record.'),
});

/** Shows a transfer as an examiner asks for it: message, reading, decision, entries, reply, record. */
export const readTransfer = operation({
  id: 'readTransfer',
  summary: 'Shows a transfer from its message to its entries, reply and place in the record',
  access: 'staff',
  permission: 'read_reports',
  input,
  output,
  refusals: ['transfer_unknown', 'message_unknown'],
  run: async (request, { transactionId }) => {
    const { db, institution } = request;
    const row = await transactionOf(db, institution.id, transactionId);
    if (!row) return refuse('transfer_unknown', { field: 'transactionId' });
    const entries = await entriesOf(db, institution.id, row);
    for (const memberId of new Set(entries.flatMap((one) => one.memberIds)))
      await noteLook(request, { memberId, what: 'transfer' });
    return {
      transactionId: row.id,
      key: row.key,
      kind: row.kind,
      memo: row.memo,
      effectiveOn: row.effectiveOn.toString(),
      postedAt: row.postedAt.toString(),
      reversalOf: row.reversalOf,
      reversedBy: row.reversedBy,
      entries: entries.map((one) => {
        const digits = currencyOf(one.currency)?.digits ?? 2;
        return {
          account: one.account,
          memberNumber: one.memberNumber,
          currency: one.currency,
          description: one.description,
          amount: decimal(one.amount, digits),
          balanceAfter: decimal(one.balanceAfter, digits),
        };
      }),
      message: await messageOf(request, row.key),
      record:
        row.number === null || row.writtenAt === null
          ? null
          : {
              number: String(row.number),
              writtenAt: row.writtenAt.toString(),
              hash: row.hash ?? '',
              signed: row.signed,
            },
    };
  },
});

/** Gives the file that proves a transaction on its own. */
export const proveTransfer = operation({
  id: 'proveTransfer',
  summary: 'Gives the proof that a transaction is in the record, which anyone can check',
  access: 'staff',
  permission: 'read_reports',
  input,
  output: z.object({
    name: z.string(),
    proof: z.string().describe('JSON: docs/reference/proof.md.'),
  }),
  refusals: ['proof_missing'],
  run: async ({ db, institution, proveIn }, { transactionId }) => {
    const proof = await proveIn?.(db, institution.id, { what: 'transaction', id: transactionId });
    if (proof === undefined || typeof proof === 'string')
      return refuse('proof_missing', { facts: { reason: proof ?? 'not here' } });
    return { name: `proof-${transactionId}.json`, proof: JSON.stringify(proof, null, 2) };
  },
});

/** The message whose id is the transaction’s key. `null` where no message asked for it. */
async function messageOf(
  request: StaffContext,
  key: string,
): Promise<z.output<typeof explainMessage.output> | null> {
  const explained = await explainMessage.run(request, { key });
  return isRefused(explained) ? null : explainMessage.output.parse(explained);
}

interface TransactionRow {
  readonly id: string;
  readonly batchId: string;
  readonly key: string;
  readonly kind: string;
  readonly memo: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly postedAt: Temporal.Instant;
  readonly reversalOf: string | null;
  readonly reversedBy: string | null;
  readonly number: bigint | null;
  readonly writtenAt: Temporal.Instant | null;
  readonly hash: string | null;
  readonly signed: boolean;
}

async function transactionOf(
  q: Queries,
  institutionId: number,
  id: string,
): Promise<TransactionRow | undefined> {
  const [row] = await q.query<TransactionRow>(
    `select t.id, t.batch_id as "batchId", t.key, t.kind, t.memo, t.effective_on as "effectiveOn", t.posted_at as "postedAt",
        t.reversal_of as "reversalOf", r.id as "reversedBy", c.number, c.written_at as "writtenAt",
        encode(c.hash, 'hex') as hash, coalesce(c.seal is not null, false) as signed
      from transactions t
      left join transactions r on r.institution_id = $1 and r.reversal_of = t.id
      left join chain c on c.institution_id = $1 and c.batch_id = t.batch_id
      where t.institution_id = $1 and t.id = $2`,
    [institutionId, id],
  );
  return row;
}

async function entriesOf(q: Queries, institutionId: number, row: TransactionRow) {
  return q.query<{
    account: string;
    memberNumber: string | null;
    memberIds: readonly string[];
    amount: bigint;
    currency: string;
    balanceAfter: bigint;
    description: string;
  }>(
    `select coalesce(min(o.suffix), a.kind) as account, min(m.number) as "memberNumber",
        coalesce(array_agg(m.id) filter (where m.id is not null), '{}') as "memberIds",
        e.amount, a.currency, e.balance_after as "balanceAfter", e.description
      from entries e
      join accounts a on a.institution_id = $1 and a.id = e.account_id
      left join shares s on s.institution_id = $1 and s.account_id = e.account_id
      left join share_owners o on o.institution_id = $1 and o.share_id = s.id
      left join members m on m.institution_id = $1 and m.id = o.member_id
      where e.institution_id = $1 and e.batch_id = $2 and e.transaction_id = $3
      group by e.account_id, e.sequence, a.kind, e.amount, a.currency, e.balance_after, e.description
      order by e.amount desc, e.account_id, e.sequence`,
    [institutionId, row.batchId, row.id],
  );
}
