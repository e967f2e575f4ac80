import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { AccessContext } from './access-context.ts';
import { networkOf } from '../kernel/network.ts';

/**
 * Guesses are limited twice: by account and by network address. A browser where the member signed
 * in before, and a session, have their own counters instead, so guesses from elsewhere never lock
 * them. Passkeys can't be guessed and don't count. Each attempt counts before its proof is checked,
 * so that a thousand at once count as a thousand. A success is refunded. An account that does not
 * exist counts like any other.
 *
 * After `free` failures in a row each further one locks twice as long, up to `longestMinutes`. Only
 * a success resets an account. NIST SP 800-63B-4 section 3.2.2 allows 100 failures in a row:
 * strangers have 80 of them, the member's known browsers and sessions together 20. Each of the two
 * then closes until the member signs in another way. A network address resets after a quiet hour,
 * since many people may share one.
 */
const policies = Object.freeze({
  account: { free: 4, longestMinutes: 24 * 60, closedAt: 80, forgets: false },
  device: { free: 4, longestMinutes: 60, closedAt: undefined, forgets: false },
  session: { free: 4, longestMinutes: 60, closedAt: undefined, forgets: false },
  /** All known browsers and sessions of an account together. */
  proven: { free: 2 ** 30, longestMinutes: 0, closedAt: 20, forgets: false },
  network: { free: 30, longestMinutes: 60, closedAt: undefined, forgets: true },
  /** Activation codes. Separate from passwords, so that neither locks the other. */
  activation: { free: 30, longestMinutes: 60, closedAt: undefined, forgets: true },
});

type Policy = keyof typeof policies;

export interface Attempt {
  readonly institutionId: number;
  /** The account concerned, such as a member number as typed. Absent if only the address counts. */
  readonly account?: string;
  /** Whether it is an activation code, which counts only by network. */
  readonly isActivation?: boolean;
  /** A browser where this member signed in before, or their session. */
  readonly proven?: { readonly by: 'device' | 'session'; readonly id: string };
  /** The network address of the attempt. Only its keyed hash is stored. */
  readonly from: string;
}

/**
 * Why an attempt is refused: locked until a time, or closed until the member signs in another way.
 */
export type Locked = { readonly until: Temporal.Instant } | { readonly closed: true };

/** The lock; or how many attempts in a row the account has with this one. */
export type Counted =
  | { readonly locked: Locked }
  | { readonly locked?: undefined; readonly inRow: number };

/**
 * Counts an attempt. Call it before any proof is checked, outside a transaction that may roll back.
 */
export async function countAttempt(
  db: Queries,
  context: AccessContext,
  attempt: Attempt,
): Promise<Counted> {
  let counted: Counted = { inRow: 0 };
  for (const [policy, subject] of subjectsOf(attempt)) {
    const now = await count(db, context, { institutionId: attempt.institutionId, policy, subject });
    if (now.locked) return now;
    if (policy !== 'proven') counted = now;
  }
  return counted;
}

/**
 * Refunds an attempt with a correct first factor, so that it does not lock out the second factor.
 * The account gets it back only if no other attempt was counted meanwhile: a wrong one's lock
 * stays.
 */
export async function refundAttempt(
  db: Queries,
  context: Pick<AccessContext, 'keyring'>,
  given: Attempt & { readonly account: string; readonly inRow: number },
): Promise<void> {
  const { institutionId, inRow } = given;
  const policy = given.proven?.by ?? 'account';
  const subject = given.proven ? `${given.account}/${given.proven.id}` : given.account;
  await db.query(
    `update sign_in_attempts set failures = failures - 1, locked_until = null
      where institution_id = $1 and subject = $2 and failures = $3`,
    [
      institutionId,
      context.keyring.blindIndex('token', nameOf(institutionId, policy, subject)),
      inRow,
    ],
  );
  await refund(db, context, given);
}

/** Subtracts one attempt from a shared counter, and removes the lock if this attempt caused it. */
async function refund(
  db: Queries,
  { keyring }: Pick<AccessContext, 'keyring'>,
  attempt: Attempt,
): Promise<void> {
  const { institutionId } = attempt;
  const shared = subjectsOf(attempt).find(
    ([policy]) => policy === 'network' || policy === 'activation' || policy === 'proven',
  );
  if (!shared) return;
  const [policy, subject] = shared;
  await db.query(
    `update sign_in_attempts set failures = failures - 1,
        locked_until = case when failures - 1 <= $3 then null else locked_until end
      where institution_id = $1 and subject = any($2::bytea[]) and failures > 0`,
    [
      institutionId,
      keyring.blindIndexes('token', nameOf(institutionId, policy, subject)),
      policies[policy].free,
    ],
  );
}

/** Limits how many steps one network address may begin in a period. Each row expires after it. */
const beginnings = { max: 301, minutes: 5 } as const;

/**
 * Counts a request that anyone may begin. It only limits load: nobody behind an address waits
 * longer than these five minutes.
 * @returns the lock; `undefined`: go on
 */
export async function countBeginning(
  db: Queries,
  { world, keyring }: AccessContext,
  { institutionId, from }: Pick<Attempt, 'institutionId' | 'from'>,
): Promise<Locked | undefined> {
  const now = world.clock.now();
  const windowFrom = now.subtract({ minutes: beginnings.minutes });
  const [row] = await db.query<{ failures: number; since: Temporal.Instant }>(
    `insert into sign_in_attempts as a (institution_id, subject, failures, forgets, last_at, locked_until)
      values ($1, $2, 1, true, $3, null)
      on conflict (institution_id, subject) do update set
        failures = case when a.last_at <= $4 then 1 else least(a.failures + 1, $5 + 1) end,
        last_at = case when a.last_at <= $4 then $3 else a.last_at end
      returning failures, last_at as since`,
    [
      institutionId,
      keyring.blindIndex('token', `attempts/${institutionId}/beginnings/${networkOf(from)}`),
      now,
      windowFrom,
      beginnings.max,
    ],
  );
  return row && row.failures > beginnings.max
    ? { until: row.since.add({ minutes: beginnings.minutes }) }
    : undefined;
}

/** How many expired rows each success deletes, so that they can't pile up. */
const clearedAtOnce = 100;

/** Resets an account after a success, and refunds the address this attempt. */
export async function forgiveAttempt(
  tx: Queries,
  { world, keyring }: AccessContext,
  attempt: Attempt,
): Promise<void> {
  const { institutionId } = attempt;
  const now = world.clock.now();
  await tx.query(
    `delete from sign_in_attempts where institution_id = $1 and subject in (
        select subject from sign_in_attempts
        where institution_id = $1 and last_at < case when forgets then $2::timestamptz else $3::timestamptz end
        order by last_at limit ${clearedAtOnce} for update skip locked)`,
    [institutionId, now.subtract({ hours: 24 }), now.subtract({ hours: 24 * 365 })],
  );
  const { account } = attempt;
  if (account !== undefined) {
    const own: readonly [Policy, string][] = [
      ['account', account],
      ['proven', account],
      ...subjectsOf(attempt).filter(([policy]) => policy === attempt.proven?.by),
    ];
    await tx.query(
      'delete from sign_in_attempts where institution_id = $1 and subject = any($2::bytea[])',
      [
        institutionId,
        own.flatMap(([policy, subject]) =>
          keyring.blindIndexes('token', nameOf(institutionId, policy, subject)),
        ),
      ],
    );
  }
  await refund(tx, { keyring }, attempt);
}

function subjectsOf({ account, from, proven, isActivation }: Attempt): [Policy, string][] {
  if (isActivation) return [['activation', networkOf(from)]];
  if (proven && account !== undefined)
    return [
      [proven.by, `${account}/${proven.id}`],
      ['proven', account],
    ];
  const network: [Policy, string] = ['network', networkOf(from)];
  return account === undefined ? [network] : [network, ['account', account]];
}

function nameOf(institutionId: number, policy: Policy, subject: string): string {
  return `attempts/${institutionId}/${policy}/${subject}`;
}

async function count(
  db: Queries,
  { world, keyring }: AccessContext,
  given: {
    readonly institutionId: number;
    readonly policy: Policy;
    readonly subject: string;
  },
): Promise<Counted> {
  const { institutionId, policy } = given;
  const { free, longestMinutes, closedAt, forgets } = policies[policy];
  const now = world.clock.now();
  const subject = keyring.blindIndex('token', nameOf(institutionId, policy, given.subject));
  // A locked row returns nothing. The exponent is limited so that it can't overflow.
  const [counted] = await db.query<{ failures: number }>(
    `insert into sign_in_attempts as a (institution_id, subject, failures, forgets, last_at, locked_until)
      values ($1, $2, 1, $4, $3, null)
      on conflict (institution_id, subject) do update set
        failures = case when $4 and a.last_at < $5 then 1 else a.failures + 1 end,
        last_at = $3,
        locked_until = case
          when $4 and a.last_at < $5 then null
          when a.failures + 1 <= $6 then null
          else $3::timestamptz + least(2 ^ least(a.failures - $6, 20), $7) * interval '1 minute' end
      where (a.locked_until is null or a.locked_until <= $3) and ($8::int is null or a.failures < $8)
      returning failures`,
    [
      institutionId,
      subject,
      now,
      forgets,
      now.subtract({ hours: 1 }),
      free,
      longestMinutes,
      closedAt ?? null,
    ],
  );
  if (counted) return { inRow: counted.failures };
  const [row] = await db.query<{ failures: number; until: Temporal.Instant | null }>(
    `select failures, locked_until as until from sign_in_attempts where institution_id = $1 and subject = $2`,
    [institutionId, subject],
  );
  // Another request reset it just now, so it is open.
  if (!row) return { inRow: 0 };
  if (closedAt !== undefined && row.failures >= closedAt) return { locked: { closed: true } };
  return { locked: { until: present(row.until, 'a locked counter has an end') } };
}
