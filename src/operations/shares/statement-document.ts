import type { z } from 'zod';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { dayText, moneyText, monthText, percentText } from '../../languages/figures.ts';
import { packs } from '../../languages/index.ts';
import { sayOf, type Say as SayOf } from '../../languages/say.ts';
import type { AccountsTexts } from '../../languages/site-texts.ts';
import type { StatementDocument } from '../../shares/statements/document.ts';
import type { statementSchema } from './statement-schema.ts';
import { accountName, describeEntry, minorUnits, postedWords } from './wording.ts';

type Given = z.output<typeof statementSchema>;
type Say = SayOf<keyof AccountsTexts>;

/** Words a statement in a language, for the page and for the PDF: the same sentences in both. */
export function statementDocument(given: Given, language: Language): StatementDocument {
  const say = sayOf(packs[language].site.accounts);
  const { institution, member, share, currency } = given;
  const money = (figure: string) => moneyText(minorUnits(figure, currency), currency, language);
  const day = (text: string) => dayText(Temporal.PlainDate.from(text), language);
  const isLoan = share.kind === 'loan';
  const month = monthText(Temporal.PlainYearMonth.from(given.month), language);
  return {
    locale: packs[language].intl,
    title: say('statement_title', { month }),
    institution: institution.name,
    to: [member.name, ...member.address],
    facts: [
      [say('statement_account'), `${accountName(say, share)} · ${given.account}`],
      [
        say('statement_period'),
        say('statement_days', {
          from: day(given.from),
          to: day(given.to),
          days: String(given.days),
        }),
      ],
    ],
    sums: {
      title: say('statement_summary'),
      rows: [
        [say('statement_opening'), money(given.opening)],
        [say(isLoan ? 'statement_lent' : 'statement_in'), money(given.totals.in)],
        [say(isLoan ? 'statement_paid' : 'statement_out'), money(given.totals.out)],
        [say('statement_closing'), money(given.closing)],
      ],
    },
    dividends: dividendsOf(say, given, { money, language }),
    fees: feesOf(say, given, money),
    entries: {
      title: say('history'),
      head: [say('column_date'), say('column_what'), say('column_amount'), say('column_balance')],
      rows: given.entries.map((entry) => ({
        on: day(entry.on),
        description: describeEntry(say, entry),
        ...detailOf(say, entry),
        // On a loan, what raises the debt is no gain.
        amount: money(isLoan ? negated(entry.amount) : entry.amount),
        balance: money(entry.balance),
      })),
      none: say('statement_empty'),
    },
    notice: noticeOf(say, institution),
    page: (page, pages) => say('statement_page', { page: String(page), pages: String(pages) }),
  };
}

function negated(figure: string): string {
  return figure.startsWith('-') ? figure.slice(1) : `-${figure}`;
}

/** The words as posted and the check’s number, if the description doesn't have them. */
function detailOf(say: Say, entry: Given['entries'][number]): { readonly detail?: string } {
  const { checkNumber } = entry;
  const check =
    checkNumber === null || describeEntry(say, entry).includes(checkNumber)
      ? undefined
      : say('check_number', { number: checkNumber });
  const parts = [check, postedWords(say, entry)].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { detail: parts.join(' · ') };
}

/** Yield and dividends (12 CFR 707.6(a)). */
function dividendsOf(
  say: Say,
  { shareFacts, totals, share }: Given,
  { money, language }: { money: (figure: string) => string; language: Language },
): StatementDocument['dividends'] {
  if (!shareFacts) return undefined;
  const { apyEarned, averageBalance, yearToDate } = shareFacts;
  const pays = share.kind !== 'checking' || Number(yearToDate.dividends) !== 0;
  if (!pays) return undefined;
  return {
    title: say('statement_yield'),
    rows: [
      ...(apyEarned === null
        ? []
        : [[say('statement_apy'), percentText(apyEarned, language)] as const]),
      [say('statement_average'), money(averageBalance)],
      [say('statement_dividends'), money(totals.dividends)],
      [say('statement_dividends_year'), money(yearToDate.dividends)],
    ],
  };
}

/** Fees by type, and the totals that the law wants in a table (12 CFR 707.6(a)(3) and 707.11(a)). */
function feesOf(
  say: Say,
  { shareFacts, totals }: Given,
  money: (figure: string) => string,
): StatementDocument['fees'] {
  if (!shareFacts) return undefined;
  const { fees, overdraftFees, returnedItemFees, yearToDate } = shareFacts;
  return {
    title: say('statement_fees'),
    types: fees.map(({ description, total }) => [description, money(total)]),
    head: ['', say('statement_fees_period'), say('statement_fees_year')],
    rows: [
      [
        say('statement_fees_overdraft'),
        money(overdraftFees.period),
        money(overdraftFees.yearToDate),
      ],
      [
        say('statement_fees_returned'),
        money(returnedItemFees.period),
        money(returnedItemFees.yearToDate),
      ],
      [say('statement_fees_all'), money(totals.fees), money(yearToDate.fees)],
    ],
  };
}

/** Whom to ask, and the notice about errors (12 CFR 1005.8(b), model form A-3(b), and 1005.9(b)(5)). */
function noticeOf(say: Say, institution: Given['institution']): StatementDocument['notice'] {
  const { name, errorAddress, errorPhone: phone } = institution;
  const address = [name, ...errorAddress].join(', ');
  return {
    inquiries: [say('statement_inquiries'), [name, ...errorAddress, phone].filter(Boolean)],
    title: say('notice_title'),
    paragraphs: [
      errorAddress.length === 0
        ? say('notice_call', { phone })
        : say('notice_call_or_write', { phone, address }),
      say('notice_name'),
      say('notice_describe'),
      say('notice_amount'),
      say('notice_investigate'),
    ],
  };
}
