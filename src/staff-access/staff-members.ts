import type { Queries } from '../database/database.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { StaffRole } from '../kernel/vocabulary/principal.ts';
import type { StaffState } from '../kernel/vocabulary/staff-state.ts';
import type { StaffIdentity, StaffKey } from './staff-identity.ts';
import { staffLimits } from './staff-limits.ts';

/** A person of the staff, as the table has them. */
export interface StaffMember extends StaffIdentity {
  readonly state: StaffState;
  /** Names the person to their passkeys. */
  readonly handle: Uint8Array;
  readonly singleSignOn?: { readonly issuer: string; readonly subject: string };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
  readonly state: StaffState;
  readonly handle: Uint8Array;
  readonly issuer: string | null;
  readonly subject: string | null;
}

const columns = `id, name, email, roles, language, state, handle, oidc_issuer as issuer, oidc_subject as subject`;

function memberOf({ issuer, subject, ...row }: Row): StaffMember {
  return {
    ...row,
    ...(issuer !== null && subject !== null ? { singleSignOn: { issuer, subject } } : {}),
  };
}

/** Gives an e-mail address as we compare it. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/**
 * Finds a person by id.
 * @param options `lock`: nobody else changes them until the transaction ends
 */
export async function findStaff(
  q: Queries,
  { institutionId, staffId }: StaffKey,
  options: { readonly lock?: boolean } = {},
): Promise<StaffMember | undefined> {
  const [row] = await q.query<Row>(
    `select ${columns} from staff_members where institution_id = $1 and id = $2 ${options.lock ? 'for update' : ''}`,
    [institutionId, staffId],
  );
  return row && memberOf(row);
}

/** Finds the person whose e-mail address this is, among those who have not ended. Locks the row. */
export async function findStaffByEmail(
  q: Queries,
  institutionId: number,
  email: string,
): Promise<StaffMember | undefined> {
  const [row] = await q.query<Row>(
    `select ${columns} from staff_members where institution_id = $1 and email_key = $2 and state <> 'ended' for update`,
    [institutionId, emailKey(email)],
  );
  return row && memberOf(row);
}

/** Finds the person behind an account of the identity provider, among those who have not ended. Locks the row. */
export async function findStaffBySubject(
  q: Queries,
  institutionId: number,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<StaffMember | undefined> {
  const [row] = await q.query<Row>(
    `select ${columns} from staff_members
      where institution_id = $1 and oidc_issuer = $2 and oidc_subject = $3 and state <> 'ended' for update`,
    [institutionId, issuer, subject],
  );
  return row && memberOf(row);
}

/** A person in the list of staff. */
export interface ListedStaff extends StaffIdentity {
  readonly state: StaffState;
  readonly singleSignOn: boolean;
  readonly passkeys: number;
  readonly tokens: number;
  /** When one of their sessions was last used. Sessions that ended leave none. */
  readonly seenAt?: Temporal.Instant;
  readonly signedIn: boolean;
  readonly invitedAt: Temporal.Instant;
  readonly activatedAt?: Temporal.Instant;
  readonly endedAt?: Temporal.Instant;
}

interface ListedRow extends StaffIdentity {
  readonly state: StaffState;
  readonly singleSignOn: boolean;
  readonly passkeys: number;
  readonly tokens: number;
  readonly signedIn: boolean;
  readonly seenAt: Temporal.Instant | null;
  readonly invitedAt: Temporal.Instant;
  readonly activatedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Lists the institution's staff by name: those who act first, then those invited, then those who ended. */
export async function listStaffMembers(
  q: Queries,
  institutionId: number,
  at: Temporal.Instant,
): Promise<ListedStaff[]> {
  const rows = await q.query<ListedRow>(
    `select m.id, m.name, m.email, m.roles, m.language, m.state, m.oidc_subject is not null as "singleSignOn",
        (select count(*)::int from staff_passkeys p where p.institution_id = $1 and p.staff_id = m.id) as passkeys,
        (select count(*)::int from staff_tokens t where t.institution_id = $1 and t.staff_id = m.id and t.expires_at > $2)
          as tokens,
        (select max(s.last_seen_at) from staff_sessions s where s.institution_id = $1 and s.staff_id = m.id) as "seenAt",
        exists (select 1 from staff_sessions s where s.institution_id = $1 and s.staff_id = m.id and s.expires_at > $2
          and s.last_seen_at > $3) as "signedIn",
        m.invited_at as "invitedAt", m.activated_at as "activatedAt", m.ended_at as "endedAt"
      from staff_members m where m.institution_id = $1
      order by case m.state when 'active' then 1 when 'invited' then 2 else 3 end, lower(m.name), m.id`,
    [institutionId, at, at.subtract({ minutes: staffLimits.session.idleMinutes })],
  );
  return rows.map(({ seenAt, activatedAt, endedAt, ...row }) => ({
    ...row,
    ...(seenAt ? { seenAt } : {}),
    ...(activatedAt ? { activatedAt } : {}),
    ...(endedAt ? { endedAt } : {}),
  }));
}
