import { isUnit, readFigure, type Figure, type FigureStyle } from './figures.ts';
import type { Token } from './normalize.ts';
import { fromWords, toWords } from './words.ts';

/** Words inside an order that say nothing. */
const silent: ReadonlySet<string> = new Set(
  `my the account acct please pls now of and share today over it an suffix sum amount total
  mon ma mes le la les compte svp s'il vous plait un une montant somme suffixe
  mi mis el los las cuenta una favor por monto suma cantidad sufijo`.split(/\s+/),
);

/** The words of an order by where they stand. */
export interface Parts {
  readonly bare: readonly Token[];
  readonly from?: readonly Token[];
  readonly to?: readonly Token[];
}

/** What follows FROM and TO, and what stands without either. */
export function split(typed: readonly Token[], style: FigureStyle): Parts {
  const tokens = withOutOf(typed);
  const bare: Token[] = [];
  const marked: { from?: Token[]; to?: Token[] } = {};
  let place: 'bare' | 'from' | 'to' = 'bare';
  for (const [index, token] of tokens.entries()) {
    if (isOf(token, index, tokens, place === 'bare' ? undefined : marked[place])) continue;
    if (isForAmount(token, index, tokens, style)) continue;
    const cut = withoutElision(token);
    const { word } = cut;
    // `d'épargne vers courant`: from savings.
    if (/^d'/i.test(token.word) && place === 'bare' && !marked.from) {
      place = 'from';
      marked.from = [cut];
    } else if (fromWords.has(word) && !(marked.from && marked.from.length === 0)) {
      // A second FROM is `de la`, `du`, as in `de la part de`: no order of ours.
      if (marked.from) return { bare: [], from: [], to: [] };
      place = 'from';
      marked.from = [];
    } else if (toWords.has(word) && !(marked.to && marked.to.length === 0)) {
      if (marked.to) return { bare: [], from: [], to: [] };
      place = 'to';
      marked.to = [];
    } else if (!silent.has(word)) {
      if (place === 'bare') bare.push(cut);
      else (marked[place] ??= []).push(cut);
    }
  }
  return { bare, ...marked };
}

/** The words that say something. */
export function withoutSilent(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ word }) => !silent.has(word));
}

/** `l'épargne`, `d'épargne`: l' and d' only lead on. */
export function withoutElision(token: Token): Token {
  const word = token.word.replace(/^[ld]'(?=\p{L})/u, '');
  return word === token.word ? token : { ...token, word, raw: token.raw.replace(/^[ld]'/i, '') };
}

/** The first token of a side is its name, also when it is a digit; figures after it are amounts. */
export function divide(
  tokens: readonly Token[],
  style: FigureStyle,
): { names: Token[]; figures: Figure[] } {
  const names: Token[] = [];
  const figures: Figure[] = [];
  for (const token of tokens) {
    if (isUnit(token.word)) continue;
    const figure = names.length > 0 ? readFigure(token.word, style) : undefined;
    if (figure) figures.push(figure);
    else names.push(token);
  }
  return { names, figures };
}

/** Only figures and units may stand before FROM and TO. */
export function divideBare(tokens: readonly Token[], style: FigureStyle): Figure[] | undefined {
  const figures: Figure[] = [];
  for (const { word } of tokens) {
    if (isUnit(word)) continue;
    const figure = readFigure(word, style);
    if (!figure) return undefined;
    figures.push(figure);
  }
  // Two figures before TO: the second is a share.
  return figures.length > 1 ? undefined : figures;
}

/** `out of` is FROM in two words. */
function withOutOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, index) => {
    if (token.word === 'of' && tokens[index - 1]?.word === 'out') return [];
    const isOut = token.word === 'out' && tokens[index + 1]?.word === 'of';
    return [isOut ? { ...token, word: 'from', raw: 'from' } : token];
  });
}

/** `from savings to checking for 50`, `de 7 vers 0 de 50`: what leads to the amount at the end. */
function isForAmount(
  { word }: Token,
  index: number,
  tokens: readonly Token[],
  style: FigureStyle,
): boolean {
  if (!/^(?:for|of|de|por|pour)$/.test(word)) return false;
  const isFirst = !tokens.slice(0, index).some((before) => toWords.has(before.word));
  const [figure, unit, another] = tokens.slice(index + 1);
  if (isFirst || another || !figure || (unit && !isUnit(unit.word))) return false;
  return (
    readFigure(figure.word, style) !== undefined &&
    (unit !== undefined || !/^\d$/.test(figure.word) || fromsBefore(tokens, index))
  );
}

function fromsBefore(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(0, index).some(({ word }) => fromWords.has(word));
}

/** `virement de 50 de 7 vers 0`, `a la cuenta de ahorros`: a `de` that means *of* and not *from*. */
function isOf(
  { word }: Token,
  index: number,
  tokens: readonly Token[],
  side: readonly Token[] | undefined,
): boolean {
  if (word !== 'de' && word !== 'del' && word !== 'du') return false;
  if (side) return side.length === 0;
  const next = tokens[index + 1]?.word ?? '';
  return (
    /^[$€£]?\d/.test(next) && tokens.slice(index + 2).some((later) => fromWords.has(later.word))
  );
}
