import { z } from 'zod';
import { postedText, staffFees } from '../../kernel/posted-text.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import { fundsShort } from './funds.ts';
import {
  amountField,
  amountShown,
  bookRefusals,
  keepBooks,
  keyField,
  ownBooks,
  readAmount,
  shareFields,
  shareOfMember,
} from './share-for-books.ts';

/**
 * Takes a fee from a share into the institution's income. Takes two persons. A fee never takes an
 * account below its floor: an overdraft by a fee would be a second fault on top of the first.
 */
export const postFee = operation({
  id: 'postFee',
  summary: 'Posts a fee to a member’s account',
  access: 'staff',
  permission: 'change_books',
  input: z.strictObject({
    ...shareFields,
    key: keyField,
    amount: amountField,
    fee: z.enum(staffFees).describe('What for. The member reads it in their language.'),
  }),
  output: z.object({ already: z.boolean() }),
  refusals: bookRefusals,
  difference: async (request, input) => {
    const books = ownBooks(request);
    if (isRefused(books)) return books;
    const found = await shareOfMember(request.db, request, input);
    if (isRefused(found)) return found;
    if (found.share.kind === 'loan') return refuse('loan_not_here');
    const amount = readAmount(input.amount, found.share);
    if (typeof amount === 'object') return amount;
    const short = await fundsShort(request, found.share, amount);
    if (short) return short;
    return {
      subject: input.number,
      lines: [
        { what: `Fee from ${found.share.suffix}`, after: amountShown(amount, found.share) },
        { what: 'Text', after: postedText({ posted: 'fee', fee: input.fee }) },
      ],
    };
  },
  run: async (request, input) =>
    request.db.transaction(async (tx) => {
      const found = await shareOfMember(tx, request, input);
      if (isRefused(found)) return found;
      if (found.share.kind === 'loan') return refuse('loan_not_here');
      const amount = readAmount(input.amount, found.share);
      if (typeof amount === 'object') return amount;
      const { accountId, currency } = found.share;
      const done = await keepBooks(request, {
        ...found,
        tx,
        what: 'fee_posted',
        detail: { amount: input.amount, fee: input.fee },
        order: {
          order: 'fee',
          key: `staff:${input.key}`,
          accountId,
          currency,
          amount,
          description: postedText({ posted: 'fee', fee: input.fee }),
        },
      });
      return isRefused(done) ? done : { already: done.already };
    }),
});
