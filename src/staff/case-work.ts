import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import type { Institution } from '../members/institution.ts';
import { rulesBetween } from './business-days.ts';
import type { CaseFacts } from './case-clocks.ts';
import { caseProblems, stepsLeft } from './case-problems.ts';
import { findCase, type Case } from './case-rows.ts';
import { openCases } from './cases.ts';
import type { OpenedCase } from './new-case.ts';
import { decideAtLastBy, decideOrCreditBy, type TransferInDoubt } from './clocks.ts';
import { openTask } from './task-work.ts';
import { invalidWork } from './work-invalid.ts';

type Place = Pick<Institution, 'id' | 'zone' | 'settings'>;

/**
 * The source of a case: a task with the member's words, or their statement by phone or at the
 * counter.
 */
export type CaseSource =
  | { readonly task: string }
  | { readonly memberId: string; readonly receivedAt: Temporal.Instant };

/**
 * Opens a case for staff. Its deadlines run from the member's earliest open notice. A question about an entry in dispute joins that case,
 * which keeps its own facts.
 */
export async function openCaseByStaff(
  tx: Queries,
  world: World,
  given: {
    readonly institution: Place;
    readonly actor: Actor;
    readonly from: CaseSource;
    readonly transfer: TransferInDoubt;
    readonly writtenAsked?: boolean;
  },
): Promise<OpenedCase> {
  const { institution, actor, from, transfer, writtenAsked = false } = given;
  const notice =
    'task' in from
      ? await noticeOfTask(tx, institution, from.task)
      : { ...from, inboundKey: null, about: undefined, words: undefined };
  const now = world.clock.now();
  if (Temporal.Instant.compare(notice.receivedAt, now) > 0)
    throw invalidWork('The notice can’t be in the future');
  const [opened] = await openCases(tx, world, institution, [
    {
      memberId: notice.memberId,
      receivedAt: notice.receivedAt,
      ...(notice.inboundKey === null ? {} : { inboundKey: notice.inboundKey }),
      ...(notice.about ? { about: notice.about } : {}),
      ...(notice.words === undefined ? {} : { words: notice.words }),
      transfer,
      writtenAsked,
    },
  ]);
  const made = present(opened, 'one case was opened');
  if ('task' in from)
    await tx.query(
      `update tasks set state = 'done', done_at = coalesce(done_at, $4), case_reference = $3
        where institution_id = $1 and reference = $2`,
      [institution.id, from.task, made.reference, now],
    );
  await recordInAuditLog(tx, world, {
    institutionId: institution.id,
    ...actor,
    what: made.joined ? 'case_joined' : 'case_opened',
    subject: made.reference,
    detail: {
      received: made.receivedAt.toString(),
      ...('task' in from ? { task: from.task } : {}),
      ...(made.joined ? {} : { ...transfer, writtenAsked }),
    },
  });
  return made;
}

async function noticeOfTask(tx: Queries, institution: Place, reference: string) {
  const task = await openTask(tx, institution, reference);
  if (task.memberId === null) throw invalidWork(`Task ${reference} belongs to no member`);
  const { memberId, inboundKey, accountId, entrySequence: sequence } = task;
  return {
    memberId,
    inboundKey,
    receivedAt: task.receivedAt ?? task.createdAt,
    ...(accountId === null || sequence === null
      ? {}
      : {
          about: { accountId, sequence },
          ...(task.detail === null ? {} : { words: task.detail }),
        }),
  };
}

/** Changes to a case's facts; `null` removes a day. */
export type CaseChanges = Partial<Pick<CaseFacts, keyof typeof columns>>;

const columns = {
  newAccount: 'new_account',
  pointOfSale: 'point_of_sale',
  outsideUs: 'outside_us',
  statementOn: 'statement_on',
  writtenAsked: 'written_asked',
  writtenOn: 'written_on',
  creditedOn: 'credited_on',
  creditToldOn: 'credit_told_on',
  decidedOn: 'decided_on',
  outcome: 'outcome',
  resultToldOn: 'result_told_on',
  correctedOn: 'corrected_on',
  withdrawalToldOn: 'withdrawal_told_on',
} as const;

export interface CaseWork {
  readonly institution: Place;
  readonly reference: string;
  readonly actor: Actor;
  readonly changes: CaseChanges;
  readonly note?: string;
}

/** Records events in an open case and recounts its deadlines. */
export async function noteCase(tx: Queries, world: World, work: CaseWork): Promise<Case> {
  if (work.note === undefined && Object.keys(work.changes).length === 0)
    throw invalidWork('Give a note, or an event with its date');
  return change(tx, world, { ...work, close: false });
}

/** Closes a decided case, with the member's notices and their days. */
export async function closeCase(tx: Queries, world: World, work: CaseWork): Promise<Case> {
  return change(tx, world, { ...work, close: true });
}

async function change(
  tx: Queries,
  world: World,
  work: CaseWork & { readonly close: boolean },
): Promise<Case> {
  const { institution, reference, actor, changes, note, close } = work;
  const now = world.clock.now();
  const today = now.toZonedDateTimeISO(institution.zone).toPlainDate();
  const before = await findCase(tx, institution, { reference, today, lock: true });
  if (!before) throw invalidWork(`There is no case ${reference}`);
  if (before.state === 'closed') throw invalidWork(`Case ${reference} is closed`);
  const after = { ...before, ...changes };
  const problems = [...caseProblems(after, today), ...(close ? stepsLeft(after) : [])];
  if (problems.length > 0)
    throw invalidWork(`Case ${reference} can’t be changed this way: ${problems.join('; ')}`);
  await write(tx, institution, { before, after });
  if (close)
    await tx.query(
      `update cases set state = 'closed', closed_at = $3 where institution_id = $1 and reference = $2`,
      [institution.id, reference, now],
    );
  await recordInAuditLog(tx, world, {
    institutionId: institution.id,
    ...actor,
    what: close ? 'case_closed' : 'case_noted',
    subject: reference,
    detail: { ...changes, ...(note === undefined ? {} : { note }) },
  });
  return present(await findCase(tx, institution, { reference, today }), 'the case exists');
}

/**
 * Due dates change only with the kind of transfer. Otherwise a date that the member knows stays.
 */
async function write(
  tx: Queries,
  institution: Place,
  { before, after }: { before: Case; after: Case },
): Promise<void> {
  const names = ['newAccount', 'pointOfSale', 'outsideUs'] as const;
  const otherTerms = names.some((name) => before[name] !== after[name]);
  const { settings } = institution;
  const dueOn = otherTerms ? decideOrCreditBy(settings, after.noticeOn, after) : after.dueOn;
  const sets = Object.entries(columns).map(([, column], index) => `${column} = $${index + 6}`);
  await tx.query(
    `update cases set due_on = $3, provisional_due_on = $4, business_days = $5, ${sets.join(', ')}
      where institution_id = $1 and reference = $2`,
    [
      institution.id,
      before.reference,
      dueOn,
      otherTerms ? decideAtLastBy(after.noticeOn, after) : after.provisionalDueOn,
      otherTerms ? rulesBetween(settings, after.noticeOn, dueOn) : after.businessDays,
      ...columnNames.map((name) => after[name]),
    ],
  );
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the constant has exactly these keys
const columnNames = Object.keys(columns) as (keyof typeof columns)[];
