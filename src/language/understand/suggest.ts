import type { Grammar } from './grammar.ts';
import type { Token } from './normalize.ts';
import { near } from './slips.ts';
import { everydayTransferWords, type WordIntent } from './words.ts';

/** What to send for an intent. Never what moves money by being sent as it is: a transfer is shown with its shape. */
const examples: Readonly<Record<WordIntent, string | undefined>> = {
  balance: '#bal',
  history: '#hist',
  deposits: '#dep',
  withdrawals: '#wd',
  checks: '#checks',
  holds: '#holds',
  transfer: '#trans 50 7 0',
  pay: 'help',
  more: 'more',
  accounts: 'accounts',
  details: 'details 7',
  limits: 'limits',
  confirm: 'help confirm',
  decline: 'NO',
  affirm: undefined,
  lock: '#lock',
  unlock: '#unlock',
  code: '#code',
  dispute: '#dispute',
  agent: '#agent',
  contact: 'contact',
  help: 'help',
  stop: undefined,
  start: undefined,
};

/** Words of commands that sentences use for other things, so that they suggest nothing. */
const common = new Set(
  `last t x b h l send put move more next no ok list account accounts com person human code act end cancel quit money help check
   checks info start info hold pay share vale mas si non yes credit credits debit debits deposit`.split(
    /\s+/,
  ),
);

/** One near command in its canonical form, for what is not understood; never carried out. */
export function suggest(tokens: readonly Token[], grammar: Grammar): string | undefined {
  const isShort = tokens.length <= 3;
  const hasFigure = tokens.some(({ word }) => /\d/.test(word));
  for (const { word } of tokens.slice(0, 12)) {
    const exact = grammar.words.get(word);
    const isTalk = everydayTransferWords.has(word) && !hasFigure;
    if (exact && !isTalk && (isShort ? word.length > 2 : !common.has(word))) {
      const example = examples[exact.intent];
      if (example !== undefined) return example;
    }
  }
  for (const { word } of isShort ? tokens : []) {
    const found = near(word.replace(/\d+$/, ''), grammar);
    const intent = found === undefined ? undefined : grammar.words.get(found)?.intent;
    const example = intent && examples[intent];
    if (example !== undefined) return example;
  }
  return undefined;
}
