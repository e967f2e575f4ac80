import { randomToken } from '../access/tokens.ts';
import type { Queries } from '../database/database.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { StaffRole } from '../kernel/vocabulary/principal.ts';
import type { StaffProof } from '../kernel/vocabulary/staff-proof.ts';
import type { World } from '../kernel/world.ts';
import type { StaffIdentity, StaffKey } from './staff-identity.ts';
import { staffLimits } from './staff-limits.ts';
import { tokenHash } from './token-hash.ts';

/** A session of the console that lives, with the person as they are now. */
export interface LiveStaffSession {
  readonly sessionId: string;
  readonly identity: StaffIdentity;
  /** When they last proved who they are. */
  readonly verifiedAt: Temporal.Instant;
  readonly provenBy: StaffProof;
  /** When it ends in any case. */
  readonly endsAt: Temporal.Instant;
}

/**
 * Opens a session for a person who has proven who they are. It ends after 20 idle minutes, and after 10 hours at the latest.
 * It deletes the person's expired sessions and the oldest above ten.
 * @returns the token, for the browser's cookie only
 */
export async function openStaffSession(
  tx: Queries,
  world: World,
  institutionId: number,
  identityId: string,
  given: {
    readonly provenBy: StaffProof;
    /** When they proved it, such as at the identity provider this morning. Absent: just now. */
    readonly provenAt?: Temporal.Instant | undefined;
    /** The network address. */
    readonly from: string;
    /** The browser's own name. */
    readonly device: string;
  },
): Promise<{
  readonly token: string;
  readonly sessionId: string;
  readonly endsAt: Temporal.Instant;
}> {
  const now = world.clock.now();
  const token = randomToken(world.random);
  const sessionId = world.ids.next();
  const endsAt = now.add({ hours: staffLimits.session.absoluteHours });
  await tx.query(
    `delete from staff_sessions where institution_id = $1 and staff_id = $2 and (expires_at <= $3 or last_seen_at <= $4 or id in (
        select id from staff_sessions where institution_id = $1 and staff_id = $2
        order by last_seen_at desc, id desc offset $5))`,
    [institutionId, identityId, now, idleSince(now), staffLimits.session.perPerson - 1],
  );
  await tx.query(
    `insert into staff_sessions (institution_id, id, staff_id, token_hash, proven_by, device, came_from, created_at, last_seen_at,
        verified_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)`,
    [
      institutionId,
      sessionId,
      identityId,
      tokenHash('session', institutionId, token),
      given.provenBy,
      given.device.slice(0, 200),
      given.from,
      now,
      earlier(given.provenAt ?? now, now),
      endsAt,
    ],
  );
  return { token, sessionId, endsAt };
}

/** A provider's clock may be ahead of ours. */
function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}

interface LiveRow extends StaffIdentity {
  readonly sessionId: string;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
  readonly verifiedAt: Temporal.Instant;
  readonly provenBy: StaffProof;
  readonly endsAt: Temporal.Instant;
}

const liveStatement = {
  name: 'staff_sessions_live',
  text: `with found as (
      select s.id, s.last_seen_at, s.verified_at, s.proven_by, s.expires_at,
        m.id as staff_id, m.name, m.email, m.roles, m.language
      from staff_sessions s
      join staff_members m on m.institution_id = $1 and m.id = s.staff_id and m.state = 'active'
      where s.institution_id = $1 and s.token_hash = $2 and s.expires_at > $3 and s.last_seen_at > $4
    ), seen as (
      update staff_sessions s set last_seen_at = $3 from found f
      where s.institution_id = $1 and s.id = f.id and f.last_seen_at <= $5
      returning s.id
    )
    select f.id as "sessionId", f.staff_id as id, f.name, f.email, f.roles, f.language, f.verified_at as "verifiedAt",
      f.proven_by as "provenBy", f.expires_at as "endsAt"
    from found f`,
};

/**
 * Finds the live session of a token, with the person's name and roles as they are now. It records at most once a minute that the
 * session was seen.
 * @returns `undefined` for an unknown, idle or ended one, and for a person who was ended
 */
export async function liveStaffSession(
  db: Queries,
  institutionId: number,
  token: string,
  at: Temporal.Instant,
): Promise<LiveStaffSession | undefined> {
  if (token.length !== 43) return undefined;
  const [row] = await db.query<LiveRow>(liveStatement, [
    institutionId,
    tokenHash('session', institutionId, token),
    at,
    idleSince(at),
    at.subtract({ seconds: staffLimits.session.slideSeconds }),
  ]);
  if (!row) return undefined;
  const { sessionId, verifiedAt, provenBy, endsAt, ...identity } = row;
  return { sessionId, identity, verifiedAt, provenBy, endsAt };
}

/**
 * Gives a session another token: an older one, planted or seen, becomes worthless. With a proof it marks the session as just proven.
 * @returns `undefined` if it has ended meanwhile
 */
export async function renewStaffSession(
  tx: Queries,
  world: World,
  institutionId: number,
  sessionId: string,
  { verified = true }: { readonly verified?: boolean } = {},
): Promise<{ readonly token: string; readonly endsAt: Temporal.Instant } | undefined> {
  const token = randomToken(world.random);
  const [row] = await tx.query<{ endsAt: Temporal.Instant }>(
    `update staff_sessions set token_hash = $3, verified_at = case when $5::boolean then $4 else verified_at end, last_seen_at = $4
      where institution_id = $1 and id = $2 and expires_at > $4 returning expires_at as "endsAt"`,
    [
      institutionId,
      sessionId,
      tokenHash('session', institutionId, token),
      world.clock.now(),
      verified,
    ],
  );
  return row && { token, endsAt: row.endsAt };
}

/**
 * Ends one session.
 * @returns whether there was one
 */
export async function endStaffSession(
  tx: Queries,
  institutionId: number,
  sessionId: string,
): Promise<boolean> {
  const rows = await tx.query(
    'delete from staff_sessions where institution_id = $1 and id = $2 returning 1',
    [institutionId, sessionId],
  );
  return rows.length > 0;
}

/** A session as its person sees it. */
export interface ListedStaffSession {
  readonly id: string;
  readonly provenBy: StaffProof;
  readonly device: string;
  readonly from: string;
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Lists a person's live sessions, the last seen first. */
export async function listStaffSessions(
  q: Queries,
  { institutionId, staffId, at }: StaffKey & { readonly at: Temporal.Instant },
): Promise<ListedStaffSession[]> {
  return q.query<ListedStaffSession>(
    `select id, proven_by as "provenBy", device, came_from as "from", created_at as "createdAt", last_seen_at as "lastSeenAt",
        expires_at as "endsAt"
      from staff_sessions where institution_id = $1 and staff_id = $2 and expires_at > $3 and last_seen_at > $4
      order by last_seen_at desc, id desc`,
    [institutionId, staffId, at, idleSince(at)],
  );
}

/**
 * Ends one session of this person.
 * @returns whether it was theirs
 */
export async function endOwnStaffSession(
  tx: Queries,
  { institutionId, staffId, id }: StaffKey & { readonly id: string },
): Promise<boolean> {
  const rows = await tx.query(
    'delete from staff_sessions where institution_id = $1 and staff_id = $2 and id = $3 returning 1',
    [institutionId, staffId, id],
  );
  return rows.length > 0;
}

function idleSince(at: Temporal.Instant): Temporal.Instant {
  return at.subtract({ minutes: staffLimits.session.idleMinutes });
}
