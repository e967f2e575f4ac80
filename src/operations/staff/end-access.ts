import { z } from 'zod';
import { closeAccess as close } from '../../access/accesses.ts';
import { recordSecurityEvent } from '../../access/events.ts';
import { withdrawInvitation } from '../../access/invitations.ts';
import { forgetDevices } from '../../access/known-devices.ts';
import { endSessions } from '../../access/sessions.ts';
import { announceChange } from '../../notices/announce.ts';
import { removeDevices } from '../../push/devices.ts';
import { operation } from '../operation.ts';
import type { StaffContext } from '../request-context.ts';
import { keyringOf } from './keyring-of.ts';
import { changeOfMember, numberField, type MemberChange } from './of-member.ts';

const fields = {
  input: z.strictObject({ number: numberField }),
  output: z.object({ endedSessions: z.int().nonnegative() }),
  refusals: ['member_unknown', 'keys_missing'],
} as const;

/** Ends all sessions of a member and the pushes to their devices, and notifies them on their channels. */
export const signOutMember = operation({
  id: 'signOutMember',
  summary: 'Ends all online sessions of a member',
  access: 'staff',
  permission: 'lock_member',
  ...fields,
  run: async (request, { number }) =>
    changeOfMember(request, { number, what: 'member_sign-out' }, async (change) =>
      endAllSessions(request, change),
    ),
});

/**
 * Ends all sessions and all ways to sign in at once, and revokes an open invitation.
 * Use it for a stolen device, or if the member reports a change that they did not make.
 * Notifies the member on their channels.
 */
export const closeAccess = operation({
  id: 'closeAccess',
  summary: 'Ends all online sessions of a member and removes all ways to sign in',
  access: 'staff',
  permission: 'lock_member',
  ...fields,
  run: async (request, { number }) =>
    changeOfMember(request, { number, what: 'member_close-access' }, async (change) => {
      const { tx, member } = change;
      const key = { institutionId: request.institution.id, memberId: member.id };
      await withdrawInvitation(tx, key);
      const ended = await endAllSessions(request, change);
      await close(tx, { keyring: keyringOf(request) }, key);
      await recordSecurityEvent(tx, request, { ...key, kind: 'access_closed' });
      return ended;
    }),
});

async function endAllSessions(
  request: StaffContext,
  { tx, member }: MemberChange,
): Promise<{ endedSessions: number }> {
  const { institution, world } = request;
  const key = { institutionId: institution.id, memberId: member.id };
  const keyring = keyringOf(request);
  const endedSessions = await endSessions(tx, key);
  await removeDevices(tx, key);
  await forgetDevices(tx, { keyring }, key);
  await recordSecurityEvent(tx, { world }, { ...key, kind: 'signed_out_everywhere' });
  await announceChange(
    tx,
    { world, institution, keyring },
    { memberId: member.id, what: 'signed_out_everywhere' },
  );
  return { endedSessions };
}
