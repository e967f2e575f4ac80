import type { z } from 'zod';
import type { entrySchema } from '../../../operations/shares/shares.ts';
import { describeEntry, postedWords } from '../../../operations/shares/wording.ts';
import { day, money } from '../../ui/figures.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Say } from './say.ts';
import { minor, type Visit } from './visit.ts';

type Entry = z.output<typeof entrySchema>;

/** Shows entries, in the order given, as a table that is a list on a phone. */
export function entryTable(
  visit: Visit,
  given: {
    readonly entries: readonly Entry[];
    readonly currency: string;
    readonly caption: string;
    /** The account, whose pages show each transaction. */
    readonly suffix: string;
    /** On a loan, an entry that raises the debt is no gain. */
    readonly isLoan: boolean;
    /** A statement is a record, so it adds descriptions as posted. */
    readonly asPosted?: boolean;
  },
): Html {
  const { request, say } = visit;
  const { language } = request;
  const { currency } = given;
  const sign = given.isLoan ? -1n : 1n;
  return html`<table class="rows entries">
    <caption class="unseen">
      ${given.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('column_date')}</th>
        <th scope="col">${say('column_what')}</th>
        <th scope="col" class="number">${say('column_amount')}</th>
        <th scope="col" class="number">${say('column_balance')}</th>
      </tr>
    </thead>
    <tbody>
      ${given.entries.map(
        (entry) =>
          html`<tr>
            <td class="entry-date">${day(Temporal.PlainDate.from(entry.on), language)}</td>
            <th scope="row">
              <a href="${transactionPath(given.suffix, entry)}">${describeEntry(say, entry)}</a>
              ${hints(say, entry, given.asPosted ?? false).map((hint) => html`<span class="hint">${hint}</span>`)}
            </th>
            <td class="number main">
              ${money(minor(entry.amount, currency) * sign, { currency, language, signed: true })}
            </td>
            <td class="number entry-balance">
              ${money(minor(entry.balance, currency), { currency, language })}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The page of one transaction. */
export function transactionPath(suffix: string, { number }: Pick<Entry, 'number'>): string {
  return `/accounts/${suffix}/transactions/${number}`;
}

/** What stands below a description: the check’s number, and in a record the words as posted. */
function hints(say: Say, entry: Entry, asPosted: boolean): string[] {
  const described = describeEntry(say, entry);
  const { checkNumber } = entry;
  const posted = asPosted ? postedWords(say, entry) : undefined;
  return [
    ...(checkNumber === null || described.includes(checkNumber)
      ? []
      : [say('check_number', { number: checkNumber })]),
    ...(posted === undefined ? [] : [posted]),
  ];
}
