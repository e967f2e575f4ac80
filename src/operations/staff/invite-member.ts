import { z } from 'zod';
import { recordSecurityEvent } from '../../access/events.ts';
import { waysIn } from '../../access/accesses.ts';
import { inviteMember as invite, openInvitation } from '../../access/invitations.ts';
import { operation } from '../operation.ts';
import { keyringOf } from './keyring-of.ts';
import { isRefused } from '../refusals.ts';
import { momentShown } from './moment-shown.ts';
import { changeOfMember, memberOf, numberField } from './of-member.ts';

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
  difference: async (request, { number }) => {
    const { db, institution, world } = request;
    const member = await memberOf(db, request, number);
    if (isRefused(member)) return member;
    const key = { institutionId: institution.id, memberId: member.id };
    const { passkeys, passwordChangedAt } = await waysIn(db, key);
    const open = await openInvitation(db, world, key);
    const before = [
      passkeys === 0 ? '' : `${passkeys} passkeys`,
      passwordChangedAt ? `a password of ${momentShown(request, passwordChangedAt)}` : '',
      open ? `a code valid until ${momentShown(request, open)}` : '',
    ].filter(Boolean);
    return {
      subject: member.number,
      lines: [
        { what: 'member', before: member.name, after: member.name },
        {
          what: 'online access',
          before: before.join(', ') || 'none',
          after: 'a new code, whose use ends what was there before',
        },
      ],
    };
  },
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
