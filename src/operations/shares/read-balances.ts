import { z } from 'zod';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { figure, ownShare, suffixField, todayOf } from './shares.ts';

/** The periods that a chart offers, in days. */
export const balancePeriods = [30, 90, 365, 730] as const;

/** Reads a share's balance at the end of each day on which it changed, for a chart. */
export const readBalances = operation({
  id: 'readBalances',
  method: 'GET',
  path: '/shares/{suffix}/balances',
  tag: 'Accounts',
  summary: 'Returns an account’s balance day by day',
  access: 'member',
  input: z.strictObject({
    suffix: suffixField,
    days: z.coerce.number().int().min(1).max(3_660).default(90).describe('Up to today.'),
  }),
  output: z.object({
    currency: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    opening: z.string().describe('The balance before the first day.'),
    days: z.array(z.object({ on: z.iso.date(), balance: z.string() })),
  }),
  refusals: ['not_found'],
  run: async (request, { suffix, days }) => {
    const share = await ownShare(request.db, request, suffix);
    if (!share) return refuse('not_found');
    const to = todayOf(request);
    const from = to.subtract({ days: days - 1 });
    const { accountId, currency } = share;
    const balances = await request.core.dailyBalances(request.db, request.institution.id, {
      accountId,
      from,
      to,
    });
    if (!balances) return refuse('not_found');
    return {
      currency,
      from: from.toString(),
      to: to.toString(),
      opening: figure(balances.opening, currency),
      days: balances.days.map(({ on, balance }) => ({
        on: on.toString(),
        balance: figure(balance, currency),
      })),
    };
  },
});
