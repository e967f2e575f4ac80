import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { insertWithReference } from '../insert-with-reference.ts';
import type { StaffApprovalState } from '../../kernel/vocabulary/staff-approval.ts';
import type { Shown, StaffApproval } from './approval.ts';
import { digestOf } from './digest.ts';

/** How long a second person has. */
export const approvalHours = 24;

/** What somebody asks for. */
export interface AskedAct {
  readonly institutionId: number;
  readonly zone: string;
  readonly operation: string;
  readonly permission: string;
  /** As JSON keeps it. */
  readonly input: unknown;
  readonly shown: Shown;
  /** Absent: the server's own rights. */
  readonly by: { readonly identity?: string | undefined; readonly name: string };
  readonly why: string;
  readonly dueAt?: Temporal.Instant | undefined;
}

const columns = `id, reference, operation, permission, input, subject, shown as lines, digest, asked_by as "askedBy",
  asked_by_name as "askedByName", asked_why as "askedWhy", asked_at as "askedAt", due_at as "dueAt", expires_at as "expiresAt", state,
  decided_by as "decidedBy", decided_by_name as "decidedByName", decided_why as "decidedWhy", decided_at as "decidedAt", outcome,
  seen_by_name as "seenByName", seen_at as "seenAt", collected_at as "collectedAt"`;

/**
 * Stores an act that waits for a second person, or one that the server's own rights did alone.
 * @returns its reference
 */
export async function insertApproval(
  tx: Queries,
  world: World,
  act: AskedAct,
  state: Extract<StaffApprovalState, 'waiting' | 'alone'> = 'waiting',
): Promise<string> {
  const at = world.clock.now();
  const expires = at.add({ hours: approvalHours });
  const day = at.toZonedDateTimeISO(act.zone).toPlainDate();
  const id = world.ids.next();
  return insertWithReference('A', day, world, async (reference) =>
    tx.query(
      `insert into staff_approvals (institution_id, id, reference, operation, permission, input, subject, shown, digest,
          asked_by, asked_by_name, asked_why, asked_at, due_at, expires_at, state, decided_at)
        values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::jsonb, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        on conflict (institution_id, reference) do nothing returning id`,
      [
        act.institutionId,
        id,
        reference,
        act.operation,
        act.permission,
        JSON.stringify(act.input),
        act.shown.subject,
        JSON.stringify(act.shown.lines),
        digestOf(act),
        act.by.identity ?? null,
        act.by.name,
        act.why,
        at,
        act.dueAt ?? null,
        expires,
        state,
        state === 'alone' ? at : null,
      ],
    ),
  );
}

/** Finds an act that waits, and locks its row until the transaction ends. */
export async function lockApproval(
  tx: Queries,
  institutionId: number,
  reference: string,
): Promise<StaffApproval | undefined> {
  const [row] = await tx.query<StaffApproval>(
    `select ${columns} from staff_approvals where institution_id = $1 and reference = $2 for update`,
    [institutionId, reference],
  );
  return row;
}

/** Ends an act that waits. */
export async function endApproval(
  tx: Queries,
  institutionId: number,
  id: string,
  end: {
    readonly state: Exclude<StaffApprovalState, 'waiting' | 'alone'>;
    readonly at: Temporal.Instant;
    readonly by?: { readonly identity?: string | undefined; readonly name: string } | undefined;
    readonly why?: string | undefined;
    readonly outcome?: object | undefined;
  },
): Promise<void> {
  await tx.query(
    `update staff_approvals set state = $3, decided_at = $4, decided_by = $5, decided_by_name = $6, decided_why = $7, outcome = $8::jsonb
      where institution_id = $1 and id = $2 and state = 'waiting'`,
    [
      institutionId,
      id,
      end.state,
      end.at,
      end.by?.identity ?? null,
      end.by?.name ?? null,
      end.why ?? null,
      end.outcome === undefined ? null : JSON.stringify(end.outcome),
    ],
  );
}

/** The institutions with acts that nobody decided in time. */
export async function institutionsWithLapsing(
  q: Queries,
  institutionIds: readonly number[],
  at: Temporal.Instant,
): Promise<number[]> {
  const found = await q.query<{ id: number }>(
    `select k.id from unnest($1::int[]) as k (id) where exists (
        select 1 from staff_approvals a
          where a.institution_id = k.id and a.state = 'waiting' and a.expires_at <= $2)`,
    [institutionIds, at],
  );
  return found.map(({ id }) => id);
}

/** Ends the acts that nobody decided in time. */
export async function lapseApprovals(
  tx: Queries,
  institutionId: number,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `update staff_approvals set state = 'lapsed', decided_at = $2
      where institution_id = $1 and state = 'waiting' and expires_at <= $2`,
    [institutionId, at],
  );
}

/** Notes that somebody has looked at an act that was done alone. */
export async function noteSeen(
  tx: Queries,
  institutionId: number,
  id: string,
  seen: { readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.query(
    `update staff_approvals set seen_by_name = $3, seen_at = $4
      where institution_id = $1 and id = $2 and state = 'alone' and seen_at is null`,
    [institutionId, id, seen.by, seen.at],
  );
}

/** Notes that the asker has carried out an approved act and has its answer. */
export async function noteCollected(
  tx: Queries,
  institutionId: number,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `update staff_approvals set collected_at = $3
      where institution_id = $1 and id = $2 and state = 'approved' and collected_at is null`,
    [institutionId, id, at],
  );
}

/** The most acts in a list. */
export const approvalsMax = 500;

/** Of which acts a reader may know. */
export interface KnownApprovals {
  readonly permissions: readonly string[];
  /** And those that this person asked for. */
  readonly askedBy: string | undefined;
}

/** Whether an act waits, or one person did it alone and nobody has looked at it. $2 is now. */
const isOpen = `((state = 'waiting' and expires_at > $2) or (state = 'alone' and seen_at is null))`;

/** Of which the reader may know. */
const isKnown = '($3::text[] is null or permission = any($3::text[]) or asked_by = $4::uuid)';

interface ListedFor {
  readonly at: Temporal.Instant;
  /** Absent: all. */
  readonly known?: KnownApprovals | undefined;
}

/** Lists acts that wait for a second person and those done alone that nobody has looked at, by the date that comes first. */
export async function listOpenApprovals(
  q: Queries,
  institutionId: number,
  { at, known }: ListedFor,
): Promise<StaffApproval[]> {
  return q.query<StaffApproval>(
    `select ${columns} from staff_approvals
      where institution_id = $1 and state in ('waiting', 'alone') and ${isOpen} and ${isKnown}
      order by least(due_at, expires_at), asked_at desc limit ${approvalsMax}`,
    [institutionId, at, known?.permissions ?? null, known?.askedBy ?? null],
  );
}

/** Lists the other acts that take two persons, the newest first. */
export async function listEndedApprovals(
  q: Queries,
  institutionId: number,
  { at, known, skip, most }: ListedFor & { readonly skip: number; readonly most: number },
): Promise<StaffApproval[]> {
  return q.query<StaffApproval>(
    `select ${columns} from staff_approvals
      where institution_id = $1 and not ${isOpen} and ${isKnown}
      order by asked_at desc, id desc limit $5 offset $6`,
    [institutionId, at, known?.permissions ?? null, known?.askedBy ?? null, most, skip],
  );
}

/** Finds an act by its reference. */
export async function findApproval(
  q: Queries,
  institutionId: number,
  reference: string,
): Promise<StaffApproval | undefined> {
  const [row] = await q.query<StaffApproval>(
    `select ${columns} from staff_approvals where institution_id = $1 and reference = $2`,
    [institutionId, reference],
  );
  return row;
}
