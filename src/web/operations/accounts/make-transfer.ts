import { z } from 'zod';
import { assert, present } from '../../../kernel/assert.ts';
import type { Queries } from '../../../database/database.ts';
import { appendToChain } from '../../../record/chain.ts';
import type { LedgerRefusal, TransferOutcome } from '../../../shares/core.ts';
import { receiptOf } from '../../../shares/receipt.ts';
import type { Share } from '../../../shares/share.ts';
import type { MemberAct } from '../../act.ts';
import { operation } from '../../operation.ts';
import { isRefused, refuse, type Refused } from '../../refusals.ts';
import { figure, todayOf } from './shares.ts';
import {
  addUsedOnline,
  checkFigures,
  lockUsedOnline,
  planTransfer,
  spoken,
  transferFields,
  transferRefusals,
  type PlannedTransfer,
} from './transfer-plan.ts';

/** Moves money between the member's own shares, once for each nonce however often it is sent. */
export const makeTransfer = operation({
  id: 'makeTransfer',
  method: 'POST',
  path: '/transfers',
  tag: 'Accounts',
  summary: 'Moves money between own shares',
  access: 'member',
  input: z.strictObject({
    ...transferFields,
    nonce: z
      .uuid()
      .describe(
        'Of the review, or any new one. The same again moves nothing more and is answered alike.',
      ),
  }),
  output: z.object({
    amount: z.string(),
    currency: z.string(),
    from: z.object({ suffix: z.string(), available: z.string() }),
    to: z.object({ suffix: z.string(), available: z.string().describe('Of a loan, owed.') }),
    receipt: z.string(),
    already: z.boolean().describe('This nonce had moved it before: nothing moved now.'),
  }),
  refusals: [...transferRefusals, 'transfer_reused'],
  run: async (act, { nonce, ...input }) => {
    const done = await act.db.transaction(async (tx) => {
      const planned = await planTransfer(tx, act, input);
      if (isRefused(planned)) return planned;
      const outcome = await post(tx, act, { planned, key: `web:${act.member.id}:${nonce}` });
      return isRefused(outcome) ? outcome : { planned, outcome };
    });
    if (isRefused(done)) return done;
    const { from, to, amount } = done.planned;
    const text = (value: bigint) => figure(value, from.currency);
    return {
      amount: text(amount),
      currency: from.currency,
      from: { suffix: from.suffix, available: text(done.outcome.from.available) },
      to: {
        suffix: to.suffix,
        available: text(to.kind === 'loan' ? done.outcome.to.ledger : done.outcome.to.available),
      },
      receipt: receiptOf(from.ordinal, done.outcome.fromSequence),
      already: done.outcome.already,
    };
  },
});

type Posted = Extract<TransferOutcome, { outcome: 'posted' }>;

/** The same road that a message's transfer takes: accounts locked in order, the books decide, the record is chained. */
async function post(
  tx: Queries,
  act: MemberAct,
  { planned, key }: { readonly planned: PlannedTransfer; readonly key: string },
): Promise<Posted | Refused> {
  const { from, to, amount } = planned;
  const institutionId = act.institution.id;
  // Once: what is locked, looked at, posted and counted is of one day, also at midnight.
  const day = todayOf(act);
  const books = await act.core.open(tx, {
    institutionId,
    world: act.world,
    moving: [from.accountId, to.accountId],
    reading: [],
    keys: [key],
  });
  const order = {
    key,
    fromAccountId: from.accountId,
    toAccountId: to.accountId,
    amount,
    effectiveOn: day,
    fromDescription: `TRANSFER TO ${nameOf(to)}`,
    toDescription: `TRANSFER FROM ${nameOf(from)}`,
  };
  await lockUsedOnline(tx, act, day);
  const refused = await checkFigures(tx, act, { planned, books, day });
  const outcome = books.transfer(order);
  // What was moved before is answered as before, also where it could not be moved again.
  if (outcome.outcome === 'posted' && outcome.already) return outcome;
  if (refused) return refused;
  assert(outcome.outcome !== 'pending', 'our own books answer at once');
  if (outcome.outcome === 'refused') return refusalOf(act, outcome.reason, { planned, books });
  const batchId = act.world.ids.next();
  const digest = await act.core.write(tx, books, batchId);
  await addUsedOnline(tx, act, { day, amount });
  await appendToChain(tx, {
    institutionId,
    batchId,
    digests: { books: digest },
    world: act.world,
    seals: act.seals,
  });
  return outcome;
}

function refusalOf(
  act: MemberAct,
  reason: LedgerRefusal,
  {
    planned,
    books,
  }: {
    readonly planned: PlannedTransfer;
    readonly books: Parameters<typeof checkFigures>[2]['books'];
  },
): Refused {
  const { from } = planned;
  switch (reason) {
    case 'key_reused':
      return refuse('transfer_reused');
    case 'account_closed':
      return refuse('share_closed');
    case 'currency_mismatch':
      return refuse('currencies_differ');
    case 'amount_not_positive':
      return refuse('amount_not_positive', { field: 'amount' });
    case 'same_account':
      return refuse('same_share', { field: 'to' });
    case 'account_not_found':
      return refuse('not_found');
    case 'limit_exceeded':
    case 'insufficient_funds':
    default: {
      const source = present(books.balance(from.accountId), 'it was loaded');
      const most = source.available + source.overdraftLimit;
      return refuse('funds_insufficient', {
        field: 'amount',
        facts: { amount: spoken(act, most > 0n ? most : 0n, from.currency) },
      });
    }
  }
}

function nameOf({ kind, suffix }: Share): string {
  return `${kind.toUpperCase()} ${suffix}`;
}
