import { z } from 'zod';
import { readFigure } from '../../languages/reading.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { dayField, entryOutput, entrySchema, named, ownShare, suffixField } from './shares.ts';

/** The filters that members need: `in` and `out` are directions, the others are kinds of entry. */
export const historyFilters = [
  'all',
  'in',
  'out',
  'checks',
  'transfers',
  'cards',
  'dividends',
  'fees',
] as const;

export type HistoryFilter = (typeof historyFilters)[number];

const kindsOf: Readonly<Partial<Record<HistoryFilter, readonly string[]>>> = {
  checks: ['check'],
  transfers: ['transfer'],
  cards: ['card'],
  dividends: ['dividend', 'interest'],
  fees: ['fee'],
};

/** Lists a share's history page by page, newest first. Members can search and filter it. */
export const listHistory = operation({
  id: 'listHistory',
  method: 'GET',
  path: '/shares/{suffix}/history',
  tag: 'Accounts',
  summary: 'Lists an account’s transactions, newest first',
  access: 'member',
  input: z.strictObject({
    suffix: suffixField,
    text: z
      .string()
      .trim()
      .max(100)
      .optional()
      .describe('Part of the description, a check number or an amount.'),
    only: z.enum(historyFilters).default('all'),
    from: dayField.optional().describe('This day or later.'),
    to: dayField.optional().describe('This day or earlier.'),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .describe('Only entries older than this: `next` of the previous page.'),
    count: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    currency: z.string(),
    entries: z.array(entrySchema),
    next: z
      .string()
      .nullable()
      .describe('`before` of the next page; null means this is the last one.'),
  }),
  refusals: ['not_found', 'days_reversed'],
  run: async (request, { suffix, text, only, from, to, before, count }) => {
    const share = await ownShare(request.db, request, suffix);
    if (!share) return refuse('not_found');
    if (from !== undefined && to !== undefined && from > to)
      return refuse('days_reversed', { field: 'to' });
    const { entries, more } = await request.core.historyPage(request.db, request.institution.id, {
      accountId: share.accountId,
      text: text === '' ? undefined : text,
      amount: amountIn(request, text, share.currency),
      kinds: kindsOf[only],
      direction: only === 'in' || only === 'out' ? only : undefined,
      from: from === undefined ? undefined : Temporal.PlainDate.from(from),
      to: to === undefined ? undefined : Temporal.PlainDate.from(to),
      before: before === undefined ? undefined : BigInt(before),
      count,
    });
    return {
      currency: share.currency,
      entries: (await named(request.db, request, { share, entries })).map((entry) =>
        entryOutput(entry, share.currency),
      ),
      next: more ? (entries.at(-1)?.sequence.toString() ?? null) : null,
    };
  },
});

/** Matches amounts and descriptions: a search for `8.40` also finds entries of that amount. */
function amountIn(
  { language }: MemberContext,
  text: string | undefined,
  currency: string,
): Amount | undefined {
  if (text === undefined || text === '') return undefined;
  const known = currencyOf(currency);
  const read = readFigure(text.replace(/^[-−+]/, ''), {
    language,
    digits: known?.digits,
  });
  if (!known || read === undefined || !('amount' in read)) return undefined;
  return parseDecimal(read.amount, known.digits);
}
