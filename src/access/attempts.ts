import type { Queries } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import type { AccessContext } from './access-context.ts';
import { networkOf } from './network.ts';

/**
 * Guessing is bounded twice: by account and by network address. Each attempt is counted before what was given is looked at, so
 * that a thousand at once count as a thousand; who succeeds gets it back. An account that nobody has is counted like any other.
 *
 * After `free` failures in a row each further one locks, twice as long as the one before, up to `longestMinutes`. An account
 * forgets only by success: at 100 in a row its password is closed until the member comes in another way (NIST SP 800-63B-4
 * section 3.2.2 allows no more than 100). A network address forgets after a quiet hour, since many people may share one.
 */
const policies = Object.freeze({
  account: { free: 4, longestMinutes: 24 * 60, closedAt: 100, forgets: false },
  network: { free: 30, longestMinutes: 60, closedAt: undefined, forgets: true },
  /** Beginnings without a proof, each of which costs a row. */
  beginnings: { free: 300, longestMinutes: 60, closedAt: undefined, forgets: true },
});

type Policy = keyof typeof policies;

export interface Attempt {
  readonly institutionId: number;
  /** Whom it is about, such as a member number as typed; absent where only the address counts. */
  readonly account?: string;
  /** The network address that it came from; only a keyed hash is kept. */
  readonly from: string;
}

/** Why an attempt isn't made: locked until then, or closed until the member comes in another way. */
export type Locked = { readonly until: Temporal.Instant } | { readonly closed: true };

/** Why it may not be made; or go on, and how many in a row the account has with this one. */
export type Counted =
  | { readonly locked: Locked }
  | { readonly locked?: undefined; readonly inRow: number };

/** Counts an attempt; to be asked before any proof is looked at, outside the transaction that may be rolled back. */
export async function countAttempt(
  db: Queries,
  context: AccessContext,
  attempt: Attempt,
): Promise<Counted> {
  let counted: Counted = { inRow: 0 };
  for (const [policy, subject] of subjectsOf(attempt)) {
    counted = await count(db, context, { institutionId: attempt.institutionId, policy, subject });
    if (counted.locked) break;
  }
  return counted;
}

/**
 * The first factor was right: its attempt is given back, so that it doesn't lock out the second. To the account only where no other
 * attempt was counted meanwhile: the lock of a wrong one stays.
 */
export async function returnAttempt(
  db: Queries,
  context: Pick<AccessContext, 'seals'>,
  given: Attempt & { readonly account: string; readonly inRow: number },
): Promise<void> {
  const { institutionId, account, inRow, from } = given;
  await db.query(
    `update sign_in_attempts set failures = failures - 1, locked_until = null
      where institution_id = $1 and subject = $2 and failures = $3`,
    [
      institutionId,
      context.seals.lookup('token', nameOf(institutionId, 'account', account)),
      inRow,
    ],
  );
  await giveBack(db, context, { institutionId, from });
}

/** One attempt less from this network address, and the lock that only this one had brought. */
async function giveBack(
  db: Queries,
  { seals }: Pick<AccessContext, 'seals'>,
  { institutionId, from }: Pick<Attempt, 'institutionId' | 'from'>,
): Promise<void> {
  await db.query(
    `update sign_in_attempts set failures = failures - 1,
        locked_until = case when failures - 1 <= $3 then null else locked_until end
      where institution_id = $1 and subject = any($2::bytea[]) and failures > 0`,
    [
      institutionId,
      seals.lookups('token', nameOf(institutionId, 'network', networkOf(from))),
      policies.network.free,
    ],
  );
}

/** Counts the beginning of something that is open to anyone. @returns why it may not be begun; `undefined`: go on */
export async function countBeginning(
  db: Queries,
  context: AccessContext,
  { institutionId, from }: Pick<Attempt, 'institutionId' | 'from'>,
): Promise<Locked | undefined> {
  const subject = networkOf(from);
  return (await count(db, context, { institutionId, policy: 'beginnings', subject })).locked;
}

/** Rows nobody needs any more that each success clears away, so that they can't pile up. */
const clearedAtOnce = 100;

/** The attempt was good: the account starts anew, and the address gets this one back. */
export async function forgiveAttempt(
  tx: Queries,
  { world, seals }: AccessContext,
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
  if (attempt.account !== undefined) {
    await tx.query(
      'delete from sign_in_attempts where institution_id = $1 and subject = any($2::bytea[])',
      [institutionId, seals.lookups('token', nameOf(institutionId, 'account', attempt.account))],
    );
  }
  await giveBack(tx, { seals }, attempt);
}

function subjectsOf({ account, from }: Attempt): [Policy, string][] {
  const network: [Policy, string] = ['network', networkOf(from)];
  return account === undefined ? [network] : [network, ['account', account]];
}

function nameOf(institutionId: number, policy: Policy, subject: string): string {
  return `attempts/${institutionId}/${policy}/${subject}`;
}

async function count(
  db: Queries,
  { world, seals }: AccessContext,
  given: {
    readonly institutionId: number;
    readonly policy: Policy;
    readonly subject: string;
  },
): Promise<Counted> {
  const { institutionId, policy } = given;
  const { free, longestMinutes, closedAt, forgets } = policies[policy];
  const now = world.clock.now();
  const subject = seals.lookup('token', nameOf(institutionId, policy, given.subject));
  // Nothing comes back where the row is locked; the exponent is bounded before it can overflow.
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
  // Forgiven this very moment by another request: then it is open.
  if (!row) return { inRow: 0 };
  if (closedAt !== undefined && row.failures >= closedAt) return { locked: { closed: true } };
  return { locked: { until: present(row.until, 'what is locked is locked until some time') } };
}
