import { packs } from '../../languages/index.ts';
import { z } from 'zod';
import { present } from '../../kernel/assert.ts';
import { statementCsv } from '../../shares/statements/csv.ts';
import { statementOfx } from '../../shares/statements/ofx.ts';
import {
  readStatement as read,
  statementMonths,
  type Statement,
} from '../../shares/statements/statement.ts';
import type { Share } from '../../shares/share.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import {
  balancesOf,
  entryOutput,
  named,
  type NamedEntry,
  entrySchema,
  figure,
  ownShare,
  suffixField,
  todayOf,
} from './shares.ts';

const monthField = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .describe('Such as 2026-11.');

export const listStatementMonths = operation({
  id: 'listStatementMonths',
  method: 'GET',
  path: '/shares/{suffix}/statements',
  tag: 'Accounts',
  summary: 'Lists the months that have a statement, newest first',
  access: 'member',
  input: z.strictObject({ suffix: suffixField }),
  output: z.object({ months: z.array(monthField) }),
  refusals: ['not_found'],
  run: async (request, { suffix }) => {
    const share = await ownShare(request.db, request, suffix);
    if (!share) return refuse('not_found');
    const balances = await balancesOf(request.db, request, [share]);
    const { openedOn } = present(balances.get(share.accountId), 'it was asked for');
    const months = statementMonths({ openedOn, today: todayOf(request) });
    return { months: months.map((month) => month.toString()) };
  },
});

export const readStatement = operation({
  id: 'readStatement',
  method: 'GET',
  path: '/shares/{suffix}/statements/{month}',
  tag: 'Accounts',
  summary: 'Returns an account’s statement of one month',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, month: monthField }),
  output: z.object({
    currency: z.string(),
    month: monthField,
    from: z.iso.date(),
    to: z.iso.date(),
    opening: z.string(),
    closing: z.string(),
    entries: z.array(entrySchema),
    totals: z.object({
      in: z.string(),
      out: z.string(),
      dividends: z.string().describe('Dividends, part of what came in.'),
      fees: z.string().describe('Fees, part of what went out.'),
    }),
  }),
  refusals: ['not_found', 'statement_too_long'],
  run: async (request, { suffix, month }) => {
    const found = await statementOf(request, { suffix, month });
    if (isRefused(found)) return found;
    const { share, statement } = found;
    const text = (amount: bigint) => figure(amount, share.currency);
    const { opening, closing, from, to, entries, totals } = statement;
    return {
      currency: share.currency,
      month,
      from: from.toString(),
      to: to.toString(),
      opening: text(opening),
      closing: text(closing),
      entries: entries.map((entry) => entryOutput(entry, share.currency)),
      totals: {
        in: text(totals.in),
        out: text(totals.out),
        dividends: text(totals.dividends),
        fees: text(totals.fees),
      },
    };
  },
});

const fileSchema = z.object({ name: z.string(), type: z.string(), content: z.string() });

const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  ofx: 'application/x-ofx; charset=utf-8',
} as const;

/** Gives the same statement as a file for spreadsheets or personal finance programs. */
export const downloadStatement = operation({
  id: 'downloadStatement',
  method: 'GET',
  path: '/shares/{suffix}/statements/{month}/file',
  tag: 'Accounts',
  summary: 'Downloads an account’s statement of one month as CSV or OFX 2.2',
  access: 'member',
  input: z.strictObject({ suffix: suffixField, month: monthField, as: z.enum(['csv', 'ofx']) }),
  output: fileSchema,
  refusals: ['not_found', 'statement_too_long'],
  fileTypes: ['text/csv', 'application/x-ofx'],
  file: (done) => fileSchema.parse(done),
  run: async (request, { suffix, month, as }) => {
    const found = await statementOf(request, { suffix, month });
    if (isRefused(found)) return found;
    const { share, statement } = found;
    return {
      name: `${share.kind}-${share.suffix}-${month}.${as}`,
      type: fileTypes[as],
      content:
        as === 'csv'
          ? statementCsv(statement, { for: 'spreadsheets' })
          : statementOfx(statement, await ofxContext(request, { share, statement })),
    };
  },
});

async function ofxContext(
  request: MemberContext,
  { share, statement }: { readonly share: Share; readonly statement: Statement },
) {
  const isCurrent = statement.to.equals(todayOf(request));
  const balances = isCurrent ? await balancesOf(request.db, request, [share]) : undefined;
  return {
    institutionName: request.institution.name,
    language: packs[request.language].iso639,
    now: request.world.clock.now(),
    available: balances?.get(share.accountId)?.available,
  };
}

/** Builds a statement with the present names of the other sides of transfers. */
type NamedStatement = Statement & { readonly entries: readonly NamedEntry[] };

/** Finds the statement of one of the listed months. */
async function statementOf(
  request: MemberContext,
  { suffix, month }: { readonly suffix: string; readonly month: string },
): Promise<{ readonly share: Share; readonly statement: NamedStatement } | Refused> {
  const share = await ownShare(request.db, request, suffix);
  if (!share) return refuse('not_found');
  const asked = Temporal.PlainYearMonth.from(month);
  const balances = await balancesOf(request.db, request, [share]);
  const { openedOn } = present(balances.get(share.accountId), 'it was asked for');
  if (Temporal.PlainYearMonth.compare(asked, openedOn.toPlainYearMonth()) < 0)
    return refuse('not_found');
  const statement = await read(request.db, request.core, {
    share,
    month: asked,
    today: todayOf(request),
  });
  if (statement === 'too_many') return refuse('statement_too_long');
  if (!statement) return refuse('not_found');
  const entries = await named(request.db, request, { share, entries: statement.entries });
  return { share, statement: { ...statement, entries } };
}
