import type { AccessContext } from '../../access/access-context.ts';
import type { Queries } from '../../database/database.ts';
import { takeActivation } from '../activation.ts';
import { endAllOfStaff } from '../change-staff.ts';
import { recordOwnAct } from '../own-act.ts';
import { staffLimits } from '../staff-limits.ts';
import { useInvitation } from '../staff-invitations.ts';
import { findStaffByEmail, findStaffBySubject, type StaffMember } from '../staff-members.ts';
import type { Claims } from './claims.ts';
import { decidesRoles, type Provider } from './provider.ts';

/** A person found by what their identity provider says; or why nobody is. */
export type Recognized =
  | { readonly person: StaffMember; readonly refused?: undefined }
  | {
      readonly person?: undefined;
      readonly refused: 'not_invited' | 'no_role' | 'over' | 'taken' | 'not_theirs';
    };

interface Given {
  readonly institutionId: number;
  readonly provider: Provider;
  readonly claims: Claims;
  readonly from: string;
}

/**
 * Finds the person behind an account of the identity provider. The first time, an account is bound to a person who is invited and whose
 * verified e-mail address it has. An address alone opens nothing: somebody who acts already is found by their account only.
 */
export async function recognize(
  tx: Queries,
  context: AccessContext,
  given: Given,
): Promise<Recognized> {
  const { institutionId, claims } = given;
  const known = await findStaffBySubject(tx, institutionId, claims);
  if (lacksRoles(given)) {
    // Who has no role there any more keeps none here.
    if (known) await endAllOfStaff(tx, { institutionId, staffId: known.id });
    return { refused: 'no_role' };
  }
  if (known?.state === 'active') return follow(tx, context, { ...given, person: known });
  if (known || claims.verifiedEmail === undefined) return { refused: 'not_invited' };
  const invited = await findStaffByEmail(tx, institutionId, claims.verifiedEmail);
  if (
    !invited ||
    invited.state !== 'invited' ||
    !(await isRecentlyInvited(tx, context, given, invited))
  )
    return { refused: 'not_invited' };
  if (!(await useInvitation(tx, context, { institutionId, staffId: invited.id })))
    return { refused: 'not_invited' };
  await bind(tx, context, { ...given, person: invited, what: 'staff_activated' });
  return follow(tx, context, { ...given, person: invited });
}

/** Binds an account to a person who opened their invitation's link and gave its code, whatever the account's e-mail address. */
export async function recognizeInvited(
  tx: Queries,
  context: AccessContext,
  given: Given & { readonly activation: string },
): Promise<Recognized> {
  const { institutionId, claims } = given;
  if (lacksRoles(given)) return { refused: 'no_role' };
  if (await findStaffBySubject(tx, institutionId, claims)) return { refused: 'taken' };
  const person = await takeActivation(tx, context, { institutionId, token: given.activation });
  if (!person) return { refused: 'over' };
  await bind(tx, context, { ...given, person, what: 'staff_activated' });
  return follow(tx, context, { ...given, person });
}

/**
 * Binds an account to a person who is signed in by passkey. It must have their own verified e-mail address: otherwise one person could
 * act as two, with their own account bound to somebody else.
 */
export async function bindAccount(
  tx: Queries,
  context: AccessContext,
  given: Given & { readonly person: StaffMember },
): Promise<Recognized> {
  if (lacksRoles(given)) return { refused: 'no_role' };
  if (
    given.person.singleSignOn ||
    (await findStaffBySubject(tx, given.institutionId, given.claims))
  )
    return { refused: 'taken' };
  if (given.claims.verifiedEmail?.toLowerCase() !== given.person.email.toLowerCase())
    return { refused: 'not_theirs' };
  await bind(tx, context, { ...given, what: 'staff_single_sign_on_bound' });
  return follow(tx, context, given);
}

function lacksRoles({ provider, claims }: Given): boolean {
  return decidesRoles(provider) && claims.roles.length === 0;
}

async function isRecentlyInvited(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  { institutionId }: Given,
  { id }: StaffMember,
): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from staff_members where institution_id = $1 and id = $2 and invited_at > $3',
    [
      institutionId,
      id,
      world.clock.now().subtract({ hours: 24 * staffLimits.invitation.singleSignOnDays }),
    ],
  );
  return rows.length > 0;
}

async function bind(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  given: Given & {
    readonly person: StaffMember;
    readonly what: 'staff_activated' | 'staff_single_sign_on_bound';
  },
): Promise<void> {
  const { institutionId, claims, person, what, from } = given;
  await tx.query(
    'update staff_members set oidc_issuer = $3, oidc_subject = $4 where institution_id = $1 and id = $2',
    [institutionId, person.id, claims.issuer, claims.subject],
  );
  await recordOwnAct(tx, world, {
    institutionId,
    person,
    what,
    detail: { by: 'single_sign_on', issuer: claims.issuer, subject: claims.subject },
    from,
  });
}

/** Gives the person the roles that the provider says, if it decides them. */
async function follow(
  tx: Queries,
  { world }: Pick<AccessContext, 'world'>,
  given: Given & { readonly person: StaffMember },
): Promise<Recognized> {
  const { institutionId, provider, claims, person, from } = given;
  const before = person.roles.toSorted();
  const after = claims.roles.toSorted();
  if (!decidesRoles(provider) || before.join() === after.join()) return { person };
  await tx.query(
    'update staff_members set roles = $3::text[] where institution_id = $1 and id = $2',
    [institutionId, person.id, after],
  );
  await recordOwnAct(tx, world, {
    institutionId,
    person,
    what: 'staff_roles_by_provider',
    detail: { before, after, issuer: claims.issuer },
    from,
  });
  return { person: { ...person, roles: after } };
}
