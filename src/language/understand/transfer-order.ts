import type { Language } from '../language.ts';
import type { Reading, TransferReading } from '../reading.ts';
import { isUnit, readFigure, type Figure } from './figures.ts';
import { plain, type Token } from './normalize.ts';
import type { ShareReader } from './share-words.ts';
import { betweenWords, fromWords, toWords } from './words.ts';

/** What the words after a transfer word can be read as. `undefined`: not an order at all. */
export type OrderReading = Extract<Reading, { intent: 'transfer' | 'refused' | 'ambiguous' }>;

export interface OrderOptions {
  readonly shares: ShareReader;
  readonly languages: readonly Language[];
  /** Names must be kinds, suffixes or known shares: for words that everyday talk uses too. */
  readonly sureNamesOnly: boolean;
}

/** Words inside an order that say nothing. */
const silent = new Set([
  'my',
  'the',
  'account',
  'acct',
  'please',
  'pls',
  'now',
  'of',
  'and',
  'share',
  'mon',
  'ma',
  'mes',
  'le',
  'la',
  'les',
  'compte',
  'mi',
  'mis',
  'el',
  'los',
  'las',
  'cuenta',
  'svp',
  'un',
  'una',
  'une',
  'favor',
  'por',
  'today',
  'over',
  'it',
  "s'il",
  'vous',
  'plait',
  'an',
  'suffix',
  'sum',
  'amount',
  'total',
  'montant',
  'somme',
  'suffixe',
  'monto',
  'suma',
  'cantidad',
  'sufijo',
]);

/**
 * Reads the arguments of a transfer. Every order of amount and shares is tried; one is taken only if exactly one fits. Two
 * that fit are `ambiguous`; a figure that can't be an amount is refused with its reason.
 */
export function readOrder(
  tokens: readonly Token[],
  options: OrderOptions,
): OrderReading | undefined {
  const between = readBetween(tokens, options);
  if (between) return between;
  const parts = split(tokens, options.languages);
  const reading = readParts(parts, {
    ...options,
    sureNamesOnly: options.sureNamesOnly || options.shares.isKnown,
  });
  if (reading || options.sureNamesOnly || !options.shares.isKnown) return reading;
  // None of the member's shares fits: an order that names another is told so.
  const meant = readParts(parts, options);
  return meant?.intent === 'ambiguous' ? { intent: 'refused', reason: 'share_not_found' } : meant;
}

/** `100 between checking and savings`: from which to which is asked, never guessed. */
function readBetween(
  tokens: readonly Token[],
  { shares, languages }: OrderOptions,
): OrderReading | undefined {
  const at = tokens.findIndex(({ word }) => betweenWords.has(word));
  const join = tokens.findIndex(({ word }, index) => index > at && /^(?:and|et|y|e)$/.test(word));
  if (at < 0 || join < 0) return undefined;
  const [amount, another] = divideBare(withoutSilent(tokens.slice(0, at)), languages) ?? [];
  const account = (side: readonly Token[]) => {
    const named = shares.name(withoutSilent(side).map(withoutElision));
    return named?.isSure && named.account !== 'all' ? named.account : undefined;
  };
  const one = account(tokens.slice(at + 1, join));
  const other = account(tokens.slice(join + 1));
  if (!amount || another || one === undefined || other === undefined) return undefined;
  const there = finish(amount, { from: one, to: other });
  const back = finish(amount, { from: other, to: one });
  if (there.intent !== 'transfer' || back.intent !== 'transfer') return there;
  return { intent: 'ambiguous', readings: [there, back] };
}

function withoutSilent(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ word }) => !silent.has(word));
}

/** `l'épargne`, `d'épargne`: l' and d' only lead on. */
function withoutElision(token: Token): Token {
  const word = token.word.replace(/^[ld]'(?=\p{L})/u, '');
  return word === token.word ? token : { ...token, word, raw: token.raw.replace(/^[ld]'/i, '') };
}

function readParts(parts: Parts, options: OrderOptions): OrderReading | undefined {
  return parts.from || parts.to ? readMarked(parts, options) : readPlaced(parts.bare, options);
}

interface Parts {
  readonly bare: readonly Token[];
  readonly from?: readonly Token[];
  readonly to?: readonly Token[];
}

/** What follows FROM and TO, and what stands without either. */
function split(typed: readonly Token[], languages: readonly Language[]): Parts {
  const tokens = withOutOf(typed);
  const bare: Token[] = [];
  const marked: { from?: Token[]; to?: Token[] } = {};
  let place: 'bare' | 'from' | 'to' = 'bare';
  for (const [index, token] of tokens.entries()) {
    if (isOf(token, index, tokens, place === 'bare' ? undefined : marked[place])) continue;
    if (isForAmount(token, index, tokens, languages)) continue;
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

function readMarked(parts: Parts, options: OrderOptions): OrderReading | undefined {
  const { languages } = options;
  const amounts: Figure[] = [];
  const sides: { from?: string; to?: string } = {};
  for (const side of ['from', 'to'] as const) {
    const tokens = parts[side];
    if (!tokens) continue;
    // The amount may follow a name: `from 7 to 0 50`.
    const { names, figures } = divide(tokens, languages);
    const named = options.shares.name(names);
    if (!named || named.account === 'all' || (options.sureNamesOnly && !named.isSure))
      return undefined;
    sides[side] = named.account;
    amounts.push(...figures);
  }
  const bare = divideBare(parts.bare, languages);
  const [amount, another] = [...amounts, ...(bare ?? [])];
  if (bare && amount && !another) return finish(amount, sides);
  // The share before TO is where it comes from: `50 7 to 0`, `7 to 0 50`.
  if (amounts.length > 1 || sides.from !== undefined || sides.to === undefined) return undefined;
  return leading(parts.bare, { to: sides.to, amount: amounts[0] }, options);
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
  languages: readonly Language[],
): boolean {
  if (!/^(?:for|of|de|por|pour)$/.test(word)) return false;
  const isFirst = !tokens.slice(0, index).some((before) => toWords.has(before.word));
  const [figure, unit, another] = tokens.slice(index + 1);
  if (isFirst || another || !figure || (unit && !isUnit(unit.word))) return false;
  return (
    readFigure(figure.word, languages) !== undefined &&
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

/** The first token of a side is its name, also when it is a digit; figures after it are amounts. */
function divide(
  tokens: readonly Token[],
  languages: readonly Language[],
): { names: Token[]; figures: Figure[] } {
  const names: Token[] = [];
  const figures: Figure[] = [];
  for (const token of tokens) {
    if (isUnit(token.word)) continue;
    const figure = names.length > 0 ? readFigure(token.word, languages) : undefined;
    if (figure) figures.push(figure);
    else names.push(token);
  }
  return { names, figures };
}

/** Only figures and units may stand before FROM and TO. */
function divideBare(
  tokens: readonly Token[],
  languages: readonly Language[],
): Figure[] | undefined {
  const figures: Figure[] = [];
  for (const { word } of tokens) {
    if (isUnit(word)) continue;
    const figure = readFigure(word, languages);
    if (!figure) return undefined;
    figures.push(figure);
  }
  // Two figures before TO: the second is a share.
  return figures.length > 1 ? undefined : figures;
}

/** `50 7 to 0` and `7 50 to 0`; with the amount at the end, `7 to 0 50`. */
function leading(
  before: readonly Token[],
  { to, amount }: { readonly to: string; readonly amount: Figure | undefined },
  options: OrderOptions,
): OrderReading | undefined {
  const [first, second, third] = before.filter(({ word }) => !isUnit(word));
  const share = (token: Token | undefined) => {
    const named = token && options.shares.name([token]);
    const isGood = named && named.account !== 'all' && (named.isSure || !options.sureNamesOnly);
    return isGood ? named.account : undefined;
  };
  if (amount) {
    const from = second ? undefined : share(first);
    return from === undefined ? undefined : finish(amount, { from, to });
  }
  if (!first || !second || third) return undefined;
  const readings = [
    { figure: first, name: second },
    { figure: second, name: first },
  ].flatMap(({ figure, name }) => {
    const amount = readFigure(figure.word, options.languages);
    const from = share(name);
    return amount && from !== undefined ? [{ amount, from, to }] : [];
  });
  return oneOf(readings);
}

type Placed = { readonly amount: Figure; readonly from?: string; readonly to?: string };

/** Without FROM and TO the order of the words decides. */
function readPlaced(tokens: readonly Token[], options: OrderOptions): OrderReading | undefined {
  const { shares, languages } = options;
  const marked = tokens.flatMap((token, index) =>
    isUnit(token.word) ? [] : [{ token, isAmountFor: isUnit(tokens[index + 1]?.word ?? '') }],
  );
  const figure = (at: number) => {
    const one = marked[at];
    return one && readFigure(one.token.word, languages);
  };
  const share = (at: number) => {
    const one = marked[at];
    if (!one || one.isAmountFor || isMarkedFigure(one.token.word, languages)) return undefined;
    const named = shares.name([one.token]);
    if (!named || named.account === 'all' || (options.sureNamesOnly && !named.isSure))
      return undefined;
    return named.account;
  };
  if (marked.length === 1) {
    const amount = figure(0);
    // A bare digit may be a share as well as an amount, and nothing else tells.
    if (!amount || options.sureNamesOnly) return undefined;
    if (!marked[0]?.isAmountFor && isDigit(marked[0]?.token.word)) return undefined;
    return finish(amount, {});
  }
  const readings: Placed[] = [];
  const add = (amount: Figure | undefined, from: string | undefined, to: string | undefined) => {
    if (amount && from !== undefined && to !== undefined) readings.push({ amount, from, to });
  };
  if (marked.length === 3) {
    add(figure(0), share(1), share(2));
    add(figure(2), share(0), share(1));
  }
  if (marked.length === 2) {
    for (const [from, to] of gluedPairs(marked[1]?.token.word ?? '', shares))
      add(figure(0), from, to);
    for (const [from, to] of gluedPairs(marked[0]?.token.word ?? '', shares))
      add(figure(1), from, to);
    // One share and no preposition: into it, or out of it? Asked, never guessed.
    if (readings.length === 0) {
      const sure = (at: number) => {
        const one = marked[at];
        return one && shares.name([one.token])?.isSure ? share(at) : undefined;
      };
      return oneSided(figure(0), sure(1)) ?? oneSided(figure(1), sure(0));
    }
  }
  return oneOf(readings);
}

function oneSided(
  amount: Figure | undefined,
  account: string | undefined,
): OrderReading | undefined {
  if (!amount || account === undefined) return undefined;
  if ('refused' in amount) return { intent: 'refused', reason: amount.refused };
  const { amount: figure } = amount;
  return {
    intent: 'ambiguous',
    readings: [
      { intent: 'transfer', amount: figure, to: account },
      { intent: 'transfer', amount: figure, from: account },
    ],
  };
}

/** `70` as 7 and 0, where both are shares of the member's. */
function gluedPairs(word: string, shares: ShareReader): [string, string][] {
  if (!shares.isKnown) return [];
  return shares.suffixes.flatMap((from) =>
    shares.suffixes.flatMap((to): [string, string][] =>
      from !== to && plain(`${from}${to}`) === word ? [[from, to]] : [],
    ),
  );
}

function isMarkedFigure(word: string, languages: readonly Language[]): boolean {
  const figure = readFigure(word, languages);
  return figure !== undefined && 'amount' in figure && figure.isMarked;
}

function isDigit(word: string | undefined): boolean {
  return word !== undefined && /^\d$/.test(word);
}

function oneOf(readings: readonly Placed[]): OrderReading | undefined {
  const good = readings.filter(({ amount }) => !('refused' in amount));
  const [only, another] = good;
  if (only && !another) return finish(only.amount, only);
  if (good.length > 1) {
    const transfers = good.flatMap(({ amount, from, to }) => {
      const finished = finish(amount, {
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
      return finished.intent === 'transfer' ? [finished] : [];
    });
    const [single, ...others] = transfers;
    // `70 70` is 70 from 7 to 0 whichever way it is looked at.
    const isSame = others.every(
      ({ from, to, amount }) =>
        amount === single?.amount && from === single.from && to === single.to,
    );
    if (single && isSame) return single;
    return transfers.length > 1
      ? { intent: 'ambiguous', readings: transfers }
      : { intent: 'refused', reason: 'same_account' };
  }
  const refused = readings.find(({ amount }) => 'refused' in amount);
  return refused && finish(refused.amount, {});
}

function finish(
  amount: Figure,
  { from, to }: { from?: string; to?: string },
): TransferReading | Extract<Reading, { intent: 'refused' }> {
  if ('refused' in amount) return { intent: 'refused', reason: amount.refused };
  if (from !== undefined && to !== undefined && from.toLowerCase() === to.toLowerCase()) {
    return { intent: 'refused', reason: 'same_account' };
  }
  return {
    intent: 'transfer',
    amount: amount.amount,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
