import { z } from 'zod';
import { recordSecurityEvent } from '../../access/events.ts';
import { inviteMember as invite } from '../../access/invitations.ts';
import { operation } from '../operation.ts';
import { keyringOf } from './keyring-of.ts';
import { changeOfMember, numberField } from './of-member.ts';

/**
 * Makes the code with which a member activates their online access. Only the answer contains it, and
 * only who asked gets that: the audit log records just that somebody made one.
 */
export const inviteMember = operation({
  id: 'inviteMember',
  summary: 'Creates the activation code for a member’s online access',
  access: 'staff',
  permission: 'open_access',
  forAsker: true,
  input: z.strictObject({ number: numberField }),
  output: z.object({ code: z.string(), until: z.string() }),
  refusals: ['member_unknown', 'keys_missing'],
  run: async (request, { number }) =>
    changeOfMember(request, { number, what: 'member_invite' }, async ({ tx, member }) => {
      const { world } = request;
      const key = { institutionId: request.institution.id, memberId: member.id };
      const context = { world, keyring: keyringOf(request) };
      const { code, expiresAt } = await invite(tx, context, key);
      await recordSecurityEvent(tx, { world }, { ...key, kind: 'invited' });
      return { code, until: expiresAt.toString() };
    }),
});
