import type { Parameter, Queries } from '../../database/database.ts';
import { firstIdAt } from '../../kernel/first-id-at.ts';
import { csvOf } from '../csv-of.ts';

/** The most rows of one file. */
export const fileRowsMost = 200_000;

/** A file of an exported period. */
export interface PeriodFile {
  readonly name: string;
  readonly content: string;
  readonly rows: number;
}

interface FileRule {
  readonly name: string;
  readonly columns: readonly string[];
  /** $1 the institution, $2 and $3 the first instant and the first after it, $4 and $5 the same as ids, $6 the most rows. */
  readonly read: (q: Queries, given: readonly Parameter[]) => Promise<Row[]>;
}

type Row = Readonly<Record<string, unknown>>;

/** What an examiner gets: messages as they are stored (redacted), the books, acts, looks, disputes and the record’s rows. */
const files: readonly FileRule[] = [
  {
    name: 'messages-in.csv',
    columns: [
      'key',
      'received_at',
      'member_number',
      'text',
      'intent',
      'reading',
      'outcome',
      'batch',
    ],
    read: async (q, given) =>
      q.query<Row>(
        `select i.channel || ':' || i.external_id as key, i.received_at, m.number as member_number, i.text, i.intent,
        i.reading::text as reading, i.outcome, c.number::text as batch
      from message_words w
      join inbound i on i.institution_id = $1 and i.channel = w.channel and i.external_id = w.ref
      left join members m on m.institution_id = $1 and m.id = i.member_id
      left join chain c on c.institution_id = $1 and c.batch_id = i.batch_id
      where w.institution_id = $1 and w.direction = 'in' and w.at >= $2 and w.at < $3 and $4::uuid < $5::uuid
      order by w.at, w.ref limit $6`,
        given,
      ),
  },
  {
    name: 'messages-out.csv',
    columns: [
      'id',
      'queued_at',
      'member_number',
      'purpose',
      'in_reply_to',
      'text',
      'status',
      'batch',
    ],
    read: async (q, given) =>
      q.query<Row>(
        `select o.id::text as id, o.queued_at, m.number as member_number, o.purpose, o.in_reply_to, o.text, o.status,
        c.number::text as batch
      from outbound o
      left join addresses a on a.institution_id = $1 and a.id = o.address_id
      left join members m on m.institution_id = $1 and m.id = a.member_id
      left join chain c on c.institution_id = $1 and c.batch_id = o.batch_id
      where o.institution_id = $1 and o.id >= $4 and o.id < $5 and $2::timestamptz < $3::timestamptz
      order by o.id limit $6`,
        given,
      ),
  },
  {
    name: 'entries.csv',
    columns: [
      'transaction',
      'key',
      'kind',
      'posted_at',
      'effective_on',
      'reversal_of',
      'member_number',
      'account',
      'amount_minor',
      'currency',
      'description',
      'batch',
    ],
    read: async (q, given) =>
      q.query<Row>(
        `select t.id::text as transaction, t.key, t.kind, t.posted_at, t.effective_on::text as effective_on,
        t.reversal_of::text as reversal_of, o.number as member_number, coalesce(o.suffix, a.kind) as account,
        e.amount::text as amount_minor, a.currency, e.description, c.number::text as batch
      from transactions t
      join entries e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id
      join accounts a on a.institution_id = $1 and a.id = e.account_id
      left join lateral (select p.suffix, m.number from shares s
          join share_owners p on p.institution_id = $1 and p.share_id = s.id
          join members m on m.institution_id = $1 and m.id = p.member_id
          where s.institution_id = $1 and s.account_id = e.account_id order by m.number limit 1) o on true
      left join chain c on c.institution_id = $1 and c.batch_id = t.batch_id
      where t.institution_id = $1 and t.id >= $4 and t.id < $5 and t.posted_at >= $2 and t.posted_at < $3
      order by t.id, e.amount desc limit $6`,
        given,
      ),
  },
  {
    name: 'acts.csv',
    columns: ['at', 'who', 'proven_by', 'what', 'subject', 'why', 'detail'],
    read: async (q, given) =>
      q.query<Row>(
        `select at, who, proven_by, what, subject, why, detail::text as detail from acts
      where institution_id = $1 and id >= $4 and id < $5 and $2::timestamptz < $3::timestamptz order by id limit $6`,
        given,
      ),
  },
  {
    name: 'looks.csv',
    columns: ['at', 'who', 'what', 'member_number', 'why'],
    read: async (q, given) =>
      q.query<Row>(
        `select r.at, r.who_name as who, r.what, m.number as member_number, r.why from reads r
      left join members m on m.institution_id = $1 and m.id = r.member_id
      where r.institution_id = $1 and r.at >= $2 and r.at < $3 and $4::uuid < $5::uuid order by r.at, r.id limit $6`,
        given,
      ),
  },
  {
    name: 'approvals.csv',
    columns: [
      'reference',
      'operation',
      'subject',
      'asked_by',
      'asked_why',
      'asked_at',
      'state',
      'decided_by',
      'decided_at',
    ],
    read: async (q, given) =>
      q.query<Row>(
        `select reference, operation, subject, asked_by_name as asked_by, asked_why, asked_at, state,
        decided_by_name as decided_by, decided_at from staff_approvals
      where institution_id = $1 and asked_at >= $2 and asked_at < $3 and $4::uuid < $5::uuid order by asked_at, id limit $6`,
        given,
      ),
  },
  {
    name: 'disputes.csv',
    columns: [
      'reference',
      'member_number',
      'received_at',
      'due_on',
      'credited_on',
      'decided_on',
      'outcome',
      'result_told_on',
      'closed_at',
    ],
    read: async (q, given) =>
      q.query<Row>(
        `select k.reference, m.number as member_number, k.received_at, k.due_on::text as due_on,
        k.credited_on::text as credited_on, k.decided_on::text as decided_on, k.outcome,
        k.result_told_on::text as result_told_on, k.closed_at
      from cases k left join members m on m.institution_id = $1 and m.id = k.member_id
      where k.institution_id = $1 and k.received_at >= $2 and k.received_at < $3 and $4::uuid < $5::uuid
      order by k.received_at, k.reference limit $6`,
        given,
      ),
  },
  {
    name: 'record.csv',
    columns: ['batch', 'written_at', 'hash', 'signed'],
    read: async (q, given) =>
      q.query<Row>(
        `select number::text as batch, written_at, encode(hash, 'hex') as hash, (seal is not null)::text as signed
      from chain where institution_id = $1 and written_at >= $2 and written_at < $3 and $4::uuid < $5::uuid
      order by number limit $6`,
        given,
      ),
  },
];

/** The names of a period’s files, in order. */
export const periodFileNames: readonly string[] = files.map(({ name }) => name);

/**
 * Makes the files of a period.
 * @returns the name of a file with too many rows instead
 */
export async function periodFiles(
  q: Queries,
  institutionId: number,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<PeriodFile[] | { readonly tooLarge: string }> {
  const made: PeriodFile[] = [];
  for (const { name, columns, read } of files) {
    const rows = await read(q, [
      institutionId,
      from,
      until,
      firstIdAt(from),
      firstIdAt(until),
      fileRowsMost + 1,
    ]);
    if (rows.length > fileRowsMost) return { tooLarge: name };
    const content = csvOf(
      columns,
      rows.map((row) => columns.map((column) => text(row[column]))),
    );
    made.push({ name, content, rows: rows.length });
  }
  return made;
}

/** The statements give texts, and times as instants. */
function text(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value instanceof Temporal.Instant ? value.toString() : null;
}
