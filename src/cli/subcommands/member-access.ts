import { closeAccess } from '../../access/accesses.ts';
import { recordSecurityEvent } from '../../access/events.ts';
import { withdrawInvitation } from '../../access/invitations.ts';
import { forgetDevices } from '../../access/known-devices.ts';
import { endSessions } from '../../access/sessions.ts';
import type { Queries } from '../../database/database.ts';
import { announceChange } from '../../notices/announce.ts';
import type { World } from '../../kernel/world.ts';
import type { Institution } from '../../members/institution.ts';
import type { Member } from '../../members/member.ts';
import { keyringFor } from '../seals.ts';

interface Given {
  readonly tx: Queries;
  readonly world: World;
  readonly institution: Institution;
  readonly member: Member;
}

/** Ends all sessions of a member, who is told on their channels. @returns the sentence that is printed */
export async function signOutByStaff({ tx, world, institution, member }: Given): Promise<string> {
  const key = { institutionId: institution.id, memberId: member.id };
  const keyring = keyringFor(institution);
  const ended = await endSessions(tx, key);
  await forgetDevices(tx, { keyring }, key);
  await recordSecurityEvent(tx, { world }, { ...key, kind: 'signed_out_everywhere' });
  await announceChange(
    tx,
    { world, institution, keyring },
    { memberId: member.id, what: 'signed_out_everywhere' },
  );
  return ended === 1 ? 'One session ended' : `${ended} sessions ended`;
}

/**
 * For a device that was stolen, or a member who is told of what they did not do: all ways in and all sessions end at once, and an
 * invitation that is still open too. The member is told on their channels.
 */
export async function closeAccessByStaff(given: Given): Promise<string> {
  const { tx, world, institution, member } = given;
  const key = { institutionId: institution.id, memberId: member.id };
  await withdrawInvitation(tx, key);
  await signOutByStaff(given);
  await closeAccess(tx, { keyring: keyringFor(institution) }, key);
  await recordSecurityEvent(tx, { world }, { ...key, kind: 'access_closed' });
  return `Closed: nobody can sign in as member ${member.number} until you run \`tmm member invite ${member.number}\``;
}
