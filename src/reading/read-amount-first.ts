import { isUnit, readFigure } from './figures.ts';
import type { FreeReading } from './free-reading.ts';
import { plain, type Token } from './normalize.ts';
import { figureStyleOf, type Reader } from './read-shaped.ts';
import { readOrder } from './transfer-order.ts';

/** An amount and a space: no time of a forwarded message, no number of a list. */
const begins = /^\s*[$€£]?\s?\d[\d.,]*\s?[$€£]?\s+\p{L}/u;

/** A longer text is about more than one amount and two accounts. */
const tokensMax = 7;

/**
 * Reads an order without a verb: `50 to vacation`, `$20 from checking to savings`. The whole text is an amount and accounts that the
 * member has, named by words, with *to* between them. It is always asked before money moves: figures are scores and times as well.
 */
export function readAmountFirst(
  tokens: readonly Token[],
  { shares, context, typed, grammar: { lexicon } }: Reader,
): FreeReading | undefined {
  const [first, second, third] = tokens;
  if (!first || !second || tokens.length > tokensMax || !begins.test(typed)) return undefined;
  const { arguments: words, questions } = lexicon;
  const style = figureStyleOf(context, undefined, lexicon);
  const figure = readFigure(first.word, style);
  if (!figure || !('amount' in figure)) return undefined;
  const hasUnit = isUnit(second.word, words.units);
  const link = hasUnit ? third : second;
  // `100 in savings` may tell what is there.
  const isOrder = (word: string) =>
    (words.to.has(word) || words.from.has(word)) && !questions.inWords.has(word);
  if (!link || !isOrder(link.word)) return undefined;
  const reading = readOrder(tokens, { shares, style, words, sureNamesOnly: true });
  if (reading?.intent !== 'transfer' || reading.to === undefined) return undefined;
  const isMoney = figure.isMarked || hasUnit;
  if (!isMoney && first.word.length < 2) return undefined;
  const names = [reading.from, reading.to].filter((name) => name !== undefined);
  const areWords = names.every((name) => isNamed(tokens, name));
  return isMoney || areWords ? { reading, confirm: true } : undefined;

  /** Whether the member named the account by a word: `10 to 7` may be a score. */
  function isNamed(typed: readonly Token[], name: string): boolean {
    if (/\p{L}/u.test(name)) return true;
    return !typed.some(({ word }, index) => index > 0 && word === plain(name));
  }
}
