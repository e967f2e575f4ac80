import type { CaseState } from '../kernel/vocabulary/staff-work.ts';
import type { Queries } from '../database/database.ts';
import type { Institution } from '../members/institution.ts';
import { clocksOf, nextClock, type CaseFacts, type Clock } from './case-clocks.ts';
import { noticeDay } from './clocks.ts';

/** A stored dispute. */
export interface CaseRow extends Omit<CaseFacts, 'noticeOn'> {
  readonly reference: string;
  readonly state: CaseState;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly receivedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  /** The rules that counted its first two dates. */
  readonly businessDays: string;
  /** The entry that it is about; null if the member named none. */
  readonly accountId: string | null;
  readonly entrySequence: bigint | null;
  /** The member's words about that entry. */
  readonly words: string | null;
}

export interface Case extends CaseRow, CaseFacts {
  readonly clocks: readonly Clock[];
}

type Place = Pick<Institution, 'id' | 'zone' | 'settings'>;

const columns = `c.reference, c.state, m.number as "memberNumber", m.name as "memberName", c.received_at as "receivedAt",
    c.due_on as "dueOn", c.provisional_due_on as "provisionalDueOn", c.closed_at as "closedAt",
    c.new_account as "newAccount", c.point_of_sale as "pointOfSale", c.outside_us as "outsideUs",
    c.statement_on as "statementOn", c.written_asked as "writtenAsked", c.written_on as "writtenOn", c.credited_on as "creditedOn",
    c.credit_told_on as "creditToldOn", c.decided_on as "decidedOn", c.outcome, c.result_told_on as "resultToldOn",
    c.corrected_on as "correctedOn", c.withdrawal_told_on as "withdrawalToldOn", c.business_days as "businessDays",
    c.account_id as "accountId", c.entry_sequence as "entrySequence", c.words
  from cases c join members m on m.institution_id = $1 and m.id = c.member_id`;

/** The most cases in a list. */
export const casesMax = 1_000;

/** Lists open cases, the one with the next deadline first; or closed ones, the newest first. */
export async function listCases(
  q: Queries,
  institution: Place,
  asked: {
    readonly today: Temporal.PlainDate;
    readonly view: CaseState;
    readonly skip?: number;
    readonly most?: number;
  },
): Promise<Case[]> {
  const { today, view, skip = 0, most = casesMax } = asked;
  if (view === 'closed') {
    const closed = await q.query<CaseRow>(
      `select ${columns} where c.institution_id = $1 and c.state = 'closed'
        order by c.closed_at desc, c.reference limit $2 offset $3`,
      [institution.id, most, skip],
    );
    return closed.map((row) => withClocks(row, institution, today));
  }
  const open = await q.query<CaseRow>(
    `select ${columns} where c.institution_id = $1 and c.state = 'open'
      order by c.due_on, c.reference limit ${casesMax}`,
    [institution.id],
  );
  return open
    .map((row) => withClocks(row, institution, today))
    .toSorted(bySoonest)
    .slice(skip, skip + most);
}

/** How many cases are open. */
export async function countOpenCases(q: Queries, institutionId: number): Promise<number> {
  const [row] = await q.query<{ count: number }>(
    `select count(*)::int as count from cases where institution_id = $1 and state = 'open'`,
    [institutionId],
  );
  return row?.count ?? 0;
}

/** Lists cases received since then or still open, closed ones too. */
export async function casesReceivedSince(
  q: Queries,
  institution: Place,
  asked: { readonly since: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<Case[]> {
  const rows = await q.query<CaseRow>(
    `select ${columns} where c.institution_id = $1 and (c.received_at >= $2 or c.state = 'open')
      order by c.received_at`,
    [institution.id, asked.since],
  );
  return rows.map((row) => withClocks(row, institution, asked.today));
}

/** Lists a member's cases, newest first. */
export async function casesOfMember(
  q: Queries,
  institution: Place,
  asked: { readonly memberId: string; readonly today: Temporal.PlainDate },
): Promise<Case[]> {
  const rows = await q.query<CaseRow>(
    `select ${columns} where c.institution_id = $1 and c.member_id = $2
      order by c.received_at desc, c.reference limit 200`,
    [institution.id, asked.memberId],
  );
  return rows.map((row) => withClocks(row, institution, asked.today));
}

/** Reads one case. With `lock` it locks the row. */
export async function findCase(
  q: Queries,
  institution: Place,
  asked: {
    readonly reference: string;
    readonly today: Temporal.PlainDate;
    readonly lock?: boolean;
  },
): Promise<Case | undefined> {
  const [row] = await q.query<CaseRow>(
    `select ${columns} where c.institution_id = $1 and c.reference = $2${asked.lock ? ' for update of c' : ''}`,
    [institution.id, asked.reference],
  );
  return row && withClocks(row, institution, asked.today);
}

/** Adds the deadlines of a case as of today. */
function withClocks(row: CaseRow, { zone, settings }: Place, today: Temporal.PlainDate): Case {
  const facts = { ...row, noticeOn: noticeDay(row.receivedAt, zone) };
  return { ...facts, clocks: clocksOf(facts, settings, today) };
}

function bySoonest(a: Case, b: Case): number {
  const [first, second] = [nextClock(a.clocks), nextClock(b.clocks)];
  if (!first || !second) return Number(!first) - Number(!second);
  return Temporal.PlainDate.compare(first.dueOn, second.dueOn);
}
