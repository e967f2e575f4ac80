import { z } from 'zod';
import { present } from '../../kernel/assert.ts';
import { operation } from '../operation.ts';
import { balancesWithTerms, shareOutput, shareSchema, visibleShares } from './shares.ts';

/** Lists the member's shares and loans, with balance and available funds. */
export const listShares = operation({
  id: 'listShares',
  method: 'GET',
  path: '/shares',
  tag: 'Accounts',
  summary: 'Lists the member’s accounts with their balances',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ shares: z.array(shareSchema) }),
  refusals: [],
  run: async (request) => {
    const shares = await visibleShares(request.db, request);
    const balances = await balancesWithTerms(request.db, request, shares);
    return {
      shares: shares.map((share) =>
        shareOutput(request, share, present(balances.get(share.accountId), 'each has its balance')),
      ),
    };
  },
});
