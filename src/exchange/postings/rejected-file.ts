import type { Database, Queries } from '../../database/database.ts';
import { type Finding, readTable, type TableRecord } from '../../ledger/import/read-table.ts';
import type { Deciding } from './decide-waiting.ts';
import { transactionOf } from './end-to-end-id.ts';
import { rejectPosting } from './reject-posting.ts';

/** A posting of ours that the core rejected. */
export interface RejectedLine {
  readonly line: number;
  readonly id: string;
  readonly reason: string;
}

export interface RejectedCounts {
  readonly reversed: number;
  readonly already: number;
}

/** Reads a file of rejected postings. Absent: there are none. */
export async function readRejected(
  records: AsyncIterable<TableRecord> | undefined,
): Promise<{ rows: RejectedLine[]; errors: readonly Finding[] }> {
  if (!records) return { rows: [], errors: [] };
  return readTable(records, {
    file: 'rejected',
    names: ['end_to_end_id', 'reason'],
    optional: ['reason'],
    shareOf: () => '',
    read: (fields, line): RejectedLine | string => {
      const id = fields.end_to_end_id.trim();
      if (transactionOf(id) === undefined)
        return `end_to_end_id "${id.slice(0, 40)}" is none of ours: it has 32 letters and digits`;
      return { line, id, reason: fields.reason.trim().slice(0, 500) };
    },
  });
}

/** Counts what would be reversed, and what was before. Whether the books refuse one shows only when it is done. */
export async function rehearseRejected(
  q: Queries,
  institutionId: number,
  rows: readonly RejectedLine[],
): Promise<RejectedCounts> {
  const [found] = await q.query<{ count: number }>(
    `select count(distinct transaction_id)::int as count from posting_lines
      where institution_id = $1 and transaction_id = any($2::uuid[]) and state = 'rejected'`,
    [institutionId, rows.flatMap(({ id }) => transactionOf(id) ?? [])],
  );
  const already = found?.count ?? 0;
  return { reversed: rows.length - already, already };
}

/** Reverses each of them once, and tells its members. */
export async function reverseRejected(
  db: Database,
  given: Deciding,
  rows: readonly RejectedLine[],
): Promise<RejectedCounts & { errors: Finding[] }> {
  const counts = { reversed: 0, already: 0 };
  const errors: Finding[] = [];
  for (const { line, id, reason } of rows) {
    const done = await rejectPosting(db, given, { id, reason });
    if ('refused' in done) errors.push({ file: 'rejected', line, reason: done.refused });
    else counts['already' in done ? 'already' : 'reversed'] += 1;
  }
  return { ...counts, errors };
}
