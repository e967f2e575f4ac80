import type { Queries } from '../database/database.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { StaffRole } from '../kernel/vocabulary/principal.ts';
import type { World } from '../kernel/world.ts';
import type { StaffKey } from './staff-identity.ts';
import { emailKey, findStaff, type StaffMember } from './staff-members.ts';

/** Somebody to invite. */
export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly language: Language;
}

/**
 * Adds a person who may sign in once they are given a link and a code.
 * @returns their id; `undefined` if somebody who has not ended has this e-mail address
 */
export async function addStaff(
  tx: Queries,
  world: World,
  institutionId: number,
  { name, email, roles, language }: NewStaff,
): Promise<string | undefined> {
  const id = world.ids.next();
  const rows = await tx.query(
    `insert into staff_members (institution_id, id, name, email, email_key, roles, language, state, handle, invited_at)
      values ($1, $2, $3, $4, $5, $6::text[], $7, 'invited', $8, $9)
      on conflict (institution_id, email_key) where state <> 'ended' do nothing returning 1`,
    [
      institutionId,
      id,
      name,
      email.trim(),
      emailKey(email),
      [...new Set(roles)],
      language,
      world.random.bytes(32),
      world.clock.now(),
    ],
  );
  return rows.length === 0 ? undefined : id;
}

/** The outcome of a change of a person: as they were before it, or why it was not made. */
export type StaffChange =
  | { readonly changed: StaffMember; readonly refused?: undefined }
  | { readonly changed?: undefined; readonly refused: 'unknown' | 'ended' | 'last_administrator' };

/**
 * Gives a person other roles. Their sessions have them from the next request on.
 * The last active administrator keeps that role.
 */
export async function setStaffRoles(
  tx: Queries,
  { institutionId, staffId, roles }: StaffKey & { readonly roles: readonly StaffRole[] },
): Promise<StaffChange> {
  const before = await lockedForChange(tx, { institutionId, staffId });
  if (before.refused) return before;
  const { person, administrators } = before;
  if (!roles.includes('admin') && isLast(person, administrators))
    return { refused: 'last_administrator' };
  await tx.query(
    'update staff_members set roles = $3::text[] where institution_id = $1 and id = $2',
    [institutionId, staffId, [...new Set(roles)]],
  );
  return { changed: person };
}

/**
 * Ends a person: their sessions, passkeys, tokens and an open invitation go at once. What they did stays under their name.
 * The last active administrator can't be ended.
 */
export async function endStaffMember(
  tx: Queries,
  { institutionId, staffId, at }: StaffKey & { readonly at: Temporal.Instant },
): Promise<StaffChange> {
  const before = await lockedForChange(tx, { institutionId, staffId });
  if (before.refused) return before;
  const { person, administrators } = before;
  if (isLast(person, administrators)) return { refused: 'last_administrator' };
  await tx.query(
    `update staff_members set state = 'ended', ended_at = $3 where institution_id = $1 and id = $2`,
    [institutionId, staffId, at],
  );
  const key = [institutionId, staffId];
  await endAllOfStaff(tx, { institutionId, staffId });
  await tx.query('delete from staff_passkeys where institution_id = $1 and staff_id = $2', key);
  await tx.query('delete from staff_invitations where institution_id = $1 and staff_id = $2', key);
  return { changed: person };
}

/** Ends all sessions and tokens of a person. They can sign in again. */
export async function endAllOfStaff(
  tx: Queries,
  { institutionId, staffId }: StaffKey,
): Promise<{ readonly sessions: number; readonly tokens: number }> {
  const sessions = await tx.query(
    'delete from staff_sessions where institution_id = $1 and staff_id = $2 returning 1',
    [institutionId, staffId],
  );
  const tokens = await tx.query(
    'delete from staff_tokens where institution_id = $1 and staff_id = $2 returning 1',
    [institutionId, staffId],
  );
  return { sessions: sessions.length, tokens: tokens.length };
}

/** Changes the language of a person's pages. */
export async function setStaffLanguage(
  tx: Queries,
  { institutionId, staffId, language }: StaffKey & { readonly language: Language },
): Promise<void> {
  await tx.query('update staff_members set language = $3 where institution_id = $1 and id = $2', [
    institutionId,
    staffId,
    language,
  ]);
}

/**
 * Locks the person and every active administrator, in the order of their ids. Two changes that would each remove the last but one
 * administrator come one after the other, and the later one sees the earlier.
 */
async function lockedForChange(
  tx: Queries,
  key: StaffKey,
): Promise<
  | {
      readonly person: StaffMember;
      readonly administrators: readonly string[];
      readonly refused?: undefined;
    }
  | { readonly person?: undefined; readonly refused: 'unknown' | 'ended' }
> {
  const locked = await tx.query<{ id: string; isAdministrator: boolean }>(
    `select id, state = 'active' and 'admin' = any(roles) as "isAdministrator" from staff_members
      where institution_id = $1 and (id = $2 or (state = 'active' and 'admin' = any(roles))) order by id for update`,
    [key.institutionId, key.staffId],
  );
  const person = await findStaff(tx, key);
  if (!person) return { refused: 'unknown' };
  if (person.state === 'ended') return { refused: 'ended' };
  const administrators = locked.filter((one) => one.isAdministrator).map(({ id }) => id);
  return { person, administrators };
}

function isLast(person: StaffMember, administrators: readonly string[]): boolean {
  return administrators.includes(person.id) && administrators.length === 1;
}
