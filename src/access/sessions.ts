import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Member } from '../members/member.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { limits } from './limits.ts';
import { memberColumns, memberOf, type MemberRow } from './member-row.ts';
import type { Session } from './session.ts';
import { randomToken } from './tokens.ts';

/**
 * Sessions in the database. The browser has a token of 256 bits, of which we store only the blind
 * index. A session ends after 15 minutes of inactivity, 12 hours after it was opened, or when the
 * member ends it. Each proof of identity gives it a new token (rotation), so that an older, planted
 * or seen token becomes worthless.
 */
export interface OpenedSession {
  /** For the cookie only. */
  readonly token: string;
  readonly session: Session;
}

const tokenName = (institutionId: number, token: string) => `session/${institutionId}/${token}`;

/** The time of the last proof of a member without any here: another online bank signed them in. */
export const neverProven = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * Opens a session for a member who has just given proof, here or at another online bank. It deletes the member's expired sessions
 * and the oldest above twenty.
 * @param given `device`: the browser's own name. `proven`: the proof was given here
 */
export async function openSession(
  tx: Queries,
  { world, keyring }: AccessContext,
  given: MemberKey & { readonly device: string; readonly proven?: boolean },
): Promise<OpenedSession> {
  const { institutionId, memberId } = given;
  const now = world.clock.now();
  const token = randomToken(world.random);
  const session: Session = {
    id: world.ids.next(),
    institutionId,
    memberId,
    device: given.device.slice(0, 200),
    createdAt: now,
    lastSeenAt: now,
    verifiedAt: given.proven === false ? neverProven : now,
    expiresAt: now.add({ hours: limits.session.absoluteHours }),
  };
  await tx.query(
    `delete from sessions where institution_id = $1 and member_id = $2 and (expires_at <= $3 or last_seen_at <= $4 or id in (
        select id from sessions where institution_id = $1 and member_id = $2
        order by last_seen_at desc, id desc offset $5))`,
    [institutionId, memberId, now, idleSince(now), limits.session.perMember - 1],
  );
  await tx.query(
    `insert into sessions (institution_id, id, member_id, lookup, device, created_at, last_seen_at, verified_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $6, $8, $7)`,
    [
      institutionId,
      session.id,
      memberId,
      keyring.blindIndex('token', tokenName(institutionId, token)),
      session.device,
      now,
      session.expiresAt,
      session.verifiedAt,
    ],
  );
  return { token, session };
}

type SessionRow = Omit<Session, 'institutionId'>;

const findStatement = {
  name: 'sessions_find',
  text: `with found as (
      select * from sessions
      where institution_id = $1 and lookup = any($2::bytea[]) and expires_at > $3 and last_seen_at > $4
    ), seen as (
      update sessions s set last_seen_at = $3 from found f
      where s.institution_id = $1 and s.id = f.id and f.last_seen_at <= $5
      returning s.id
    )
    select f.id, f.device, f.created_at as "createdAt",
      case when exists (select 1 from seen) then $3 else f.last_seen_at end as "lastSeenAt",
      f.verified_at as "verifiedAt", f.expires_at as "expiresAt", ${memberColumns}
    from found f join members m on m.institution_id = $1 and m.id = f.member_id`,
};

/**
 * Finds the live session of a token. The same statement records, at most once a minute, that it was
 * seen.
 * @returns `undefined` for an unknown, ended or expired one, so that nobody learns which
 */
export async function findSession(
  q: Queries,
  { world, keyring }: AccessContext,
  given: { readonly institutionId: number; readonly token: string },
): Promise<{ readonly session: Session; readonly member: Member } | undefined> {
  const { institutionId, token } = given;
  if (token.length !== 43) return undefined;
  const now = world.clock.now();
  const [row] = await q.query<SessionRow & MemberRow>(findStatement, [
    institutionId,
    blindIndexesOf(keyring, institutionId, token),
    now,
    idleSince(now),
    now.subtract({ seconds: limits.session.slideSeconds }),
  ]);
  if (!row) return undefined;
  return { session: sessionOf(row, institutionId), member: memberOf(row, institutionId) };
}

/**
 * Renews a session after another proof by the member: it counts as fresh and gets a new token.
 * @returns `undefined` if it has ended meanwhile
 */
export async function renewSession(
  tx: Queries,
  { world, keyring }: AccessContext,
  { institutionId, id }: Pick<Session, 'institutionId' | 'id'>,
): Promise<OpenedSession | undefined> {
  const token = randomToken(world.random);
  const [row] = await tx.query<SessionRow>(
    `update sessions set lookup = $3, verified_at = $4, last_seen_at = $4
      where institution_id = $1 and id = $2 and expires_at > $4
      returning id, member_id as "memberId", device, created_at as "createdAt", last_seen_at as "lastSeenAt",
        verified_at as "verifiedAt", expires_at as "expiresAt"`,
    [
      institutionId,
      id,
      keyring.blindIndex('token', tokenName(institutionId, token)),
      world.clock.now(),
    ],
  );
  return row && { token, session: sessionOf(row, institutionId) };
}

/** Lists the member's live sessions, the last seen first. */
export async function listSessions(
  q: Queries,
  { world }: Pick<AccessContext, 'world'>,
  { institutionId, memberId }: MemberKey,
): Promise<Session[]> {
  const now = world.clock.now();
  const rows = await q.query<SessionRow>(
    `select id, member_id as "memberId", device, created_at as "createdAt", last_seen_at as "lastSeenAt",
        verified_at as "verifiedAt", expires_at as "expiresAt"
      from sessions where institution_id = $1 and member_id = $2 and expires_at > $3 and last_seen_at > $4
      order by last_seen_at desc, id desc`,
    [institutionId, memberId, now, idleSince(now)],
  );
  return rows.map((row) => sessionOf(row, institutionId));
}

/**
 * Ends one session of this member.
 * @returns whether there was one
 */
export async function endSession(
  tx: Queries,
  { institutionId, memberId, id }: MemberKey & { readonly id: string },
): Promise<boolean> {
  const rows = await tx.query(
    'delete from sessions where institution_id = $1 and member_id = $2 and id = $3 returning 1',
    [institutionId, memberId, id],
  );
  return rows.length > 0;
}

/**
 * Ends the member's sessions, all or all but one.
 * @returns how many
 */
export async function endSessions(
  tx: Queries,
  given: MemberKey & { readonly exceptId?: string },
): Promise<number> {
  const rows = await tx.query(
    `delete from sessions where institution_id = $1 and member_id = $2 and ($3::uuid is null or id <> $3) returning 1`,
    [given.institutionId, given.memberId, given.exceptId ?? null],
  );
  return rows.length;
}

function idleSince(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ minutes: limits.session.idleMinutes });
}

function blindIndexesOf(keyring: Keyring, institutionId: number, token: string): Uint8Array[] {
  return keyring.blindIndexes('token', tokenName(institutionId, token));
}

function sessionOf(row: SessionRow, institutionId: number): Session {
  return {
    id: row.id,
    institutionId,
    memberId: row.memberId,
    device: row.device,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    verifiedAt: row.verifiedAt,
    expiresAt: row.expiresAt,
  };
}
