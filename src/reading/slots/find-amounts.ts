import { isUnit, readFigure, type FigureStyle } from '../figures.ts';
import type { ArgumentLexicon } from '../lexicon/argument-words.ts';
import type { AmountKind, SlotClass } from '../lexicon/slot-names.ts';
import type { SlotLexicon, SlotSign } from '../lexicon/slot-words.ts';
import { withFigures } from '../number-words.ts';
import { begins, classesIn, mayBeAmount } from './classes.ts';
import { phraseAt, type PhraseFound } from '../lexicon/phrase-tree.ts';
import { isFree, take, typedOf, type SlotText } from './slot-text.ts';

/** What a text wants of entries besides their day and merchant. */
export interface Signs {
  /** Decimals, such as `500.00`. */
  readonly bounds: Partial<Record<AmountKind, string>>;
  /** The words of the bounds, as typed. */
  readonly boundsTyped: string[];
  most?: true;
  least?: true;
  /** It is about a sum: `did i spend more than 400`. */
  sum?: true;
  count?: number;
  /** Heard, but no answer can apply it; as typed. */
  readonly unapplied: string[];
}

/** What reading amounts needs. */
export interface AmountReader {
  readonly slots: SlotLexicon;
  readonly words: ArgumentLexicon;
  readonly style: FigureStyle;
}

/** Finds bounds of amounts, the greatest entries, the newest few, and wishes that no answer can apply. Takes their words. */
export function findSigns(text: SlotText, reader: AmountReader): Signs {
  const { slots } = reader;
  const { words } = text;
  const classesOf = classesIn(slots);
  const wordAt = (index: number) => (text.taken[index] === 1 ? undefined : words[index]?.word);
  const numberAt = (index: number) =>
    classesOf(wordAt(index) ?? '').find(([name]) => name === 'n')?.[1];
  const signs: Signs = { bounds: {}, boundsTyped: [], unapplied: [] };
  const counted = (from: number, to: number) => {
    const before = numberAt(from - 1);
    const after = before === undefined ? numberAt(to) : undefined;
    const count = before ?? after;
    if (count !== undefined) signs.count = count;
    return [before === undefined ? from : from - 1, after === undefined ? to : to + 1] as const;
  };
  for (let at = 0; at < words.length; at += 1) {
    if (text.taken[at] === 1) continue;
    // Most words begin nothing.
    if (((words[at]?.facts.begins ?? 0) & ~begins.period) === 0) continue;
    const phrase = phraseAt(slots.signs, wordAt, at, classesOf);
    const end = boundAt(text, at, { phrase, wordAt, signs, reader });
    if (end !== undefined) {
      signs.boundsTyped.push(typedOf(text, at, end));
      at = end - 1;
      continue;
    }
    if (phrase?.kind.sign === 'most' || phrase?.kind.sign === 'least') {
      // Of `the most` and `the smallest` in one text, the last one counts.
      delete signs.most;
      delete signs.least;
      signs[phrase.kind.sign] = true;
      const inside = phrase.values.find(([name]) => name === 'n')?.[1];
      if (inside !== undefined) signs.count = inside;
      const [from, to] = inside === undefined ? counted(at, phrase.end) : [at, phrase.end];
      if (signs.count === undefined && isSingular(text, from, to, slots)) signs.count = 1;
      take(text, from, to);
    } else if (phrase?.kind.sign === 'unapplied') {
      signs.unapplied.push(typedOf(text, at, phrase.end));
      take(text, at, phrase.end);
    } else if (slots.latest.has(words[at]?.word ?? '')) {
      const [from, to] = counted(at, at + 1);
      if (to - from > 1) take(text, from, to);
    }
  }
  return signs;
}

/** Whether the noun beside `biggest` is one: `my biggest purchase`, `la compra mas grande`. */
function isSingular({ words }: SlotText, from: number, to: number, slots: SlotLexicon): boolean {
  const noun = [words[to], words[to + 1], words[from - 1], words[from - 2]].find(
    (word) => word !== undefined && slots.names.some(({ entryNouns }) => entryNouns.has(word.word)),
  );
  return noun !== undefined && !/[sx]$/.test(noun.word);
}

interface Bounding {
  /** The phrase that begins here. */
  readonly phrase: PhraseFound<SlotSign, SlotClass> | undefined;
  readonly wordAt: (index: number) => string | undefined;
  readonly signs: Signs;
  readonly reader: AmountReader;
}

/** Reads a bound of amounts here. Returns where it ends. */
function boundAt(
  text: SlotText,
  at: number,
  { phrase, wordAt, signs, reader }: Bounding,
): number | undefined {
  const { slots } = reader;
  if (phrase?.kind.sign === 'bound') {
    const figure = amountAt(text, phrase.end, reader);
    if (!figure) return undefined;
    if (slots.spending.has(wordAt(at - 1) ?? '')) signs.sum = true;
    else signs.bounds[phrase.kind.kind] = figure.amount;
    return taken(text, at, figure.end);
  }
  if (phrase?.kind.sign === 'between') {
    const low = amountAt(text, phrase.end, reader);
    const high =
      low && slots.boundJoins.has(wordAt(low.end) ?? '') && amountAt(text, low.end + 1, reader);
    if (!low || !high) return undefined;
    signs.bounds.min = low.amount;
    signs.bounds.max = high.amount;
    return taken(text, at, high.end);
  }
  const figure = amountAt(text, at, reader);
  if (!figure) return undefined;
  const after = phraseAt(slots.signs, wordAt, figure.end, classesIn(slots));
  if (after?.kind.sign === 'after') {
    signs.bounds[after.kind.kind] = figure.amount;
    return taken(text, at, after.end);
  }
  // `the $42.10 charge`: exactly this amount.
  if (!figure.isMarked) return undefined;
  signs.bounds.min = figure.amount;
  signs.bounds.max = figure.amount;
  return taken(text, at, figure.end);
}

function taken(text: SlotText, from: number, to: number): number {
  take(text, from, to);
  return to;
}

interface AmountFound {
  readonly amount: string;
  /** With a sign or word of money, or decimals. */
  readonly isMarked: boolean;
  readonly end: number;
}

/** An amount in figures or words that begins here, with its unit. */
function amountAt(
  text: SlotText,
  at: number,
  { words: { units }, style, slots }: AmountReader,
): AmountFound | undefined {
  const { words } = text;
  const first = words[at];
  if (!first || text.taken[at] === 1) return undefined;
  if (!mayBeAmount(first.word, style)) return undefined;
  const inWords = wordsEnd(text, at, style);
  const written = inWords > at ? wordedFigure(text, at, inWords, style) : first.word;
  if (!/\d/.test(written)) return undefined;
  const thousands = /^(\D?\d{1,4}(?:\.\d)?)k$/.exec(written)?.[1];
  const figure = readFigure(thousands ?? written, style);
  if (!figure || !('amount' in figure)) return undefined;
  let end = Math.max(inWords, at + 1);
  const hasUnit = isUnit(words[end]?.word ?? '', units) && isFree(text, end, end + 1);
  if (hasUnit) end += 1;
  // `over 3 days` bounds no amount.
  const next = slots.classes.get(words[end]?.word ?? '');
  if (next?.some(([name]) => name === 'unit') === true) return undefined;
  const amount = thousands === undefined ? figure.amount : thousandfold(figure.amount);
  return { amount, isMarked: figure.isMarked || hasUnit || thousands !== undefined, end };
}

/** Moves the point: `2.50` is `2500.00`. */
export function thousandfold(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const digits = `${whole}${fraction}000`;
  const point = digits.length - fraction.length;
  return fraction === '' ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Where a number in words ends. */
function wordsEnd({ words, taken: used }: SlotText, at: number, { forms }: FigureStyle): number {
  let end = at;
  const isNumber = (part: string) => forms.some(({ numbers }) => numbers.has(part));
  while (used[end] !== 1) {
    const word = words[end]?.word ?? '';
    if (!(word.includes('-') ? word.split('-').every(isNumber) : isNumber(word))) break;
    end += 1;
  }
  return end;
}

function wordedFigure(
  { words }: SlotText,
  from: number,
  to: number,
  { forms }: FigureStyle,
): string {
  const run = words.slice(from, to).map(({ word }) => ({ raw: word, word, isHash: false }));
  for (const form of forms) {
    const [figure, another] = withFigures(run, form);
    if (figure && !another && /^\d+$/.test(figure.word)) return figure.word;
  }
  return '';
}
