import type { z } from 'zod';
import { present } from '../../kernel/assert.ts';
import { readMailingAddress } from '../../members/mailing-address.ts';
import type { Share } from '../../shares/share.ts';
import { readDisclosures, type Disclosures } from '../../shares/statements/disclosures.ts';
import { readStatement as read, type Statement } from '../../shares/statements/statement.ts';
import type { MemberContext } from '../request-context.ts';
import { refuse, type Refused } from '../refusals.ts';
import {
  balancesOf,
  entryOutput,
  figure,
  named,
  ownShare,
  todayOf,
  type NamedEntry,
} from './shares.ts';
import type { statementSchema } from './statement-schema.ts';

/** A statement with the present names of the other sides of transfers. */
export interface FoundStatement {
  readonly share: Share;
  readonly statement: Statement & { readonly entries: readonly NamedEntry[] };
}

/** Finds the statement of one of the listed months. */
export async function statementOf(
  request: MemberContext,
  { suffix, month }: { readonly suffix: string; readonly month: string },
): Promise<FoundStatement | Refused> {
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

/** Converts a statement to what operations return, with all that the law asks of it. */
export async function statementOutput(
  request: MemberContext,
  { share, statement }: FoundStatement,
): Promise<z.input<typeof statementSchema> | Refused> {
  const { db, core, institution, member } = request;
  const disclosures = await readDisclosures(db, core, { share, statement });
  if (disclosures === 'too_many') return refuse('statement_too_long');
  const text = (amount: bigint) => figure(amount, share.currency);
  const { opening, closing, from, to, entries, totals, month } = statement;
  const { settings } = institution;
  return {
    currency: share.currency,
    month: month.toString(),
    from: from.toString(),
    to: to.toString(),
    days: from.until(to, { largestUnit: 'days' }).days + 1,
    institution: {
      name: institution.name,
      errorAddress: settings.errorAddress,
      errorPhone: settings.errorPhone === '' ? settings.phone : settings.errorPhone,
    },
    member: {
      name: member.name,
      address: [
        ...(await readMailingAddress(db, { institutionId: institution.id, id: member.id })),
      ],
    },
    share: { suffix: share.suffix, kind: share.kind, nickname: share.nickname ?? null },
    account: maskedAccount(member.number, share.suffix),
    opening: text(opening),
    closing: text(closing),
    entries: entries.map((entry) => entryOutput(entry, share.currency)),
    totals: {
      in: text(totals.in),
      out: text(totals.out),
      dividends: text(totals.dividends),
      fees: text(totals.fees),
    },
    shareFacts: disclosures ? shareFacts(disclosures, text) : null,
  };
}

function shareFacts(
  { apyEarned, average, fees, overdraftFees, returnedItemFees, yearToDate }: Disclosures,
  text: (amount: bigint) => string,
): z.input<typeof statementSchema>['shareFacts'] {
  const both = (totals: Disclosures['overdraftFees']) => ({
    period: text(totals.period),
    yearToDate: text(totals.yearToDate),
  });
  return {
    apyEarned: apyEarned ?? null,
    averageBalance: text(average),
    fees: fees.map(({ description, total }) => ({ description, total: text(total) })),
    overdraftFees: both(overdraftFees),
    returnedItemFees: both(returnedItemFees),
    yearToDate: { dividends: text(yearToDate.dividends), fees: text(yearToDate.fees) },
  };
}

/** How many of the member number's last characters a statement shows. */
const shownMax = 3;

/** Identifies an account by the end of the member number and its suffix: `••••211-7`. */
function maskedAccount(memberNumber: string, suffix: string): string {
  const shown = memberNumber.slice(-Math.min(shownMax, Math.floor(memberNumber.length / 2)));
  return `••••${memberNumber.length > 1 ? shown : ''}-${suffix}`;
}
