import type { z } from 'zod';
import { clean } from '../../../languages/clean.ts';
import type { entrySchema } from '../../../operations/shares/shares.ts';
import { readTransfer } from '../../../transfers/order.ts';
import { day, money } from '../../ui/figures.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Say } from './say.ts';
import { minor, nameOf, type Visit } from './visit.ts';

export type Entry = z.output<typeof entrySchema>;

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
              <a href="${transactionPath(given.suffix, entry)}">${describe(say, entry)}</a>
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
  const described = describe(say, entry);
  const { checkNumber, description } = entry;
  return [
    ...(checkNumber === null || described.includes(checkNumber)
      ? []
      : [say('check_number', { number: checkNumber })]),
    ...(asPosted && entry.counter === null && description !== described ? [description] : []),
  ];
}

/** Describes an entry in the reader’s language as far as we word it: a transfer by its other side. */
export function describe(say: Say, { counter, description }: Entry): string {
  if (!counter) return describeOwn(say, description) ?? descriptionOf(description);
  const { direction, kind, suffix, nickname } = counter;
  const name = suffix === null ? say(`kind_${kind}`) : nameOf(say, { kind, nickname, suffix });
  return say(`entry_transfer_${direction}`, { name });
}

/** Words a transfer that the books only have in our description for statements. */
function describeOwn(say: Say, description: string): string | undefined {
  const read = readTransfer(description);
  if (!read) return undefined;
  const kind = say(`kind_${read.kind}`);
  const name = read.suffix === undefined ? kind : `${kind} ${read.suffix}`;
  return say(`entry_transfer_${read.direction}`, { name });
}

/** Makes a merchant's text readable. Keeps it as written if nothing would remain. */
export function descriptionOf(text: string): string {
  const cleaned = clean.description(text, { gsm7: false });
  return cleaned === '' ? text : cleaned;
}
