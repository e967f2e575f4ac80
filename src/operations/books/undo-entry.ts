import { z } from 'zod';
import type { BookTransaction } from '../../core/bookkeeping.ts';
import type { Queries } from '../../database/database.ts';
import { postedText } from '../../kernel/posted-text.ts';
import { isOfCase } from '../../staff/case-credits.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import {
  amountField,
  amountShown,
  bookRefusals,
  keepBooks,
  ownBooks,
  readAmount,
  shareFields,
  shareOfMember,
  type ShareInBooks,
} from './share-for-books.ts';

const entryField = z
  .string()
  .regex(/^\d{1,15}$/)
  .describe('Which entry: 1, 2, 3… on its account.');

/**
 * Posts the opposite of the transaction of an entry: all its entries, on all its accounts. It names
 * the original, and can happen once. A reversal itself is not reversed. Takes two persons. It never takes an account below its floor.
 */
export const reverseEntry = operation({
  id: 'reverseEntry',
  summary: 'Reverses the transaction of an entry',
  access: 'staff',
  permission: 'change_books',
  input: z.strictObject({ ...shareFields, entry: entryField }),
  output: z.object({ already: z.boolean() }),
  refusals: bookRefusals,
  difference: async (request, input) => {
    const undone = await transactionOf(request.db, request, input);
    if (isRefused(undone)) return undone;
    return {
      subject: input.number,
      lines: [
        ...original(undone),
        {
          what: `Amount on ${undone.share.suffix}`,
          before: amountShown(undone.amount, undone.share),
          after: amountShown(0n, undone.share),
        },
        { what: 'Entries on all accounts', after: String(undone.transaction.entries.length) },
        { what: 'Transaction', after: undone.transaction.id },
      ],
    };
  },
  run: async (request, input) =>
    request.db.transaction(async (tx) => {
      const undone = await transactionOf(tx, request, input);
      if (isRefused(undone)) return undone;
      const { transaction, description } = undone;
      const done = await keepBooks(request, {
        ...undone,
        tx,
        what: 'entry_reversed',
        detail: { entry: input.entry, of: transaction.id },
        order: {
          order: 'reverse',
          key: `staff:reversal:${transaction.id}`,
          transactionId: transaction.id,
          description: postedText({ posted: 'reversal', of: description }),
        },
      });
      return isRefused(done) ? done : { already: done.already };
    }),
});

/**
 * Posts the difference between an entry's amount and the right one, on both sides. It names the
 * original, and can happen once. Takes two persons. It never takes an account below its floor.
 */
export const correctEntry = operation({
  id: 'correctEntry',
  summary: 'Corrects the amount of an entry',
  access: 'staff',
  permission: 'change_books',
  input: z.strictObject({
    ...shareFields,
    entry: entryField,
    amount: amountField.describe('The right amount, without a sign, such as `25.00`.'),
  }),
  output: z.object({ already: z.boolean() }),
  refusals: bookRefusals,
  difference: async (request, input) => {
    const undone = await transactionOf(request.db, request, input);
    if (isRefused(undone)) return undone;
    const amount = correctable(undone, input.amount);
    if (typeof amount === 'object') return amount;
    return {
      subject: input.number,
      lines: [
        ...original(undone),
        {
          what: `Amount on ${undone.share.suffix}`,
          before: amountShown(undone.amount, undone.share),
          after: amountShown(undone.amount < 0n ? -amount : amount, undone.share),
        },
        { what: 'Transaction', after: undone.transaction.id },
      ],
    };
  },
  run: async (request, input) =>
    request.db.transaction(async (tx) => {
      const undone = await transactionOf(tx, request, input);
      if (isRefused(undone)) return undone;
      const amount = correctable(undone, input.amount);
      if (typeof amount === 'object') return amount;
      const { transaction, description } = undone;
      const done = await keepBooks(request, {
        ...undone,
        tx,
        what: 'entry_corrected',
        detail: { entry: input.entry, of: transaction.id, amount: input.amount },
        order: {
          order: 'correct',
          transactionId: transaction.id,
          amount,
          description: postedText({ posted: 'correction', of: description }),
        },
      });
      return isRefused(done) ? done : { already: done.already };
    }),
});

interface Undone extends ShareInBooks {
  readonly transaction: BookTransaction;
  readonly description: string;
  readonly amount: bigint;
}

/** Finds the transaction of an entry that still stands. */
async function transactionOf(
  q: Queries,
  request: StaffContext,
  input: { readonly number: string; readonly suffix: string; readonly entry: string },
): Promise<Undone | Refused> {
  const books = ownBooks(request);
  if (isRefused(books)) return books;
  const found = await shareOfMember(q, request, input);
  if (isRefused(found)) return found;
  const { accountId, suffix } = found.share;
  const sequence = BigInt(input.entry);
  const place = { accountId, sequence };
  const transaction = await books.transactionOf(q, request.institution.id, place);
  const own = transaction?.entries.find((one) => one.accountId === accountId);
  if (!transaction || !own) return refuse('entry_unknown', { facts: { suffix } });
  // Undoing an undoing would bring back what corrections and other reversals count as gone.
  if (transaction.reversalOf !== null) return refuse('entry_is_reversal', { facts: { suffix } });
  // Its own acts take a dispute's credit back, with the letter and the days that the rule asks for.
  if (await isOfCase(q, request.institution.id, transaction.id))
    return refuse('entry_of_dispute', { facts: { suffix } });
  if (transaction.reversedBy !== null) return refuse('entry_reversed', { facts: { suffix } });
  if (transaction.correctedBy !== null) return refuse('entry_corrected', { facts: { suffix } });
  return { ...found, transaction, description: own.description, amount: own.amount };
}

/** Reads the right amount, if the entry can have it. */
function correctable({ share, transaction, amount }: Undone, text: string): bigint | Refused {
  const wanted = readAmount(text, share);
  if (typeof wanted === 'object') return wanted;
  const size = amount < 0n ? -amount : amount;
  if (transaction.entries.length !== 2 || wanted === size) return refuse('entry_not_correctable');
  return wanted;
}

function original({ transaction, description }: Undone) {
  return [{ what: `Entry of ${transaction.effectiveOn.toString()}`, after: description }];
}
