import type { JSX } from 'preact';
import { clean } from '../../../../languages/clean.ts';
import { h } from '../element.ts';
import { negated } from '../figure.ts';
import { money } from '../format.ts';
import { say } from '../given.ts';
import type { Entry, Share } from './shares.ts';

/** Makes a merchant’s text readable, as the site does. Keeps it as written if nothing would remain. */
export function wordsOf(description: string): string {
  const cleaned = clean.description(description, { gsm7: false });
  return cleaned === '' ? description : cleaned;
}

/** A transaction of an account: what it was, and what came or went. */
export function entryRow(
  entry: Entry,
  { kind, currency }: Pick<Share, 'kind' | 'currency'>,
  under?: string,
): JSX.Element {
  // On a loan, what raises the debt is no gain.
  const amount = kind === 'loan' ? negated(entry.amount) : entry.amount;
  const isIn = !amount.startsWith('-');
  const { counter, checkNumber } = entry;
  const what =
    counter === null
      ? wordsOf(entry.description)
      : `${say(counter.direction === 'to' ? 'transfer_to' : 'transfer_from')} ${
          counter.nickname ?? say(`kind_${counter.kind}`)
        }${counter.suffix === null ? '' : ` ${counter.suffix}`}`;
  return h(
    'li',
    { class: 'entry' },
    h(
      'span',
      { class: 'entry-what' },
      what,
      checkNumber === null || what.includes(checkNumber)
        ? null
        : h('span', { class: 'soft' }, say('check_number', { number: checkNumber })),
      under === undefined ? null : h('span', { class: 'soft' }, under),
    ),
    h(
      'span',
      { class: isIn ? 'money in' : 'money' },
      `${isIn ? '+' : ''}${money(amount, currency)}`,
    ),
  );
}
