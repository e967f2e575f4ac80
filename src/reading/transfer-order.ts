import type { Reading, TransferReading } from './reading.ts';
import { isUnit, readFigure, type Figure, type FigureStyle } from './figures.ts';
import { plain, type Token } from './normalize.ts';
import {
  divide,
  divideBare,
  split,
  withoutElision,
  withoutSilent,
  type Parts,
} from './order-parts.ts';
import type { ShareReader } from './share-words.ts';
import type { ArgumentLexicon } from './lexicon/argument-words.ts';

/** How the words after a transfer word can be read. `undefined`: not an order at all. */
export type OrderReading = Extract<Reading, { intent: 'transfer' | 'refused' | 'ambiguous' }>;

export interface OrderOptions {
  readonly shares: ShareReader;
  readonly style: FigureStyle;
  readonly words: ArgumentLexicon;
  /** Names must be kinds, suffixes or known shares, for words that everyday talk also uses. */
  readonly sureNamesOnly: boolean;
}

/**
 * Reads the arguments of a transfer. Tries every order of amount and shares, and takes a reading only if exactly one fits. Two that
 * fit are `ambiguous`. A figure that can't be an amount is refused with its reason.
 */
export function readOrder(
  tokens: readonly Token[],
  options: OrderOptions,
): OrderReading | undefined {
  const between = readBetween(tokens, options);
  if (between) return between;
  const parts = split(tokens, options.style, options.words);
  const reading = readParts(parts, {
    ...options,
    sureNamesOnly: options.sureNamesOnly || options.shares.isKnown,
  });
  if (reading || options.sureNamesOnly || !options.shares.isKnown) return reading;
  // None of the member's shares fits: if the order names another, the answer says so.
  const meant = readParts(parts, options);
  return meant?.intent === 'ambiguous' ? { intent: 'refused', reason: 'share_not_found' } : meant;
}

/** `100 between checking and savings`: ask for the direction, never guess it. */
function readBetween(
  tokens: readonly Token[],
  { shares, style, words }: OrderOptions,
): OrderReading | undefined {
  const at = tokens.findIndex(({ word }) => words.between.has(word));
  const join = tokens.findIndex(({ word }, index) => index > at && words.and.has(word));
  if (at < 0 || join < 0) return undefined;
  const [amount, another] =
    divideBare(withoutSilent(tokens.slice(0, at), words), style, words) ?? [];
  const account = (side: readonly Token[]) =>
    accountOf(
      withoutSilent(side, words).map((token) => withoutElision(token, words)),
      { shares, sureNamesOnly: true },
    );
  const one = account(tokens.slice(at + 1, join));
  const other = account(tokens.slice(join + 1));
  if (!amount || another || one === undefined || other === undefined) return undefined;
  const there = finish(amount, { from: one, to: other });
  const back = finish(amount, { from: other, to: one });
  if (there.intent !== 'transfer' || back.intent !== 'transfer') return there;
  return { intent: 'ambiguous', readings: [there, back] };
}

/** The one account that these words name. An uncertain name counts only if any name does. */
function accountOf(
  names: readonly Token[],
  { shares, sureNamesOnly }: Pick<OrderOptions, 'shares' | 'sureNamesOnly'>,
): string | undefined {
  const named = shares.name(names);
  const isGood = named && named.account !== 'all' && (named.isSure || !sureNamesOnly);
  return isGood ? named.account : undefined;
}

function readParts(parts: Parts, options: OrderOptions): OrderReading | undefined {
  return parts.from || parts.to ? readMarked(parts, options) : readPlaced(parts.bare, options);
}

function readMarked(parts: Parts, options: OrderOptions): OrderReading | undefined {
  const { style, words } = options;
  const amounts: Figure[] = [];
  const sides: { from?: string; to?: string } = {};
  for (const side of ['from', 'to'] as const) {
    const tokens = parts[side];
    if (!tokens) continue;
    // The amount may follow a name: `from 7 to 0 50`.
    const { names, figures } = divide(tokens, style, words);
    const account = accountOf(names, options);
    if (account === undefined) return undefined;
    sides[side] = account;
    amounts.push(...figures);
  }
  const bare = divideBare(parts.bare, style, words);
  const [amount, another] = [...amounts, ...(bare ?? [])];
  if (bare && amount && !another) return finish(amount, sides);
  // The share before TO is the source: `50 7 to 0`, `7 to 0 50`.
  if (amounts.length > 1 || sides.from !== undefined || sides.to === undefined) return undefined;
  return leading(parts.bare, { to: sides.to, amount: amounts[0] }, options);
}

/** `50 7 to 0` and `7 50 to 0`; with the amount at the end, `7 to 0 50`. */
function leading(
  before: readonly Token[],
  { to, amount }: { readonly to: string; readonly amount: Figure | undefined },
  options: OrderOptions,
): OrderReading | undefined {
  const [first, second, third] = before.filter(({ word }) => !isUnit(word, options.words.units));
  const share = (token: Token | undefined) => token && accountOf([token], options);
  if (amount) {
    const from = second ? undefined : share(first);
    return from === undefined ? undefined : finish(amount, { from, to });
  }
  if (!first || !second || third) return undefined;
  const readings = [
    { figure: first, name: second },
    { figure: second, name: first },
  ].flatMap(({ figure, name }) => {
    const amount = readFigure(figure.word, options.style);
    const from = share(name);
    return amount && from !== undefined ? [{ amount, from, to }] : [];
  });
  return oneOf(readings);
}

type Placed = { readonly amount: Figure; readonly from?: string; readonly to?: string };

/** Without FROM and TO, the order of the words decides. */
function readPlaced(tokens: readonly Token[], options: OrderOptions): OrderReading | undefined {
  const { shares, style, words } = options;
  const isUnitAt = (at: number) => isUnit(tokens[at]?.word ?? '', words.units);
  const marked = tokens.flatMap((token, index) =>
    isUnitAt(index) ? [] : [{ token, isAmountFor: isUnitAt(index + 1) }],
  );
  const figure = (at: number) => {
    const one = marked[at];
    return one && readFigure(one.token.word, style);
  };
  const share = (at: number) => {
    const one = marked[at];
    if (!one || one.isAmountFor || isMarkedFigure(one.token.word, style)) return undefined;
    return accountOf([one.token], options);
  };
  if (marked.length === 1) {
    const amount = figure(0);
    // A bare digit may be a share or an amount, and nothing else shows which.
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
    // One share and no preposition: into it, or out of it? Ask, never guess.
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

/** `70` as 7 and 0, if both are the member's shares. */
function gluedPairs(word: string, shares: ShareReader): [string, string][] {
  if (!shares.isKnown) return [];
  return shares.suffixes.flatMap((from) =>
    shares.suffixes.flatMap((to): [string, string][] =>
      from !== to && plain(`${from}${to}`) === word ? [[from, to]] : [],
    ),
  );
}

function isMarkedFigure(word: string, style: FigureStyle): boolean {
  const figure = readFigure(word, style);
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
    // `70 70` is 70 from 7 to 0 in either reading.
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
