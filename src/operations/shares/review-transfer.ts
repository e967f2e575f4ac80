import { z } from 'zod';
import { shareKinds } from '../../kernel/vocabulary/share-kind.ts';
import { present } from '../../kernel/assert.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { missingDisclosures } from '../../enrollment/disclosures.ts';
import { prefetchTransfer, reviewFromSession } from '../../transfers/post.ts';
import { agreedField } from '../disclose.ts';
import { figure } from './shares.ts';
import { planTransfer, sessionContext, transferFields } from './transfer-plan.ts';
import { transferRefusals, transferRefused } from './transfer-refused.ts';

const side = z.object({
  suffix: z.string(),
  kind: z.enum(shareKinds),
  nickname: z.string().nullable(),
  before: z.string().describe('Available now; on a loan, the amount owed now.'),
  after: z.string().describe('The same after the transfer.'),
});

/** Previews a transfer before money moves: both sides with their balances before and after. */
export const reviewTransfer = operation({
  id: 'reviewTransfer',
  method: 'POST',
  path: '/transfers/review',
  tag: 'Accounts',
  summary: 'Previews a transfer between own accounts, without moving money',
  access: 'member',
  input: z.strictObject(transferFields),
  output: z.object({
    amount: z.string(),
    currency: z.string(),
    from: side,
    to: side,
    overdraws: z.boolean().describe('Whether it would use the overdraft limit.'),
    wantsProof: z
      .boolean()
      .describe('Whether it needs a proof of identity within the last five minutes.'),
    agreeTo: agreedField.describe(
      'The disclosures that the member must accept before a first transfer.',
    ),
    nonce: z
      .uuid()
      .describe('Send it with the transfer: it makes sure that money moves only once.'),
  }),
  refusals: transferRefusals,
  run: async (request, input) => {
    const planned = await planTransfer(request.db, request, input);
    if (isRefused(planned)) return planned;
    const { from, to, amount } = planned;
    const snapshot = await prefetchTransfer(request.core, request.institution.id, planned);
    const review = await reviewFromSession(
      request.db,
      { ...sessionContext(request), snapshot },
      planned,
    );
    const { books, refusal, standing, wantsProof } = review;
    if (refusal) return transferRefused(request, refusal, { planned, books });
    const agreeTo = standing.member.disclosedAt
      ? []
      : await missingDisclosures(request.db, request.institution, {
          memberId: request.member.id,
          now: request.world.clock.now(),
        });
    const source = present(books.balance(from.accountId), 'it was checked');
    const target = present(books.balance(to.accountId), 'it was checked');
    const text = (value: bigint) => figure(value, from.currency);
    // On a loan, incoming money lowers the debt.
    const gained = to.kind === 'loan' ? -amount : amount;
    const shown = to.kind === 'loan' ? target.ledger : target.available;
    return {
      amount: text(amount),
      currency: from.currency,
      from: {
        suffix: from.suffix,
        kind: from.kind,
        nickname: from.nickname ?? null,
        before: text(source.available),
        after: text(source.available - amount),
      },
      to: {
        suffix: to.suffix,
        kind: to.kind,
        nickname: to.nickname ?? null,
        before: text(shown),
        after: text(shown + gained),
      },
      overdraws: source.available < amount,
      wantsProof,
      agreeTo,
      nonce: request.world.ids.next(),
    };
  },
});
