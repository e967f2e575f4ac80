import { z } from 'zod';
import { beginPasskeyApproval } from '../../access/passkey-approval.ts';
import { challengeFor } from '../../approvals/challenge.ts';
import { sidesOf } from '../../approvals/sides.ts';
import { readApproval } from '../../approvals/store.ts';
import { wasMadeSince } from '../../transfers/post.ts';
import { passkeyOptions } from '../access/passkey-schemas.ts';
import { siteOf } from '../access/site.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { openApproval, openRefusals } from './open-approval.ts';
import { prefetched } from './prefetched.ts';

/**
 * Returns a challenge that contains exactly what the member is about to approve. If the same transfer was made since it was asked, the
 * member must approve it as another one.
 */
export const beginApproval = operation({
  id: 'beginApproval',
  method: 'POST',
  path: '/approvals/{id}/begin',
  tag: 'Accounts',
  summary: 'Starts the approval of a transfer with a passkey',
  access: 'member',
  input: z.strictObject({
    id: z.uuid(),
    again: z
      .literal(true)
      .optional()
      .describe(
        'The member wants it although the same transfer was made since it was asked. The signature covers it.',
      ),
  }),
  output: passkeyOptions,
  refusals: [...openRefusals, 'approval_repeated', 'approval_needs_passkey'],
  run: async (request, { id, again = false }) => {
    // Where the core is away, approving judges it.
    const { away, snapshot } = again ? {} : await prefetched(request, id);
    return request.db.transaction(async (tx) => {
      const whose = { institutionId: request.institution.id, memberId: request.member.id };
      const approval = openApproval(request, await readApproval(tx, { ...whose, id }));
      if (isRefused(approval)) return approval;
      const [sides] = again || away ? [] : await sidesOf(tx, whose, [approval]);
      const { core, institution } = request;
      const books = { core, institution, snapshot };
      if (sides?.planned && (await wasMadeSince(tx, books, sides.planned, approval.askedAt)))
        return refuse('approval_repeated');
      const options = await beginPasskeyApproval(
        tx,
        request,
        {
          session: request.session,
          site: siteOf(request),
          challengeFor: (nonce, isAgain) => challengeFor(approval, nonce, isAgain),
        },
        again,
      );
      return options ? { options: { ...options } } : refuse('approval_needs_passkey');
    });
  },
});
