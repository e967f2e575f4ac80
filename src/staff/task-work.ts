import type { TaskState } from '../kernel/vocabulary/staff-work.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import type { Institution } from '../members/institution.ts';
import { decideOrCreditBy, noticeDay, ordinary } from './clocks.ts';
import { invalidWork } from './work-invalid.ts';

/** A task as staff see it. */
export interface Task {
  readonly reference: string;
  readonly kind: string;
  readonly state: TaskState;
  readonly urgent: boolean;
  readonly memberId: string | null;
  readonly memberNumber: string | null;
  readonly memberName: string | null;
  readonly subject: string;
  readonly detail: string | null;
  readonly inboundKey: string | null;
  readonly createdAt: Temporal.Instant;
  /** When the message that starts a deadline came. */
  readonly receivedAt: Temporal.Instant | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly takenBy: string | null;
  readonly doneAt: Temporal.Instant | null;
  readonly outcome: string | null;
  readonly caseReference: string | null;
  /** The entry that it is about; null if the member named none. */
  readonly accountId: string | null;
  readonly entrySequence: bigint | null;
}

type Place = Pick<Institution, 'id' | 'zone' | 'settings'>;

const columns = `t.reference, t.kind, t.state, t.urgent, t.member_id as "memberId", m.number as "memberNumber",
    m.name as "memberName", t.subject, t.detail, t.inbound_key as "inboundKey", t.created_at as "createdAt",
    t.received_at as "receivedAt", t.due_on as "dueOn", t.taken_by as "takenBy", t.done_at as "doneAt", t.outcome,
    t.case_reference as "caseReference",
    t.account_id as "accountId", t.entry_sequence as "entrySequence"
  from tasks t left join members m on m.institution_id = $1 and m.id = t.member_id`;

/** The most tasks in a list. */
export const tasksMax = 1_000;

/** Kinds of tasks by which the service and its carriers ask for a person. */
const ofTheService = `('alarm', 'channel')`;

/**
 * Tasks by what they need. `mine`: of one person. `urgent`: of members. `alarms`: of the service and its carriers. `dated`: due by a day.
 * $2 is the person, $3 the day.
 */
const wheres = {
  open: `t.state = 'open'`,
  mine: `t.state = 'open' and t.taken_by = $2`,
  nobodys: `t.state = 'open' and t.taken_by is null`,
  closed: `t.state = 'done'`,
  urgent: `t.state = 'open' and t.urgent and t.kind not in ${ofTheService}`,
  alarms: `t.state = 'open' and t.kind in ${ofTheService}`,
  dated: `t.state = 'open' and t.due_on <= $3`,
} as const;

type TaskView = keyof typeof wheres;

/** Lists tasks of one view: urgent ones first, then by due date, then by age. Closed ones: the newest first. */
export async function listTasks(
  q: Queries,
  institution: Place,
  asked: {
    readonly view: TaskView;
    /** For `mine`. */
    readonly who?: string;
    /** For `dated`. */
    readonly dueBy?: Temporal.PlainDate;
    readonly skip?: number;
    readonly most?: number;
  },
): Promise<Task[]> {
  const { view, who, dueBy, skip = 0, most = tasksMax } = asked;
  const isClosed = view === 'closed';
  const rows = await q.query<Task>(
    `select ${columns} where t.institution_id = $1 and ${wheres[view]} and ($2::text is null or true) and ($3::date is null or true)
      order by ${isClosed ? 't.done_at desc' : 't.urgent desc, t.due_on nulls last, t.created_at'}, t.reference limit $4 offset $5`,
    [institution.id, who ?? null, dueBy ?? null, most, skip],
  );
  const tasks = rows.map((row) => withDue(row, institution));
  return isClosed ? tasks : tasks.toSorted(byPressure);
}

/** How many tasks each view has, those of the closed ones not counted. */
export async function countTasks(
  q: Queries,
  institutionId: number,
  who: string,
): Promise<Readonly<Record<Exclude<TaskView, 'closed' | 'dated'>, number>>> {
  const views = ['open', 'mine', 'nobodys', 'urgent', 'alarms'] as const;
  const [row] = await q.query<Record<(typeof views)[number], number>>(
    `select ${views.map((view) => `count(*) filter (where ${wheres[view]})::int as ${view}`).join(', ')}
      from tasks t where t.institution_id = $1 and t.state = 'open' and $2::text is not null`,
    [institutionId, who],
  );
  return row ?? { open: 0, mine: 0, nobodys: 0, urgent: 0, alarms: 0 };
}

/** Reads one task. With `lock` it locks the row. */
export async function findTask(
  q: Queries,
  institution: Place,
  asked: { readonly reference: string; readonly lock?: boolean },
): Promise<Task | undefined> {
  const [row] = await q.query<Task>(
    `select ${columns} where t.institution_id = $1 and t.reference = $2${asked.lock ? ' for update of t' : ''}`,
    [institution.id, asked.reference],
  );
  return row && withDue(row, institution);
}

interface Work {
  readonly institution: Place;
  readonly reference: string;
  readonly actor: Actor;
}

/**
 * Assigns a task, so that others see who works on it.
 * @returns who had it before
 */
export async function takeTask(
  tx: Queries,
  world: World,
  { institution, reference, actor }: Work,
): Promise<string | undefined> {
  const task = await openTask(tx, institution, reference);
  await tx.query(
    'update tasks set taken_by = $3, taken_at = $4 where institution_id = $1 and reference = $2',
    [institution.id, reference, actor.who, world.clock.now()],
  );
  const before = task.takenBy ?? undefined;
  await record(tx, world, { institution, reference, actor }, 'task_taken', { from: before });
  return before === actor.who ? undefined : before;
}

/** Adds a note to a task, open or closed. */
export async function noteTask(
  tx: Queries,
  world: World,
  { note, ...work }: Work & { readonly note: string },
): Promise<void> {
  if (note.trim() === '') throw invalidWork('The note is empty');
  await lockedTask(tx, work.institution, work.reference);
  await record(tx, world, work, 'task_noted', { note });
}

/** Closes a task with its outcome as text. */
export async function closeTask(
  tx: Queries,
  world: World,
  { outcome, ...work }: Work & { readonly outcome: string },
): Promise<void> {
  if (outcome.trim() === '') throw invalidWork('Say how it ended');
  const { institution, reference } = work;
  await openTask(tx, institution, reference);
  await tx.query(
    `update tasks set state = 'done', done_at = $3, outcome = $4
      where institution_id = $1 and reference = $2`,
    [institution.id, reference, world.clock.now(), outcome],
  );
  await record(tx, world, work, 'task_closed', { outcome });
}

/**
 * Reads and locks an open task.
 * @throws Fault `work_invalid` if it does not exist or is closed
 */
export async function openTask(tx: Queries, institution: Place, reference: string): Promise<Task> {
  const task = await lockedTask(tx, institution, reference);
  if (task.state === 'done')
    throw invalidWork(
      `Task ${reference} is closed${task.caseReference === null ? '' : `: it became case ${task.caseReference}`}`,
    );
  return task;
}

async function lockedTask(tx: Queries, institution: Place, reference: string): Promise<Task> {
  const task = await findTask(tx, institution, { reference, lock: true });
  if (!task) throw invalidWork(`There is no task ${reference}`);
  return task;
}

async function record(
  tx: Queries,
  world: World,
  { institution, reference, actor }: Work,
  what: string,
  detail: object,
): Promise<void> {
  await recordInAuditLog(tx, world, {
    institutionId: institution.id,
    ...actor,
    what,
    subject: reference,
    detail,
  });
}

/** Moves the due date earlier if an opening was added since. It never moves later. */
function withDue(task: Task, { zone, settings }: Place): Task {
  if (!task.receivedAt || !task.dueOn || task.state === 'done') return task;
  const now = decideOrCreditBy(settings, noticeDay(task.receivedAt, zone), ordinary);
  return Temporal.PlainDate.compare(now, task.dueOn) < 0 ? { ...task, dueOn: now } : task;
}

function byPressure(a: Task, b: Task): number {
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1;
  if (!a.dueOn || !b.dueOn) return Number(!a.dueOn) - Number(!b.dueOn);
  return Temporal.PlainDate.compare(a.dueOn, b.dueOn);
}
