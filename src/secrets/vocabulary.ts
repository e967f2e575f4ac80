import { numberWords } from '../kernel/number-words.ts';
import { textScanner } from '../kernel/patterns/scanner.ts';

/**
 * Names of secrets and the text between a name and its value, as parts of regular expressions for
 * plain text.
 */

const digitWords = [
  ...Object.values(numberWords).flatMap((words) =>
    [...words].flatMap(([word, value]) => (value < 100 ? [word] : [])),
  ),
  ...'zero oh o nought one un une uno una cero double triple doble'.split(' '),
];

const digitWord = `(?<![a-z])(?:${digitWords.join('|')})(?![a-z])`;

/** One digit, or a word for a number below a hundred. */
const spokenDigit = `(?:\\d|${digitWord})`;

/** Matches so many digits, or words for them, across spaces, dots and dashes. */
export function digits(least: number, most: number): string {
  return `${spokenDigit}(?:[\\s._-]{0,3}${spokenDigit}){${least - 1},${most - 1}}(?![\\da-z])`;
}

const joined = '(?:and|then|y|luego|et|puis|e)';

/**
 * The same digit by digit, also across commas, slashes and words: `4/4/1/7`, `4 then 4 then 1 then
 * 7`.
 */
export function digitByDigit(least: number, most: number): string {
  const single = `(?:(?<!\\d)\\d(?!\\d)|${digitWord})`;
  return `${single}(?:(?:[\\s,./&+_-]{1,3}|[\\s,]{1,2}${joined}[\\s,]{1,2})${single}){${least - 1},${most - 1}}(?![\\da-z])`;
}

const numeral =
  "(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![a-z'])";

/** A Roman numeral of four letters or more, or several: `mcmlxxxiv`, `iv iii ii i`. */
export const roman = `(?=(?:[mdclxvi][\\s.,-]{0,3}){4})(?:${numeral}(?:[\\s.,-]{1,3}${numeral}){1,7}|(?=[mdclxvi]{4})${numeral})`;

const digitParts: ReadonlySet<string> = new Set(
  digitWords.flatMap((word) => word.split(/[^a-z]+/)),
);

/** The pieces of texts, parted at spaces, that have a digit word. */
const ofDigitWords = textScanner.addTest((piece) =>
  piece.split(/[^a-z]+/).some((word) => digitParts.has(word)),
);

/** Whether a text has so many digit words, in a run or apart: a quick check. */
export function hasDigitWords(lower: string, least: number): boolean {
  // A digit word is at least one letter, with something before the next.
  if (lower.length < 2 * least - 1) return false;
  let apart = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code < 97 || code > 122) apart += 1;
  }
  if (apart < least - 1) return false;
  textScanner.scan(lower);
  if (!textScanner.has(ofDigitWords)) return false;
  let count = 0;
  for (const word of lower.split(/[^a-z]+/)) if (digitParts.has(word)) count += 1;
  return count >= least;
}

/** Matches a run of digit words. */
export function spelled(least: number): RegExp {
  return new RegExp(`${digitWord}(?:[\\s.,-]{1,3}${digitWord}){${least - 1},}`, 'g');
}

/** Excludes amounts of money: with decimals, or a word or sign for money after it. */
export const noMoney =
  '(?![.,]\\d|\\s?(?:[$€£%]|dollars?|bucks|usd|cad|mxn|eur(?:os?)?|pesos?|dolares|piastres|cents?\\b|grand\\b|k\\b))';

/** Marks between a name and its value. */
const marks = '[^a-z0-9?$€£%]';

const links =
  "is it's its it are was were be been es era son est c'est etait sont this number nbr num numero no nr n nu digits code codigo secret secrete secreta secreto to a le la el now ahora maintenant says say shows reads dice muestra dit affiche indique";

const fillers =
  'for of on my the our your his her new old current debit credit atm bank banking online mobile app web site website portal login account card visa mastercard checking savings and has changed change set reset de del du des d l les los las mi tu su mon ma mes ton ta votre notre nuestra tarjeta carte cuenta compte debito credito banco banque bancaire bancaria caja linea ligne nuevo nueva nouveau nouvelle cambio cambie personal personnel phone tv mother birthday birthdate birth year anniversary cumpleanos nacimiento ano fecha anniversaire naissance annee date actual actuel actuelle temporal temporary temporaire still actually currently backwards reversed todavia sigue toujours encore cajero guichet distributeur';

/**
 * `the PIN i use is`, `my PIN used to be`. In another order such words tell an amount: `my PIN was
 * used for 4000`.
 */
const phrases =
  "i use|i used|i chose|i picked|i set|i made|i have|that|used to be|(?:should|would|will|must|could) be|has been|que uso|que tengo|que puse|que j'utilise|que j'ai|c est|cest|sera|seria|serait|sea|soit|debe ser|in roman numerals?|en numeros romanos|en chiffres romains|from (?:the |my )?(?:text|sms|email|phone)|(?:by|via) (?:text|sms|email)|sent to me|(?:i|you) (?:got|sent)|que me (?:llego|enviaron|mandaron)|que j'ai recu";

const wordsBetween = `(?<![a-z])(?:${[...links.split(' '), ...fillers.split(' '), phrases].join('|')})(?![a-z'])`;

/** The text between a name and its value: marks and filler words. */
export const between = `(?:${marks}|(?<=[a-z])'s(?![a-z])|${wordsBetween}){0,40}?`;

/** The same, with a word or mark that announces the value. */
export const betweenSaying = `(?:${marks}|${wordsBetween}){0,40}?(?:[:=]|->|→|(?<![a-z])(?:(?:should|will|would|must|could|to) be|sea|doit etre|debe ser|is|it's|its|es|era|seria|sera|est|c'est|c est|cest|serait|was|are|be|son|sont|(?:changed|set|updated|cambiada?|cambie|change|changee?|mis|mise)(?: it)? (?:to|a|por|pour))(?![a-z']))\\s*(?:[:="'(>-]\\s*)*`;

export const pinName =
  '(?<![a-z0-9])(?:p[._ /-]?[i1!][._ /-]?n|pinn|pni|n[._ -]?i[._ -]?p)(?:[ -]?code)?s?(?![a-z])';
