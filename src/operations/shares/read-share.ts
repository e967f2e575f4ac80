import { z } from 'zod';
import { present } from '../../kernel/assert.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { balancesWithTerms, ownShare, shareOutput, shareSchema, suffixField } from './shares.ts';

export const readShare = operation({
  id: 'readShare',
  method: 'GET',
  path: '/shares/{suffix}',
  tag: 'Accounts',
  summary: 'Returns everything about one account',
  access: 'member',
  input: z.strictObject({ suffix: suffixField }),
  output: shareSchema,
  refusals: ['not_found'],
  run: async (request, { suffix }) => {
    const share = await ownShare(request.db, request, suffix);
    if (!share) return refuse('not_found');
    const balances = await balancesWithTerms(request.db, request, [share]);
    return shareOutput(request, share, present(balances.get(share.accountId), 'it was asked for'));
  },
});
