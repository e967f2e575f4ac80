import { z } from 'zod';
import type { EntryPosition, EntrySum, Tally } from '../../core/entry-search.ts';
import { finderOf } from '../../languages/finder.ts';
import { readFigure } from '../../languages/reading.ts';
import { currencyOf, type Amount } from '../../money/amount.ts';
import { parseDecimal } from '../../money/parse-decimal.ts';
import type { Share } from '../../shares/share.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import {
  dayField,
  entryOutput,
  entrySchema,
  figure,
  named,
  suffixField,
  visibleShares,
} from './shares.ts';

const tally = z.object({ count: z.number().int(), total: z.string() });

const decimalField = z.string().trim().max(20);

/** A place in the results, as `next` gives it: day, suffix, number and amount of the last entry. */
const placeForm = /^(\d{4}-\d{2}-\d{2})_([A-Z0-9]{1,4})_(\d{1,18})_(\d{1,18})$/;

/** Searches the transactions of all accounts that the member sees, and adds them up. */
export const searchEntries = operation({
  id: 'searchEntries',
  method: 'GET',
  path: '/search',
  tag: 'Accounts',
  summary: 'Searches the transactions of all accounts, and adds them up',
  access: 'member',
  input: z.strictObject({
    suffix: suffixField.optional().describe('Only this account.'),
    find: z
      .string()
      .trim()
      .max(60)
      .optional()
      .describe(
        'A merchant as people write it (`trader joes`), or a category in any language (`groceries`, `gasolina`).',
      ),
    direction: z.enum(['in', 'out']).optional(),
    from: dayField.optional().describe('Effective on this day or later.'),
    to: dayField.optional().describe('Effective on this day or earlier.'),
    atLeast: decimalField.optional().describe('Amounts of this much or more: `12.50`.'),
    atMost: decimalField.optional().describe('Amounts of this much or less.'),
    order: z.enum(['newest', 'largest', 'smallest']).default('newest'),
    sum: z
      .enum(['true', 'false'])
      .default('false')
      .describe('Also adds up everything that matches, whatever the page.'),
    after: z
      .string()
      .regex(placeForm)
      .refine((place) => dayField.safeParse(place.slice(0, 10)).success)
      .optional()
      .describe('`next` of the previous page.'),
    count: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    entries: z.array(entrySchema.extend({ suffix: z.string(), currency: z.string() })),
    next: z
      .string()
      .nullable()
      .describe('`after` of the next page; null means this is the last one.'),
    sums: z.array(
      z.object({
        currency: z.string(),
        out: tally.describe('Money that left, without own transfers and loan payments.'),
        in: tally.describe('Money that came in, without own transfers and refunds.'),
        refunds: tally.describe('Money that came back. Nothing is subtracted from `out` for it.'),
        returned: tally.describe(
          'Deposits that were returned or corrected. Nothing is subtracted from `in` for it.',
        ),
        holds: tally.describe('Open holds. They are not transactions yet.'),
        own: tally.describe('Own transfers and loan payments that left.'),
      }),
    ),
  }),
  refusals: ['not_found', 'days_reversed', 'amount_malformed', 'search_too_long'],
  run: async (request, input) => {
    const { suffix, from, to, find, direction, order, sum, after, count } = input;
    const own = await visibleShares(request.db, request);
    const accounts = own.filter((share) => suffix === undefined || share.suffix === suffix);
    const last = positionOf(after, own);
    if (suffix !== undefined && accounts.length === 0) return refuse('not_found');
    if (after !== undefined && !last) return refuse('not_found');
    if (from !== undefined && to !== undefined && from > to)
      return refuse('days_reversed', { field: 'to' });
    const bounds = boundsOf(request, input);
    if ('field' in bounds) return refuse('amount_malformed', bounds);
    const [answer] = await request.core.search(request.db, request.institution.id, [
      {
        accounts,
        own,
        zone: request.institution.zone,
        from: dayOf(from),
        to: dayOf(to),
        direction,
        find: find === undefined || find === '' ? undefined : finderOf(find),
        ...bounds,
        order,
        after: last,
        count,
        sum: sum === 'true' ? true : undefined,
      },
    ]);
    if (!answer || 'refused' in answer) return refuse('search_too_long', { field: 'from' });
    return {
      entries: await entriesOutput(request, own, answer.entries),
      next: answer.next ? placeOf(answer.next, own) : null,
      sums: answer.sums.map(sumOutput),
    };
  },
});

function dayOf(day: string | undefined): Temporal.PlainDate | undefined {
  return day === undefined ? undefined : Temporal.PlainDate.from(day);
}

type Bounds = { readonly amountMin?: Amount; readonly amountMax?: Amount };

/** Reads the bounds in the member's notation, in the institution's currency. */
function boundsOf(
  { institution, language }: Pick<MemberContext, 'institution' | 'language'>,
  {
    atLeast,
    atMost,
  }: { readonly atLeast?: string | undefined; readonly atMost?: string | undefined },
): Bounds | { readonly field: string } {
  const digits = currencyOf(institution.currency)?.digits ?? 2;
  const read = (text: string | undefined) => {
    if (text === undefined || text === '') return undefined;
    const figured = readFigure(text, { language, digits });
    const amount =
      figured && 'amount' in figured ? parseDecimal(figured.amount, digits) : undefined;
    return amount ?? 'wrong';
  };
  const amountMin = read(atLeast);
  const amountMax = read(atMost);
  if (amountMin === 'wrong') return { field: 'atLeast' };
  if (amountMax === 'wrong') return { field: 'atMost' };
  return {
    ...(amountMin === undefined ? {} : { amountMin }),
    ...(amountMax === undefined ? {} : { amountMax }),
  };
}

/** The entries of several accounts, each with its account and with the present name of the other side. */
async function entriesOutput(
  request: MemberContext,
  shares: readonly Share[],
  entries: Parameters<typeof named>[2]['entries'],
) {
  const byAccount = new Map(shares.map((share) => [share.accountId, share]));
  const groups = Map.groupBy(entries, ({ accountId }) => accountId);
  const shown = new Map<object, z.input<typeof entrySchema>>();
  for (const [accountId, group] of groups) {
    const share = byAccount.get(accountId);
    if (!share) continue;
    const withNames = await named(request.db, request, { share, entries: group });
    for (const [index, entry] of group.entries()) {
      const own = withNames[index];
      if (own) shown.set(entry, entryOutput(own, share.currency));
    }
  }
  return entries.flatMap((entry) => {
    const share = byAccount.get(entry.accountId);
    const output = shown.get(entry);
    return share && output ? [{ ...output, suffix: share.suffix, currency: share.currency }] : [];
  });
}

function sumOutput({ currency, ...sums }: EntrySum) {
  const said = ({ count, total }: Tally) => ({ count, total: figure(total, currency) });
  return {
    currency,
    out: said(sums.out),
    in: said(sums.in),
    refunds: said(sums.refunds),
    returned: said(sums.returned),
    holds: said(sums.holds),
    own: said(sums.own),
  };
}

/** No account's id leaves the service: its suffix stands for it. */
function placeOf(
  { effectiveOn, accountId, sequence, amount }: EntryPosition,
  shares: readonly Share[],
): string | null {
  const share = shares.find((one) => one.accountId === accountId);
  return share ? [effectiveOn, share.suffix, sequence, amount].join('_') : null;
}

function positionOf(
  place: string | undefined,
  shares: readonly Share[],
): EntryPosition | undefined {
  const [, effectiveOn = '', suffix, sequence = '', amount = ''] =
    placeForm.exec(place ?? '') ?? [];
  const share = shares.find((one) => one.suffix === suffix);
  return share && { accountId: share.accountId, effectiveOn, sequence, amount };
}
