import type { z } from 'zod';
import { clean } from '../../../languages/clean.ts';
import type { entrySchema } from '../../../operations/shares/shares.ts';
import { day, money } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { minor, type Visit } from './visit.ts';

type Entry = z.output<typeof entrySchema>;

/** Shows entries, in the order given, as a table that folds on a phone. */
export function entryTable(
  { request, say }: Visit,
  given: {
    readonly entries: readonly Entry[];
    readonly currency: string;
    readonly caption: string;
    /** On a loan, an entry that raises the debt is no gain. */
    readonly isLoan: boolean;
    /** A statement is a record, so it shows descriptions as posted. */
    readonly asPosted?: boolean;
  },
): Html {
  const { language } = request;
  const described = given.asPosted ? (text: string) => text : descriptionOf;
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
            <td data-label="${say('column_date')}">
              ${day(Temporal.PlainDate.from(entry.on), language)}
            </td>
            <th scope="row">
              ${described(entry.description)}
              ${
                entry.checkNumber === null ||
                described(entry.description).includes(entry.checkNumber)
                  ? nothing
                  : html`<span class="hint"
                      >${say('check_number', { number: entry.checkNumber })}</span
                    >`
              }
            </th>
            <td data-label="${say('column_amount')}" class="number">
              ${money(minor(entry.amount, currency) * sign, { currency, language, signed: true })}
            </td>
            <td data-label="${say('column_balance')}" class="number">
              ${money(minor(entry.balance, currency), { currency, language })}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Makes a merchant's text readable. Keeps it as written if nothing would remain. */
export function descriptionOf(text: string): string {
  const cleaned = clean.description(text, { gsm7: false });
  return cleaned === '' ? text : cleaned;
}
