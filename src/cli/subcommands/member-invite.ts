import { recordSecurityEvent } from '../../access/events.ts';
import { inviteMember } from '../../access/invitations.ts';
import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { Institution } from '../../members/institution.ts';
import type { Member } from '../../members/member.ts';
import { keyringFor } from '../seals.ts';

/**
 * Makes the code with which a member activates their access to the online bank. It stands nowhere but in the sentence that is printed:
 * the record of the act says that one was made.
 */
export async function inviteByStaff({
  tx,
  world,
  institution,
  member,
}: {
  readonly tx: Queries;
  readonly world: World;
  readonly institution: Institution;
  readonly member: Member;
}): Promise<string> {
  const key = { institutionId: institution.id, memberId: member.id };
  const keyring = keyringFor(institution);
  const { code, expiresAt } = await inviteMember(tx, { world, keyring }, key);
  await recordSecurityEvent(tx, { world }, { ...key, kind: 'invited' });
  const until = expiresAt
    .toZonedDateTimeISO(institution.zone)
    .toLocaleString('en-US', { dateStyle: 'full', timeStyle: 'short' });
  return `Activation code for member ${member.number}: ${code}
Works once, until ${until}. Give it to the member in person, or in a way that you know reaches only them.
They enter it with their member number at /activate. That ends earlier passkeys and passwords.`;
}
