import { z } from 'zod';
import { beginPasskeyApproval } from '../../access/passkey-approval.ts';
import { challengeFor } from '../../approvals/challenge.ts';
import { readApproval } from '../../approvals/store.ts';
import { passkeyOptions } from '../access/passkey-schemas.ts';
import { siteOf } from '../access/site.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { openApproval, openRefusals } from './open-approval.ts';

/** Returns a challenge that contains exactly what the member is about to approve. */
export const beginApproval = operation({
  id: 'beginApproval',
  method: 'POST',
  path: '/approvals/{id}/begin',
  tag: 'Accounts',
  summary: 'Starts the approval of a transfer with a passkey',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: passkeyOptions,
  refusals: [...openRefusals, 'approval_needs_passkey'],
  run: async (request, { id }) =>
    request.db.transaction(async (tx) => {
      const whose = { institutionId: request.institution.id, memberId: request.member.id };
      const approval = openApproval(request, await readApproval(tx, { ...whose, id }));
      if (isRefused(approval)) return approval;
      const options = await beginPasskeyApproval(tx, request, {
        session: request.session,
        site: siteOf(request),
        challengeFor: (nonce) => challengeFor(approval, nonce),
      });
      return options ? { options: { ...options } } : refuse('approval_needs_passkey');
    }),
});
