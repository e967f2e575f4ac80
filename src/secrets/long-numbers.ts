import { allMatches } from '../kernel/patterns/all-matches.ts';
import { hasDigitWords, noMoney, spelled } from './vocabulary.ts';

/**
 * Numbers without a name: cards, people's numbers, and numbers too long for an amount, a suffix or
 * a check.
 */
export interface LongNumber {
  readonly place: readonly [number, number];
  /** Whether its check digit proves a card, or its groups a person's number. */
  readonly isSure: boolean;
}

/** Nine digits or more, across the usual separators. */
const run = /(?<![\d.,]|[$€£]\s?)\d(?:[\s./\-_,]{0,3}\d){8,}(?!\d)/g;

/**
 * A card's groups across any marks or a word, even with letters that look like digits: `4539 *
 * 1488`, `4539 1488 and then O343 6467`.
 */
const apart =
  '(?:[^a-z0-9]{0,5}|[^a-z0-9]{0,3}(?:and|then|and then|y|y luego|et|puis|x)[^a-z0-9]{0,3})';
const quad = '(?=[oil]{0,3}\\d)[\\doil]{4}';
const grouped = new RegExp(
  `(?<![a-z0-9])(?:${quad}(?:${apart}${quad}){3}|3[47]\\d\\d${apart}\\d{6}${apart}\\d{5})(?!\\d)`,
  'g',
);

/** A social security or taxpayer number in groups. */
const social = /(?<![\d.,$€£/-])\d{3}[-. ]\d{2}[-. ]\d{4}(?!\d|[.,/-]\d)/g;

const date = /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})|(?:19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2})$/;

const money = /^\d{1,3}(?:[.,]\d{3})*[.,]\d{1,2}$|^\d+[.,]\d{1,2}$/;

export function longNumbersIn(lower: string): LongNumber[] {
  const worded = inWords(lower);
  return /\d/.test(lower) ? [...inFigures(lower), ...worded] : worded;
}

function inFigures(lower: string): LongNumber[] {
  const found: LongNumber[] = [];
  for (const { 0: text, index } of allMatches(lower, run)) {
    const card = cardIn(text);
    if (card) found.push({ place: [index + card[0], index + card[1]], isSure: true });
    for (const [start, end] of numbersIn(text))
      found.push({ place: [index + start, index + end], isSure: false });
  }
  for (const { 0: text, index } of allMatches(lower, grouped)) {
    const digits = text.replaceAll('o', '0').replaceAll(/[il]/g, '1').replaceAll(/\D/g, '');
    if (isCardNumber(digits)) found.push({ place: [index, index + text.length], isSure: true });
  }
  for (const { 0: text, index } of allMatches(lower, social))
    found.push({ place: [index, index + text.length], isSure: true });
  for (const { 0: text, index } of allMatches(lower, bare))
    found.push({ place: [index, index + text.length], isSure: false });
  return found;
}

function inWords(lower: string): LongNumber[] {
  if (!hasDigitWords(lower, spelledMin)) return [];
  return allMatches(lower, spelledOut).map(({ 0: text, index }) => ({
    place: [index, index + text.length],
    isSure: text.split(/[\s.,-]+/).length >= 13,
  }));
}

/** Fewer words are an amount. */
const spelledMin = 9;
const spelledOut = spelled(spelledMin);

/** Digits in one piece. Amounts of up to eight digits stay in texts about money. */
const bare = new RegExp(
  [
    // Only six to eight digits: a one-time password.
    '(?<=^\\W*)\\d{6,8}(?=\\W*$)',
    // Amounts don't start with a zero.
    '(?<![\\d.,$€£])0\\d{5,}(?!\\d|[.,]\\d{1,2}(?!\\d))',
    `(?<![\\d.,]|[$€£]\\s?)(?<!(?:trans|transfer|transfert|transferir|transfiere|move|send|pay|vire|virer|virement|envoie|envoyer|mover|mueve|enviar|envia|pagar|took|take|charge of|debit de|cargo de|deposit of|withdrew)\\s(?:de |of )?)(?!(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))\\d{7,8}(?!\\d)${noMoney}`,
    // Long even for an amount.
    '\\d{9,}(?![.,]\\d{1,2}(?!\\d))',
    '\\d{10,}',
  ].join('|'),
  'g',
);

/**
 * Finds a card number within a run: consecutive pieces of 13 to 19 digits with a valid check digit.
 */
function cardIn(text: string): readonly [number, number] | undefined {
  const pieces = piecesOf(text, /\d+/g);
  for (let first = 0; first < pieces.length; first += 1) {
    let digits = '';
    for (let last = first; last < pieces.length && digits.length < 19; last += 1) {
      digits += pieces[last]?.text ?? '';
      if (isCardNumber(digits)) return [pieces[first]?.start ?? 0, pieces[last]?.end ?? 0];
    }
  }
  return undefined;
}

/** Checks the card networks' check digit (Luhn, ISO/IEC 7812-1). */
function isCardNumber(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits) || /^(\d)\1*$/.test(digits) || isCounted(digits))
    return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Whether four-digit numbers are a list: each slightly above the previous one, like check numbers,
 * or all round, like amounts.
 */
function isCounted(digits: string): boolean {
  const groups = digits.length % 4 === 0 ? (digits.match(/\d{4}/g) ?? []) : [];
  return groups.length > 0 && isList(groups);
}

function isList(pieces: readonly string[]): boolean {
  return isRising(pieces) || pieces.every((piece) => /^[1-9]\d*00$/.test(piece));
}

function isRising(pieces: readonly string[]): boolean {
  return pieces.slice(1).every((piece, index) => {
    const step = Number(piece) - Number(pieces[index]);
    return step > 0 && step <= 20;
  });
}

/** Finds numbers within a run, except amounts with suffixes or dates beside them. */
function numbersIn(text: string): (readonly [number, number])[] {
  const found: [number, number][] = [];
  let open: { start: number; end: number; pieces: string[] } | undefined;
  const close = () => {
    const digits = open?.pieces.join('').length ?? 0;
    const isCount = open !== undefined && open.pieces.length > 1 && isList(open.pieces);
    if (open && !isCount && digits >= 9 && digits / open.pieces.length >= 3)
      found.push([open.start, open.end]);
    open = undefined;
  };
  for (const group of piecesOf(text, /[^\s,]+/g)) {
    const pieces = group.text.match(/\d+/g) ?? [];
    const isApart = pieces.join('').length <= 2 || date.test(group.text) || money.test(group.text);
    if (isApart) close();
    else if (open)
      open = { start: open.start, end: group.end, pieces: [...open.pieces, ...pieces] };
    else open = { start: group.start, end: group.end, pieces };
  }
  close();
  return found;
}

function piecesOf(text: string, pattern: RegExp) {
  return allMatches(text, pattern).map(({ 0: piece, index }) => ({
    text: piece,
    start: index,
    end: index + piece.length,
  }));
}
