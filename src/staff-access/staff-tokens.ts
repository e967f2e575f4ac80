import { randomToken } from '../access/tokens.ts';
import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { StaffIdentity, StaffKey } from './staff-identity.ts';
import { staffLimits } from './staff-limits.ts';
import { tokenHash } from './token-hash.ts';

/** Every token of ours begins so: programs that look for leaked secrets find it. */
const prefix = 'tmm_staff_';

/** A token as its person sees it. */
export interface StaffToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly lastUsedAt?: Temporal.Instant;
}

/**
 * Makes a token by which this person acts on the command line. It deletes their expired ones.
 * @returns the token, to show once; `undefined` if they have twenty
 */
export async function makeStaffToken(
  tx: Queries,
  world: World,
  {
    institutionId,
    staffId,
    name,
    days,
  }: StaffKey & { readonly name: string; readonly days: number },
): Promise<{ readonly token: string; readonly expiresAt: Temporal.Instant } | undefined> {
  const now = world.clock.now();
  const token = `${prefix}${randomToken(world.random)}`;
  const expiresAt = now.add({ hours: 24 * days });
  await tx.query(
    'delete from staff_tokens where institution_id = $1 and staff_id = $2 and expires_at <= $3',
    [institutionId, staffId, now],
  );
  const rows = await tx.query(
    `insert into staff_tokens (institution_id, id, staff_id, token_hash, name, created_at, expires_at)
      select $1, $2, $3, $4, $5, $6, $7
      where (select count(*) from staff_tokens where institution_id = $1 and staff_id = $3) < $8 returning 1`,
    [
      institutionId,
      world.ids.next(),
      staffId,
      tokenHash('token', institutionId, token),
      name,
      now,
      expiresAt,
      staffLimits.token.perPerson,
    ],
  );
  return rows.length === 0 ? undefined : { token, expiresAt };
}

/** The person of a token. */
export interface StaffByToken extends StaffIdentity {
  /** When they made the token. */
  readonly madeAt: Temporal.Instant;
}

/**
 * Finds the person who acts by a token, with their roles as they are now. It records at most once a minute that the token was used.
 * @returns `undefined` for an unknown or expired one, and for a person who was ended
 */
export async function staffByToken(
  db: Queries,
  institutionId: number,
  token: string,
  at: Temporal.Instant,
): Promise<StaffByToken | undefined> {
  if (!token.startsWith(prefix)) return undefined;
  const [row] = await db.query<StaffByToken>(
    `with found as (
        select t.id as token_id, t.created_at, t.last_used_at, m.id, m.name, m.email, m.roles, m.language
        from staff_tokens t
        join staff_members m on m.institution_id = $1 and m.id = t.staff_id and m.state = 'active'
        where t.institution_id = $1 and t.token_hash = $2 and t.expires_at > $3
      ), used as (
        update staff_tokens t set last_used_at = $3 from found f
        where t.institution_id = $1 and t.id = f.token_id and (f.last_used_at is null or f.last_used_at <= $4)
        returning t.id
      )
      select id, name, email, roles, language, created_at as "madeAt" from found`,
    [institutionId, tokenHash('token', institutionId, token), at, at.subtract({ seconds: 60 })],
  );
  return row;
}

/** Lists a person's tokens that have not expired, the newest first. */
export async function listStaffTokens(
  q: Queries,
  { institutionId, staffId, at }: StaffKey & { readonly at: Temporal.Instant },
): Promise<StaffToken[]> {
  const rows = await q.query<
    Omit<StaffToken, 'lastUsedAt'> & { readonly lastUsedAt: Temporal.Instant | null }
  >(
    `select id, name, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
      from staff_tokens where institution_id = $1 and staff_id = $2 and expires_at > $3 order by created_at desc, id desc`,
    [institutionId, staffId, at],
  );
  return rows.map(({ lastUsedAt, ...row }) => ({ ...row, ...(lastUsedAt ? { lastUsedAt } : {}) }));
}

/**
 * Ends one token of this person.
 * @returns its name; `undefined` if it is not theirs
 */
export async function endStaffToken(
  tx: Queries,
  { institutionId, staffId, id }: StaffKey & { readonly id: string },
): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    'delete from staff_tokens where institution_id = $1 and staff_id = $2 and id = $3 returning name',
    [institutionId, staffId, id],
  );
  return row?.name;
}
