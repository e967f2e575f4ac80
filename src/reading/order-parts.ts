import { isUnit, readFigure, type Figure, type FigureStyle } from './figures.ts';
import type { Token } from './normalize.ts';
import type { ArgumentLexicon } from './lexicon/argument-words.ts';

/** The words of an order by position. */
export interface Parts {
  readonly bare: readonly Token[];
  readonly from?: readonly Token[];
  readonly to?: readonly Token[];
}

/** Splits off what follows FROM and TO from what has neither. */
export function split(typed: readonly Token[], style: FigureStyle, words: ArgumentLexicon): Parts {
  const tokens = withPairs(typed, words);
  const bare: Token[] = [];
  const marked: { from?: Token[]; to?: Token[] } = {};
  let place: 'bare' | 'from' | 'to' = 'bare';
  for (const [index, token] of tokens.entries()) {
    const side = place === 'bare' ? undefined : marked[place];
    if (isOf(token, { index, tokens, side, words })) continue;
    if (isForAmount(token, { index, tokens, style, words })) continue;
    const cut = withoutElision(token, words);
    const { word } = cut;
    // `d'épargne vers courant`: from savings.
    if (words.fromElided.test(token.word) && place === 'bare' && !marked.from) {
      place = 'from';
      marked.from = [cut];
    } else if (words.from.has(word) && !(marked.from && marked.from.length === 0)) {
      // A second FROM is `de la` or `du`, as in `de la part de`: not an order to us.
      if (marked.from) return { bare: [], from: [], to: [] };
      place = 'from';
      marked.from = [];
    } else if (words.to.has(word) && !(marked.to && marked.to.length === 0)) {
      if (marked.to) return { bare: [], from: [], to: [] };
      place = 'to';
      marked.to = [];
    } else if (!words.silent.has(word)) {
      if (place === 'bare') bare.push(cut);
      else (marked[place] ??= []).push(cut);
    }
  }
  return { bare, ...marked };
}

/** Drops words without meaning. */
export function withoutSilent(
  tokens: readonly Token[],
  { silent }: ArgumentLexicon,
): readonly Token[] {
  return tokens.filter(({ word }) => !silent.has(word));
}

/** Drops an elided article: `l'épargne`, `d'épargne`. */
export function withoutElision(token: Token, { elided }: ArgumentLexicon): Token {
  const word = token.word.replace(elided, '');
  return word === token.word || !/^\p{L}/u.test(word)
    ? token
    : { ...token, word, raw: token.raw.replace(elided, '') };
}

/** The first token of a side is its name, even if it is a digit. Figures after it are amounts. */
export function divide(
  tokens: readonly Token[],
  style: FigureStyle,
  { units }: ArgumentLexicon,
): { names: Token[]; figures: Figure[] } {
  const names: Token[] = [];
  const figures: Figure[] = [];
  for (const token of tokens) {
    if (isUnit(token.word, units)) continue;
    const figure = names.length > 0 ? readFigure(token.word, style) : undefined;
    if (figure) figures.push(figure);
    else names.push(token);
  }
  return { names, figures };
}

/** Only figures and units may come before FROM and TO. */
export function divideBare(
  tokens: readonly Token[],
  style: FigureStyle,
  { units }: ArgumentLexicon,
): Figure[] | undefined {
  const figures: Figure[] = [];
  for (const { word } of tokens) {
    if (isUnit(word, units)) continue;
    const figure = readFigure(word, style);
    if (!figure) return undefined;
    figures.push(figure);
  }
  // Two figures before TO: the second is a share.
  return figures.length > 1 ? undefined : figures;
}

/** Turns `out of`, which is FROM in two words, into one. */
function withPairs(
  tokens: readonly Token[],
  { fromPairs, fromWord }: ArgumentLexicon,
): readonly Token[] {
  const isPair = (one: Token | undefined, next: Token | undefined) =>
    one !== undefined && next !== undefined && fromPairs.has(`${one.word}-${next.word}`);
  return tokens.flatMap((token, index) => {
    if (isPair(tokens[index - 1], token)) return [];
    return [isPair(token, tokens[index + 1]) ? { ...token, word: fromWord, raw: fromWord } : token];
  });
}

interface At {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly words: ArgumentLexicon;
}

/** `from savings to checking for 50`, `de 7 vers 0 de 50`: a word before the amount at the end. */
function isForAmount(
  { word }: Token,
  { index, tokens, style, words }: At & { readonly style: FigureStyle },
): boolean {
  if (!words.forAmount.has(word)) return false;
  const before = tokens.slice(0, index);
  const isFirst = !before.some((one) => words.to.has(one.word));
  const [figure, unit, another] = tokens.slice(index + 1);
  if (isFirst || another || !figure || (unit && !isUnit(unit.word, words.units))) return false;
  return (
    readFigure(figure.word, style) !== undefined &&
    (unit !== undefined ||
      !/^\d$/.test(figure.word) ||
      before.some((one) => words.from.has(one.word)))
  );
}

/** `virement de 50 de 7 vers 0`, `a la cuenta de ahorros`: a `de` that means *of*, not *from*. */
function isOf(
  { word }: Token,
  { index, tokens, side, words }: At & { readonly side: readonly Token[] | undefined },
): boolean {
  if (!words.of.has(word)) return false;
  if (side) return side.length === 0;
  const next = tokens[index + 1]?.word ?? '';
  return (
    /^[$€£]?\d/.test(next) && tokens.slice(index + 2).some((later) => words.from.has(later.word))
  );
}
