import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { AccessContext } from './access-context.ts';
import { limits } from './limits.ts';
import { randomToken } from './tokens.ts';

/**
 * Steps that take two requests: a challenge and its answer, a password and its second factor, an
 * activation. A step has a token that only this browser knows, lasts minutes, and can be taken
 * once.
 */
export const stepKinds = [
  'passkey_sign_in',
  'passkey_addition',
  'passkey_verification',
  'second_factor',
  'activation',
  'totp',
  'approval',
  'staff_sign_in',
  'staff_passkey',
  'staff_verification',
  'staff_activation',
  'staff_single_sign_on',
  'member_single_sign_on',
] as const;

export type StepKind = (typeof stepKinds)[number];

export interface Step {
  readonly memberId?: string;
  readonly sessionId?: string;
  /** The stored content, such as a secret during setup. */
  readonly content?: string;
  readonly expiresAt: Temporal.Instant;
}

interface StepName {
  readonly institutionId: number;
  readonly kind: StepKind;
  readonly token: string;
}

const nameOf = ({ institutionId, kind, token }: StepName) =>
  `step/${institutionId}/${kind}/${token}`;

/** Steps in which somebody reads, or signs in elsewhere. */
const slow: ReadonlySet<StepKind> = new Set<StepKind>([
  'activation',
  'staff_activation',
  'staff_single_sign_on',
  'member_single_sign_on',
]);

/** How many expired steps each new one deletes. It is more than one, so that they can't pile up. */
const clearedAtOnce = 10;

/**
 * Begins a step.
 * @param given `token`: a fixed name, if a second step replaces the first; random by default
 */
export async function beginStep(
  tx: Queries,
  { world, keyring }: AccessContext,
  given: {
    readonly institutionId: number;
    readonly kind: StepKind;
    readonly token?: string;
    readonly memberId?: string;
    readonly sessionId?: string;
    readonly content?: string;
  },
): Promise<{ readonly token: string; readonly expiresAt: Temporal.Instant }> {
  const { institutionId, kind, content } = given;
  const now = world.clock.now();
  const minutes = slow.has(kind) ? limits.step.activationMinutes : limits.step.minutes;
  const expiresAt = now.add({ minutes });
  const token = given.token ?? randomToken(world.random);
  const name = nameOf({ institutionId, kind, token });
  await tx.query(
    `delete from sign_in_steps where institution_id = $1 and lookup in (
        select lookup from sign_in_steps where institution_id = $1 and expires_at <= $2
        limit ${clearedAtOnce} for update skip locked)`,
    [institutionId, now],
  );
  await tx.query(
    `insert into sign_in_steps (institution_id, lookup, kind, member_id, session_id, sealed, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (institution_id, lookup) do update set member_id = excluded.member_id, session_id = excluded.session_id,
        sealed = excluded.sealed, created_at = excluded.created_at, expires_at = excluded.expires_at`,
    [
      institutionId,
      keyring.blindIndex('token', name),
      kind,
      given.memberId ?? null,
      given.sessionId ?? null,
      content === undefined ? null : keyring.encrypt('token', name, content),
      now,
      expiresAt,
    ],
  );
  return { token, expiresAt };
}

/**
 * Reads a step without using it up.
 * @returns `undefined` for an unknown, used or expired one
 */
export async function readStep(
  q: Queries,
  context: AccessContext,
  name: StepName,
): Promise<Step | undefined> {
  return readBy(q, context, { name, locking: '' });
}

/**
 * Reads a step and locks it until the transaction ends, so that no other request can take it. The
 * caller then uses up related rows only if the step still exists.
 */
export async function lockStep(
  tx: Queries,
  context: AccessContext,
  name: StepName,
): Promise<Step | undefined> {
  return readBy(tx, context, { name, locking: 'for update' });
}

async function readBy(
  q: Queries,
  context: AccessContext,
  { name, locking }: { readonly name: StepName; readonly locking: '' | 'for update' },
): Promise<Step | undefined> {
  const rows = await q.query<StepRow>(
    `select ${columns} from sign_in_steps where ${found} ${locking}`,
    [...keyOf(context, name)],
  );
  return stepOf(rows, context, name);
}

/**
 * Uses a step up.
 * @returns `undefined` for an unknown, used or expired one
 */
export async function takeStep(
  tx: Queries,
  context: AccessContext,
  name: StepName,
): Promise<Step | undefined> {
  const rows = await tx.query<StepRow>(
    `delete from sign_in_steps where ${found} returning ${columns}`,
    [...keyOf(context, name)],
  );
  return stepOf(rows, context, name);
}

/** Ends all of a member's open steps of this kind. */
export async function dropSteps(
  tx: Queries,
  given: { readonly institutionId: number; readonly memberId: string; readonly kind: StepKind },
): Promise<void> {
  await tx.query(
    'delete from sign_in_steps where institution_id = $1 and member_id = $2 and kind = $3',
    [given.institutionId, given.memberId, given.kind],
  );
}

interface StepRow {
  readonly memberId: string | null;
  readonly sessionId: string | null;
  readonly encrypted: Uint8Array | null;
  readonly expiresAt: Temporal.Instant;
}

const columns = `member_id as "memberId", session_id as "sessionId", sealed as "encrypted", expires_at as "expiresAt"`;
const found = 'institution_id = $1 and lookup = any($2::bytea[]) and kind = $3 and expires_at > $4';

function keyOf({ world, keyring }: AccessContext, name: StepName) {
  return [
    name.institutionId,
    keyring.blindIndexes('token', nameOf(name)),
    name.kind,
    world.clock.now(),
  ] as const;
}

function stepOf(
  rows: readonly StepRow[],
  { keyring }: AccessContext,
  name: StepName,
): Step | undefined {
  if (rows.length === 0) return undefined;
  const row = present(rows[0], 'there is a row');
  return {
    expiresAt: row.expiresAt,
    ...(row.memberId === null ? {} : { memberId: row.memberId }),
    ...(row.sessionId === null ? {} : { sessionId: row.sessionId }),
    ...(row.encrypted === null
      ? {}
      : { content: keyring.decrypt('token', nameOf(name), row.encrypted) }),
  };
}
