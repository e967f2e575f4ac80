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
  before: z.string().describe('Available now; of a loan, owed now.'),
  after: z.string().describe('What it would be after the transfer.'),
});

/** Reads a transfer back before anything moves: both sides with what they have and would have. */
export const reviewTransfer = operation({
  id: 'reviewTransfer',
  method: 'POST',
  path: '/transfers/review',
  tag: 'Accounts',
  summary: 'Says what a transfer between own accounts would do; moves nothing',
  access: 'member',
  input: z.strictObject(transferFields),
  output: z.object({
    amount: z.string(),
    currency: z.string(),
    from: side,
    to: side,
    overdraws: z.boolean().describe('It would use the overdraft limit.'),
    wantsProof: z
      .boolean()
      .describe('It is made only after a proof of identity within the last five minutes.'),
    agreeTo: agreedField.describe('What must be agreed to before a first transfer.'),
    nonce: z.uuid().describe('For the transfer itself: by it, it is made once and no more.'),
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
    // On a loan what comes in lowers what is owed.
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
