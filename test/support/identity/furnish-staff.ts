import type { Queries } from '../../../src/database/database.ts';
import { present } from '../../../src/kernel/assert.ts';
import type { Keyring } from '../../../src/kernel/keyring.ts';
import type { StaffRole } from '../../../src/kernel/vocabulary/principal.ts';
import type { World } from '../../../src/kernel/world.ts';
import { addStaff } from '../../../src/staff-access/change-staff.ts';
import {
  makeInvitationCode,
  makeInvitationLink,
  useInvitation,
} from '../../../src/staff-access/staff-invitations.ts';
import { findStaff, type StaffMember } from '../../../src/staff-access/staff-members.ts';

interface Place {
  readonly db: Queries;
  readonly world: World;
  readonly keyring: Keyring;
  readonly institutionId: number;
}

/** Invites somebody with these roles, and gives what they need to sign in for the first time. */
export async function furnishInvited(
  { db, world, keyring, institutionId }: Place,
  name: string,
  roles: readonly StaffRole[],
): Promise<{ staffId: string; email: string; link: string; code: string }> {
  const email = `${name.toLowerCase()}@vantage.example`;
  const added = await addStaff(db, world, institutionId, { name, email, roles, language: 'en' });
  const staffId = present(added, 'the address is new');
  const key = { institutionId, staffId, by: undefined };
  const link = present((await makeInvitationLink(db, world, key)).made, 'it is made');
  const code = present((await makeInvitationCode(db, { world, keyring }, key)).made, 'it is made');
  return { staffId, email, link, code };
}

/** Makes somebody who has signed in before, without a passkey. */
export async function furnishStaff(
  place: Place,
  name: string,
  roles: readonly StaffRole[],
): Promise<StaffMember> {
  const { staffId } = await furnishInvited(place, name, roles);
  const key = { institutionId: place.institutionId, staffId };
  await useInvitation(place.db, place, key);
  return present(await findStaff(place.db, key), 'the person was made');
}
