import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { amountIn } from '../../languages/wording.ts';
import { parseFigure } from '../../money/parse-decimal.ts';
import type { PlannedTransfer } from '../../transfers/plan.ts';
import type { SessionContext } from '../../transfers/post.ts';
import type { MemberContext } from '../request-context.ts';
import { isFresh } from '../fresh.ts';
import { refuse, type Refused } from '../refusals.ts';
import { suffixField, visibleShares } from './shares.ts';

/** The parts of a transfer, as a form or a program gives them. */
export const transferFields = {
  from: suffixField,
  to: suffixField,
  amount: z.string().trim().max(30).describe('A decimal such as 50.00.'),
};

/** Finds the member's own shares that a transfer means, before any rule or balance. */
export async function planTransfer(
  q: Queries,
  request: MemberContext,
  given: { readonly from: string; readonly to: string; readonly amount: string },
): Promise<PlannedTransfer | Refused> {
  const shares = await visibleShares(q, request);
  const find = (suffix: string) => shares.find((share) => share.suffix === suffix);
  const from = find(given.from);
  if (!from) return refuse('not_found', { field: 'from' });
  const to = find(given.to);
  if (!to) return refuse('not_found', { field: 'to' });
  const amount = parseFigure(given.amount, currencyOf(from.currency)?.digits ?? 2);
  if (amount === undefined) return refuse('amount_malformed', { field: 'amount' });
  return { from, to, amount };
}

/** Gives the session in the form that the transfers room takes. */
export function sessionContext(request: MemberContext): SessionContext {
  const { institution, member, core, keyring, world } = request;
  return { origin: 'site', institution, member, core, keyring, world, isFresh: isFresh(request) };
}

/** Formats an amount for a sentence: `$1,204.33`. */
export function spoken(
  { language }: Pick<MemberContext, 'language'>,
  amount: Amount,
  currency: string,
): string {
  return amountIn(language, amount, present(currencyOf(currency), 'a share has a currency'));
}
