import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { lookedAt } from './person-of.ts';

const output = z.object({
  key: z.string(),
  text: z.string().describe('As it is stored: redacted.'),
  memberNumber: z.string(),
  conversationId: z.string(),
  sentAt: z.string().nullable(),
  receivedAt: z.string(),
  intent: z.string(),
  by: z.enum(['rule', 'guess']).describe('What read the text.'),
  sure: z.number().nullable().describe('Of a guess: how sure, from 0 to 1.'),
  reading: z.string().describe('The whole reading, as one line of JSON.'),
  outcome: z.string(),
  replies: z.array(
    z.object({ text: z.string(), status: z.string(), at: z.string(), purpose: z.string() }),
  ),
  entries: z.array(
    z.object({
      account: z.string().describe('The suffix, or the kind of an account of our own.'),
      amount: z.string(),
      balanceAfter: z.string(),
      description: z.string(),
      postedAt: z.string(),
    }),
  ),
  task: z.string().nullable().describe('The task that it opened.'),
  record: z
    .object({ number: z.string(), writtenAt: z.string(), signed: z.boolean() })
    .nullable()
    .describe('The row of the record that has all of it.'),
});

export type ExplainedMessage = z.output<typeof output>;

/** Shows the line from a member's text to its reading, decision, entries, reply and record. */
export const explainMessage = operation({
  id: 'explainMessage',
  summary: 'Shows why a text was answered so: reading, outcome, reply, entries, record',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    key: z
      .string()
      .trim()
      .min(3)
      .max(300)
      .describe('The message, such as `x:2080765901528535096`.'),
  }),
  output,
  refusals: ['message_unknown'],
  run: async (request, { key }) => {
    const { db, institution } = request;
    const colon = key.indexOf(':');
    const [row] = await db.query<Inbound>(
      `select i.text, i.member_id as "memberId", m.number as "memberNumber", i.conversation_id as "conversationId",
          i.batch_id as "batchId", i.sent_at as "sentAt", i.received_at as "receivedAt", i.intent, i.reading, i.outcome
        from inbound i join members m on m.institution_id = $1 and m.id = i.member_id
        where i.institution_id = $1 and i.channel = $2 and i.external_id = $3`,
      [institution.id, key.slice(0, colon), key.slice(colon + 1)],
    );
    if (colon < 1 || !row) return refuse('message_unknown');
    await lookedAt(request, { memberId: row.memberId, what: 'why this answer' });
    const { memberId: _, batchId, reading, sentAt, receivedAt, ...told } = row;
    return {
      key,
      ...told,
      sentAt: sentAt?.toString() ?? null,
      receivedAt: receivedAt.toString(),
      by: reading.by === 'guess' ? ('guess' as const) : ('rule' as const),
      sure: typeof reading.sure === 'number' ? reading.sure : null,
      reading: JSON.stringify(reading),
      ...(await whatCameOfIt(db, request, { key, batchId })),
    };
  },
});

interface Inbound {
  readonly text: string;
  readonly memberId: string;
  readonly memberNumber: string;
  readonly conversationId: string;
  readonly batchId: string;
  readonly sentAt: Temporal.Instant | null;
  readonly receivedAt: Temporal.Instant;
  readonly intent: string;
  readonly reading: Readonly<Record<string, unknown>>;
  readonly outcome: string;
}

async function whatCameOfIt(
  q: Queries,
  { institution }: Pick<StaffContext, 'institution'>,
  { key, batchId }: { readonly key: string; readonly batchId: string },
): Promise<Pick<z.input<typeof output>, 'replies' | 'entries' | 'task' | 'record'>> {
  const of = [institution.id, batchId, key];
  const replies = await q.query<{
    text: string;
    status: string;
    at: Temporal.Instant;
    purpose: string;
  }>(
    `select text, status, queued_at as at, purpose from outbound
      where institution_id = $1 and batch_id = $2 and in_reply_to = $3 order by place`,
    of,
  );
  const entries = await q.query<Entry>(
    `select coalesce(min(s.suffix), a.kind, '') as account, e.amount, e.balance_after as "balanceAfter", e.description,
        e.posted_at as "postedAt"
      from transactions t
      join entries e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id
      left join accounts a on a.institution_id = $1 and a.id = e.account_id
      left join shares h on h.institution_id = $1 and h.account_id = e.account_id
      left join share_owners s on s.institution_id = $1 and s.share_id = h.id
      where t.institution_id = $1 and t.batch_id = $2 and t.key = $3
      group by e.account_id, e.sequence, a.kind, e.amount, e.balance_after, e.description, e.posted_at
      order by e.account_id, e.sequence`,
    of,
  );
  const [task] = await q.query<{ reference: string }>(
    'select reference from tasks where institution_id = $1 and inbound_key = $2 order by created_at limit 1',
    [institution.id, key],
  );
  const [record] = await q.query<{ number: bigint; writtenAt: Temporal.Instant; signed: boolean }>(
    `select number, written_at as "writtenAt", seal is not null as signed from chain
      where institution_id = $1 and batch_id = $2`,
    [institution.id, batchId],
  );
  const digits = currencyOf(institution.currency)?.digits ?? 2;
  return {
    replies: replies.map(({ at, ...one }) => ({ ...one, at: at.toString() })),
    entries: entries.map((one) => ({
      account: one.account,
      amount: decimal(one.amount, digits),
      balanceAfter: decimal(one.balanceAfter, digits),
      description: one.description,
      postedAt: one.postedAt.toString(),
    })),
    task: task?.reference ?? null,
    record: record
      ? {
          number: String(record.number),
          writtenAt: record.writtenAt.toString(),
          signed: record.signed,
        }
      : null,
  };
}

interface Entry {
  readonly account: string;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  readonly description: string;
  readonly postedAt: Temporal.Instant;
}
