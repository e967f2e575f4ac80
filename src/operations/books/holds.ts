import { z } from 'zod';
import { postedText, staffHolds } from '../../kernel/posted-text.ts';
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

const purpose = z.enum(staffHolds).describe('Why. The member reads it in their language.');

/** Holds money on a share, at most what is available. Takes two persons. */
export const placeHold = operation({
  id: 'placeHold',
  summary: 'Places a hold on a member’s account',
  access: 'staff',
  permission: 'change_books',
  input: z.strictObject({
    ...shareFields,
    key: keyField,
    amount: amountField,
    purpose,
    until: z.iso
      .date()
      .optional()
      .describe('The last day of the hold. Without it, somebody has to release it.'),
  }),
  output: z.object({ already: z.boolean(), holdId: z.string() }),
  refusals: [...bookRefusals, 'day_past'],
  difference: async (request, input) => {
    const books = ownBooks(request);
    if (isRefused(books)) return books;
    const found = await shareOfMember(request.db, request, input);
    if (isRefused(found)) return found;
    const amount = readAmount(input.amount, found.share);
    if (typeof amount === 'object') return amount;
    if (found.share.kind === 'loan') return refuse('loan_not_here');
    const short = await fundsShort(request, found.share, amount);
    if (short) return short;
    return {
      subject: input.number,
      lines: [
        { what: `Hold on ${found.share.suffix}`, after: amountShown(amount, found.share) },
        { what: 'Why', after: postedText({ posted: 'hold', hold: input.purpose }) },
        { what: 'Until', after: input.until ?? 'released' },
      ],
    };
  },
  run: async (request, input) =>
    request.db.transaction(async (tx) => {
      const found = await shareOfMember(tx, request, input);
      if (isRefused(found)) return found;
      const amount = readAmount(input.amount, found.share);
      if (typeof amount === 'object') return amount;
      if (found.share.kind === 'loan') return refuse('loan_not_here');
      const expiresAt = endOf(input.until, request.institution.zone);
      const now = request.world.clock.now();
      if (expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0)
        return refuse('day_past', { field: 'until' });
      const done = await keepBooks(request, {
        ...found,
        tx,
        what: 'hold_placed',
        detail: { amount: input.amount, purpose: input.purpose },
        order: {
          order: 'place_hold',
          key: `staff:${input.key}`,
          accountId: found.share.accountId,
          amount,
          description: postedText({ posted: 'hold', hold: input.purpose }),
          expiresAt,
        },
      });
      return isRefused(done) ? done : { already: done.already, holdId: done.holdId ?? '' };
    }),
});

/** The end of a day, where the institution is. */
function endOf(day: string | undefined, zone: string): Temporal.Instant | undefined {
  return day === undefined
    ? undefined
    : Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

/** Releases what is left of a hold, so that the member has the use of it. Takes two persons. */
export const releaseHold = operation({
  id: 'releaseHold',
  summary: 'Releases a hold on a member’s account',
  access: 'staff',
  permission: 'change_books',
  input: z.strictObject({ ...shareFields, holdId: z.uuid() }),
  output: z.object({ already: z.boolean() }),
  refusals: bookRefusals,
  difference: async (request, input) => {
    const books = ownBooks(request);
    if (isRefused(books)) return books;
    const found = await shareOfMember(request.db, request, input);
    if (isRefused(found)) return found;
    const { accountId, suffix } = found.share;
    const { holdId } = input;
    const hold = await books.holdOf(request.db, request.institution.id, { accountId, holdId });
    if (!hold) return refuse('hold_unknown', { facts: { suffix } });
    if (hold.state !== 'open') return refuse('hold_ended', { facts: { suffix } });
    return {
      subject: input.number,
      lines: [
        {
          what: `Hold on ${suffix}: ${hold.description}`,
          before: amountShown(hold.amount, found.share),
          after: amountShown(0n, found.share),
        },
      ],
    };
  },
  run: async (request, input) =>
    request.db.transaction(async (tx) => {
      const found = await shareOfMember(tx, request, input);
      if (isRefused(found)) return found;
      const { holdId } = input;
      const done = await keepBooks(request, {
        ...found,
        tx,
        what: 'hold_released',
        detail: { hold: holdId },
        order: {
          order: 'release_hold',
          key: `staff:release:${holdId}`,
          accountId: found.share.accountId,
          holdId,
        },
      });
      return isRefused(done) ? done : { already: done.already };
    }),
});
