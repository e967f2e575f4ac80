import { z } from 'zod';
import type { Queries } from '../../../database/database.ts';
import { present } from '../../../kernel/assert.ts';
import { currencyOf, type Amount } from '../../../money/amount.ts';
import { formatAmount } from '../../../money/format.ts';
import { parseFigure } from '../../../money/parse-decimal.ts';
import type { CoreView } from '../../../shares/core.ts';
import type { Share } from '../../../shares/share.ts';
import type { MemberAct } from '../../act.ts';
import { refuse, type Refused } from '../../refusals.ts';
import { suffixField, visibleShares } from './shares.ts';

/** Why a transfer may be refused, when it is read back as when it is made. */
export const transferRefusals = [
  'not_found',
  'amount_malformed',
  'amount_not_positive',
  'same_share',
  'share_fixed',
  'share_closed',
  'currencies_differ',
  'transfer_limit',
  'transfer_limit_day',
  'more_than_owed',
  'funds_insufficient',
] as const;

/** What a transfer is made of, as a form or a program gives it. */
export const transferFields = {
  from: suffixField,
  to: suffixField,
  amount: z.string().trim().max(30).describe('A decimal such as 50.00.'),
};

export interface PlannedTransfer {
  readonly from: Share;
  readonly to: Share;
  /** Minor units. */
  readonly amount: Amount;
}

/** What the member means, among their own shares, before any figure of the books is looked at. */
export async function planTransfer(
  q: Queries,
  act: MemberAct,
  given: { readonly from: string; readonly to: string; readonly amount: string },
): Promise<PlannedTransfer | Refused> {
  const shares = await visibleShares(q, act);
  const find = (suffix: string) => shares.find((share) => share.suffix === suffix);
  const from = find(given.from);
  if (!from) return refuse('not_found', { field: 'from' });
  const to = find(given.to);
  if (!to) return refuse('not_found', { field: 'to' });
  const amount = parseFigure(given.amount, currencyOf(from.currency)?.digits ?? 2);
  if (amount === undefined) return refuse('amount_malformed', { field: 'amount' });
  if (amount <= 0n) return refuse('amount_not_positive', { field: 'amount' });
  if (from.id === to.id) return refuse('same_share', { field: 'to' });
  if (!from.mayMoveFrom || from.kind === 'loan') return refuse('share_fixed', { field: 'from' });
  if (!to.mayMoveTo) return refuse('share_fixed', { field: 'to' });
  if (from.currency !== to.currency) return refuse('currencies_differ', { field: 'to' });
  return { from, to, amount };
}

/** What the figures forbid: so that nobody is asked to confirm what can't be. */
export async function checkFigures(
  q: Queries,
  act: MemberAct,
  {
    planned,
    books,
    day,
  }: {
    readonly planned: PlannedTransfer;
    readonly books: CoreView;
    readonly day: Temporal.PlainDate;
  },
): Promise<Refused | undefined> {
  const { from, to, amount } = planned;
  const source = books.balance(from.accountId);
  const target = books.balance(to.accountId);
  if (!source || !target) return refuse('not_found');
  if (source.closed) return refuse('share_closed', { field: 'from' });
  if (target.closed) return refuse('share_closed', { field: 'to' });
  const told = (value: Amount) => ({ facts: { amount: spoken(act, value, from.currency) } });
  const { perTransfer, perDay } = act.institution.settings.onlineLimits;
  if (amount > perTransfer)
    return refuse('transfer_limit', { field: 'amount', ...told(perTransfer) });
  const left = perDay - (await usedOnline(q, act, day));
  if (amount > left)
    return refuse('transfer_limit_day', { field: 'amount', ...told(left > 0n ? left : 0n) });
  if (to.kind === 'loan' && amount > target.ledger)
    return refuse('more_than_owed', { field: 'amount', ...told(target.ledger) });
  const most = source.available + source.overdraftLimit;
  if (amount > most)
    return refuse('funds_insufficient', { field: 'amount', ...told(most > 0n ? most : 0n) });
  return undefined;
}

/** An amount in a sentence, `$1,204.33`. */
export function spoken(
  { language }: Pick<MemberAct, 'language'>,
  amount: Amount,
  currency: string,
): string {
  return formatAmount(amount, present(currencyOf(currency), 'a share has a currency'), language);
}

/** The same, and nobody else of this member's may move meanwhile: two transfers at once share the day's limit. */
export async function lockUsedOnline(
  tx: Queries,
  act: Pick<MemberAct, 'institution' | 'member'>,
  day: Temporal.PlainDate,
): Promise<void> {
  await addUsedOnline(tx, act, { day, amount: 0n });
}

/** What the member moved here on a day. Minor units. */
async function usedOnline(
  q: Queries,
  act: Pick<MemberAct, 'institution' | 'member'>,
  day: Temporal.PlainDate,
): Promise<Amount> {
  const [row] = await q.query<{ amount: Amount }>(
    'select amount from online_usage where institution_id = $1 and member_id = $2 and day = $3',
    [act.institution.id, act.member.id, day],
  );
  return row?.amount ?? 0n;
}

export async function addUsedOnline(
  tx: Queries,
  act: Pick<MemberAct, 'institution' | 'member'>,
  { day, amount }: { readonly day: Temporal.PlainDate; readonly amount: Amount },
): Promise<void> {
  await tx.query(
    `insert into online_usage as u (institution_id, member_id, day, amount) values ($1, $2, $3, $4)
      on conflict (institution_id, member_id, day) do update set amount = u.amount + excluded.amount`,
    [act.institution.id, act.member.id, day, amount],
  );
}
