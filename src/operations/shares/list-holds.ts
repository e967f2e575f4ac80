import { z } from 'zod';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { figure, ownShare, suffixField } from './shares.ts';

export const listHolds = operation({
  id: 'listHolds',
  method: 'GET',
  path: '/shares/{suffix}/holds',
  tag: 'Accounts',
  summary: 'Lists the holds on an account, with their purpose and their end',
  access: 'member',
  input: z.strictObject({ suffix: suffixField }),
  output: z.object({
    currency: z.string(),
    holds: z.array(
      z.object({
        amount: z.string(),
        description: z.string(),
        placedAt: z.iso.datetime(),
        expiresAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  refusals: ['not_found'],
  run: async (request, { suffix }) => {
    const share = await ownShare(request.db, request, suffix);
    if (!share) return refuse('not_found');
    const holds = await request.core.holds(request.db, request.institution.id, [share.accountId]);
    return {
      currency: share.currency,
      holds: (holds.get(share.accountId) ?? []).map((hold) => ({
        amount: figure(hold.amount, share.currency),
        description: hold.description,
        placedAt: hold.placedAt.toString(),
        expiresAt: hold.expiresAt?.toString() ?? null,
      })),
    };
  },
});
