import type { Queries } from '../database/database.ts';
import { moneyDoubts } from '../kernel/vocabulary/lock-reason.ts';
import { refusalReasons } from '../kernel/vocabulary/refusal-reason.ts';
import type { Institution } from '../members/institution.ts';
import { countDisputes } from './count-disputes.ts';
import { dayFiguresSchema, type DayFigures } from './day-figures.ts';
import { firstIdAt } from '../kernel/first-id-at.ts';

/** A day of the institution’s zone, as statements take it. */
interface Bounds {
  readonly institutionId: number;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** Counts what happened on a day, from the messages, the books and the log of sign-ins. */
export async function countDay(
  q: Queries,
  institution: Pick<Institution, 'id' | 'zone' | 'settings' | 'currency'>,
  asked: { readonly day: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<DayFigures> {
  const { id: institutionId, zone, currency } = institution;
  const bounds: Bounds = {
    institutionId,
    from: startOf(asked.day, zone),
    until: startOf(asked.day.add({ days: 1 }), zone),
  };
  return dayFiguresSchema.parse({
    ...(await countReceived(q, bounds)),
    ...(await countSent(q, bounds)),
    ...(await countTransfers(q, bounds, currency)),
    ...(await countSigns(q, bounds)),
    ...(await countDisputes(q, institution, asked)),
  });
}

function startOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

const refusalNames: ReadonlySet<string> = new Set(refusalReasons);

/** What came in. The rows of the search are in order of time; the messages themselves are not. */
async function countReceived(q: Queries, { institutionId, from, until }: Bounds) {
  const rows = await q.query<{
    channel: string;
    intent: string;
    outcome: string;
    guessed: boolean;
    known: boolean;
    count: number;
  }>(
    `select i.channel, i.intent, split_part(i.outcome, ' ', 1) as outcome, coalesce(i.reading ->> 'by' = 'guess', false) as guessed,
        i.member_id is not null as known, count(*)::int as count
      from message_words w
      join inbound i on i.institution_id = $1 and i.channel = w.channel and i.external_id = w.ref
      where w.institution_id = $1 and w.direction = 'in' and w.at >= $2 and w.at < $3
      group by 1, 2, 3, 4, 5`,
    [institutionId, from, until],
  );
  const [people] = await q.query<{ count: number }>(
    `select count(distinct member_id)::int as count from message_words
      where institution_id = $1 and direction = 'in' and at >= $2 and at < $3`,
    [institutionId, from, until],
  );
  const own = rows.filter(({ known }) => known);
  return {
    received: byName(rows, ({ channel }) => channel),
    people: people?.count ?? 0,
    intents: byName(own, ({ intent }) => intent),
    guessed: total(own.filter(({ guessed }) => guessed)),
    refusals: byName(
      own.filter(({ outcome }) => refusalNames.has(outcome)),
      ({ outcome }) => outcome,
    ),
    memberLocks: total(own.filter(({ outcome }) => outcome === 'locked')),
    strangers: total(rows.filter(({ known }) => !known)),
  };
}

/** What went out, how far it got, how soon it left and what it cost. */
async function countSent(q: Queries, { institutionId, from, until }: Bounds) {
  const rows = await q.query<{
    channel: string;
    status: string;
    purpose: string;
    count: number;
    segments: number;
    cost: number;
    replies: number;
    within5: number;
    within30: number;
  }>(
    `select channel, status, purpose, count(*)::int as count, coalesce(sum(segments), 0)::int as segments,
        coalesce(sum(cost_microdollars), 0)::float8 as cost,
        (count(*) filter (where purpose = 'reply' and wired_at is not null and received_at is not null))::int as replies,
        (count(*) filter (where purpose = 'reply' and wired_at - received_at <= interval '5 seconds'))::int as within5,
        (count(*) filter (where purpose = 'reply' and wired_at - received_at <= interval '30 seconds'))::int as within30
      from outbound where institution_id = $1 and id >= $2 and id < $3
      group by 1, 2, 3`,
    [institutionId, firstIdAt(from), firstIdAt(until)],
  );
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((before, row) => before + of(row), 0);
  return {
    sent: byName(rows, ({ channel }) => channel),
    delivery: byName(rows, ({ status }) => status),
    segments: sum(({ segments }) => segments),
    cost: byName(
      rows.map(({ channel, cost }) => ({ channel, count: Math.round(cost) })),
      ({ channel }) => channel,
    ),
    answered: sum(({ replies }) => replies),
    within5: sum(({ within5 }) => within5),
    within30: sum(({ within30 }) => within30),
    suspended: total(rows.filter(({ purpose }) => purpose === 'suspended')),
  };
}

/** Transfers that members made. One that was reversed stays counted; imported history is left out. */
async function countTransfers(
  q: Queries,
  { institutionId, from, until }: Bounds,
  currency: string,
) {
  const [row] = await q.query<{ transfers: number; moved: number }>(
    `select count(distinct t.id)::int as transfers, coalesce(sum(e.amount), 0)::float8 as moved
      from transactions t
      join entries e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id and e.amount > 0
      join accounts a on a.institution_id = $1 and a.id = e.account_id and a.currency = $4
      where t.institution_id = $1 and t.id >= $2 and t.id < $3 and t.kind = 'transfer'
        and t.posted_at >= $5 and t.posted_at < $6`,
    [institutionId, firstIdAt(from), firstIdAt(until), currency, from, until],
  );
  return { transfers: row?.transfers ?? 0, moved: row?.moved ?? 0 };
}

/** Doubts about addresses that still stand, refused sign-ins, and texts that may report an error. */
async function countSigns(q: Queries, { institutionId, from, until }: Bounds) {
  const doubts = await q.query<{ reason: string; count: number }>(
    `select money_locked_reason as reason, count(*)::int as count from addresses
      where institution_id = $1 and money_locked_at >= $2 and money_locked_at < $3
        and money_locked_reason = any($4::text[]) group by 1`,
    [institutionId, from, until, [...moneyDoubts, 'confirmation_failures']],
  );
  const [signIns] = await q.query<{ count: number }>(
    `select count(*)::int as count from security_events
      where institution_id = $1 and id >= $2 and id < $3 and kind = 'sign_in_refused'`,
    [institutionId, firstIdAt(from), firstIdAt(until)],
  );
  const [errors] = await q.query<{ count: number }>(
    `select count(*)::int as count from tasks
      where institution_id = $1 and kind = 'possible_error' and created_at >= $2 and created_at < $3`,
    [institutionId, from, until],
  );
  return {
    doubts: byName(doubts, ({ reason }) => reason),
    refusedSignIns: signIns?.count ?? 0,
    possibleErrors: errors?.count ?? 0,
  };
}

function byName<Row extends { readonly count: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + row.count);
  return Object.fromEntries([...sums].filter(([, value]) => value > 0));
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
