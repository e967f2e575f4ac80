import type { Database } from '../../../src/database/database.ts';
import { handoverEventKinds } from '../../../src/kernel/vocabulary/handover.ts';
import { dayFiguresSchema } from '../../../src/reports/day-figures.ts';

/** How much of each there is for each member, so that a smaller bench stays in proportion. */
interface WorkSizes {
  readonly tasks: number;
  readonly openTasks: number;
  readonly disputes: number;
  readonly openDisputes: number;
  readonly approvals: number;
  readonly conversations: number;
  readonly openConversations: number;
  readonly acts: number;
  readonly looks: number;
}

/** Sizes of a credit union after some years: for 100,000 members 50,000 tasks, a million looks, and so on. */
export function workSizes(members: number): WorkSizes {
  const part = (of: number) => Math.max(1, Math.round(members * of));
  return {
    tasks: part(0.5),
    openTasks: part(0.01),
    disputes: part(0.05),
    openDisputes: part(0.003),
    approvals: part(0.1),
    conversations: part(0.3),
    openConversations: part(0.003),
    acts: part(5),
    looks: part(10),
  };
}

/** Makes what the filling statements use: the members in a row, and a function for ids in order of time, as the service makes them. */
export async function prepareFilling(db: Database, institutionId: number): Promise<void> {
  await db.query(
    `create or replace function bench_uuid(at timestamptz, of text) returns uuid immutable strict parallel safe language sql as $f$
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(of), 1, 3)
        || '8' || substr(md5(of), 4, 15))::uuid
    $f$`,
  );
  await db.query(
    `create unlogged table bench_people as
      select row_number() over (order by m.number) - 1 as n, m.id as member_id, a.id as address_id, a.conversation_id, a.channel
      from members m join addresses a on a.institution_id = m.institution_id and a.member_id = m.id and a.channel = 'x'
      where m.institution_id = $1`,
    [institutionId],
  );
  await db.query('create unique index on bench_people (n)');
  await db.query('analyze bench_people');
}

/** Fills in what people of the staff work on, and what they did, as the database makes it. */
export async function fillWork(
  db: Database,
  institutionId: number,
  sizes: WorkSizes,
): Promise<void> {
  await db.query(tasks, [institutionId, sizes.tasks, sizes.openTasks]);
  await db.query(disputes, [institutionId, sizes.disputes, sizes.openDisputes]);
  await db.query(approvals, [institutionId, sizes.approvals]);
  await db.query(handovers, [institutionId, sizes.conversations, sizes.openConversations]);
  await db.query(marks, [institutionId]);
  await db.query(handoverEvents, [institutionId, handoverEventKinds]);
  await db.query(acts, [institutionId, sizes.acts]);
  await db.query(looks, [institutionId, sizes.looks]);
  await db.query(figures, [institutionId, dayFiguresSchema.parse({})]);
  await db.query(unknowns, [institutionId]);
  await db.query(notices, [institutionId]);
  await db.query(recipients, [institutionId]);
  await db.query(consents, [institutionId]);
}

/** The member that row i is about: `p`. */
const person = (i: string) =>
  `join bench_people p on p.n = ${i}::bigint * 104729 % (select count(*) from bench_people)`;

/** Row i of $2 rows, the oldest first, over two years. */
const rows = `generate_series(1, $2::int) i
  cross join lateral (select now() - make_interval(secs => 63072000 * ($2::float8 - i) / $2::float8) as at) t`;

const staff = `(array['Ann', 'Bob', 'Cy', 'Dee', 'Eve', 'Flo', 'Gus', 'Hal'])[1 + i % 8]`;
const staffId = `md5('staff ' || i % 8)::uuid`;
const reference = (letter: string) =>
  `'${letter}-' || lpad((i / 10000)::text, 4, '0') || '-' || lpad((i % 10000)::text, 4, '0')`;

const tasks = `
  insert into tasks (institution_id, reference, kind, state, member_id, subject, detail, created_at, done_at, urgent, received_at, due_on,
    taken_by, taken_at, outcome)
  select $1, ${reference('T')}, case when i % 10 = 0 then 'possible_error' else 'agent' end,
    case when open then 'open' else 'done' end, p.member_id, 'A member asks for a person', 'please call me about my mortgage escrow', at,
    case when not open then at + interval '3 hours' end, i % 50 = 0, at, case when i % 10 = 0 then (at + interval '14 days')::date end,
    case when i % 3 > 0 then ${staff} end, case when i % 3 > 0 then at end, case when not open then 'called, all clear' end
  from ${rows} cross join lateral (select i > $2 - $3::int as open) o ${person('i')}`;

const disputes = `
  insert into cases (institution_id, reference, member_id, kind, state, received_at, due_on, provisional_due_on, closed_at, business_days,
    words, decided_on, outcome, result_told_on)
  select $1, ${reference('D')}, p.member_id, 'regulation_e', case when open then 'open' else 'closed' end, at, (at + interval '45 days')::date,
    (at + interval '14 days')::date, case when not open then at + interval '20 days' end, '', 'a charge in Reno that I did not make',
    case when not open then (at + interval '19 days')::date end, case when not open then 'no_error' end,
    case when not open then (at + interval '20 days')::date end
  from ${rows} cross join lateral (select i > $2 - $3::int as open) o ${person('i')}`;

const approvals = `
  insert into staff_approvals (institution_id, id, reference, operation, permission, input, subject, shown, digest, asked_by,
    asked_by_name, asked_why, asked_at, expires_at, state, decided_by, decided_by_name, decided_why, decided_at)
  select $1, bench_uuid(at, 'approval ' || i), ${reference('A')}, 'unlockMember', 'restore_access',
    jsonb_build_object('number', m.number), m.number || ' ' || m.name, '[]', sha256(i::text::bytea), ${staffId}, ${staff},
    'showed a passport at the counter', at, at + interval '1 day', case when waiting then 'waiting' else 'approved' end,
    case when not waiting then md5('staff ' || (i + 1) % 8)::uuid end, case when not waiting then 'Gus' end,
    case when not waiting then 'seen' end, case when not waiting then at + interval '1 hour' end
  from ${rows} cross join lateral (select i > $2 - 40 as waiting) o ${person('i')}
  join members m on m.institution_id = $1 and m.id = p.member_id`;

const handovers = `
  insert into handovers (institution_id, conversation_id, member_id, address_id, state, begun_at, waiting_since, said, urgent, holder,
    holder_name, held_at, spoke_at, closed_at)
  select $1, p.conversation_id, p.member_id, p.address_id, state, at, case when state = 'waiting' then at end,
    'a person about my mortgage escrow please', i % 40 = 0, case when state = 'held' then ${staffId}::text end,
    case when state = 'held' then ${staff} end, case when state = 'held' then at end, at,
    case when state = 'closed' then at + interval '1 hour' end
  from ${rows} cross join lateral (
    select case when i <= $2 - $3::int then 'closed' when i % 2 = 0 then 'waiting' else 'held' end as state) o ${person('i')}
  on conflict do nothing`;

const marks = `update conversations c set handover = h.state from handovers h
  where c.institution_id = $1 and h.institution_id = $1 and h.conversation_id = c.id`;

const handoverEvents = `
  insert into handover_events (institution_id, id, conversation_id, kind, at, who, who_name, note)
  select $1, bench_uuid(h.begun_at + make_interval(mins => i), h.conversation_id || ' ' || i), h.conversation_id,
    ($2::text[])[i], h.begun_at + make_interval(mins => i),
    case when i > 1 then ${staffId}::text end, case when i > 1 then ${staff} end, case when i = 3 then 'called twice, nobody answers' end
  from handovers h cross join generate_series(1, 4) i where h.institution_id = $1`;

const acts = `
  insert into acts (institution_id, id, who, why, what, subject, detail, at, principal)
  select $1, bench_uuid(at, 'act ' || i), ${staff}, 'asked by phone',
    (array['member_locked', 'member_unlocked', 'task_closed', 'task_noted', 'limits_set', 'letter_written', 'staff_replied'])[1 + i % 7],
    p.member_id::text, '{}', at, 'staff'
  from ${rows} ${person('i')}`;

const looks = `
  insert into reads (institution_id, id, who, who_name, member_id, what, at)
  select $1, bench_uuid(at, 'look ' || i), ${staffId}, ${staff}, p.member_id,
    (array['member', 'conversation', 'search', 'audit'])[1 + i % 4], at
  from ${rows} ${person('i')}`;

const figures = `
  insert into daily_figures (institution_id, day, figures, counted_at)
  select $1, current_date - i, $2::jsonb, now() from generate_series(1, 800) i on conflict do nothing`;

const unknowns = `
  insert into texts_not_understood (institution_id, day, what, text, language, nearest, times)
  select $1, current_date - (i % 30)::int, 'unknown', 'is branch ' || i % 400 || ' open on the holiday', 'en', 'contact', 1 + i % 90
  from generate_series(1, 12000) i on conflict do nothing`;

/** Two hundred notices. The newest was stopped when half of all members had it. */
const notices = `
  insert into notices (institution_id, id, name, state, texts, choice, per_minute, estimate, made_at, made_by, changed_at, changed_by,
    begun_at, begun_by, recipients, ended_at)
  select $1, bench_uuid(now() - make_interval(days => i), 'notice ' || i), 'Holiday hours ' || i, case when i = 1 then 'halted' else 'sent' end,
    '{"en": "We are closed on Monday."}', '{"channels": ["x"], "languages": [], "kinds": [], "numbers": []}', 60,
    '{"recipients": 1, "parts": [], "unreached": 0, "unknown": [], "unknownCount": 0, "minutes": 1}', now() - make_interval(days => i),
    'Ann', now() - make_interval(days => i), 'Ann', now() - make_interval(days => i), 'Gus',
    case when i = 1 then (select count(*)::int from bench_people) else 1 end, now() - make_interval(days => i - 1)
  from generate_series(1, 200) i`;

const recipients = `
  insert into notice_recipients (institution_id, notice_id, member_id, address_id, channel, language, due_at, left_out, outbound_id, taken_at)
  select $1, n.id, p.member_id, p.address_id, p.channel, 'en', now(), case when o.id is null then 'withdrawn' end, o.id,
    case when o.id is not null then now() end
  from bench_people p join notices n on n.institution_id = $1 and n.state = 'halted'
  left join (select id, row_number() over (order by id) * 2 as n from outbound where institution_id = $1) o on o.n = p.n`;

const consents = `
  insert into consents (institution_id, id, kind, version, channel, member_id, address_id, conversation_id, how, at)
  select $1, bench_uuid(now() - make_interval(days => i), 'consent ' || i || p.n), (array['sms_terms', 'start', 'stop'])[i], '1', p.channel,
    p.member_id, p.address_id, p.conversation_id, 'message', now() - make_interval(days => i)
  from bench_people p cross join generate_series(1, 3) i`;
