import { foldToGsm7, septetsOfUnit } from '../kernel/gsm7.ts';
import { wordsOf, type Words } from './lexicon/tables.ts';

/**
 * Makes text by others (merchants' descriptions, nicknames, a member's words) safe for a message: one line, Latin letters, no
 * links, no long numbers, nothing like our code.
 */
export interface CleanOptions {
  /** Only GSM-7 characters, for SMS. */
  readonly gsm7: boolean;
}

/** The words of card networks and merchants, from the packs. */
export interface DescriptionWords {
  /** What comes before a check's number, and the names of checks in descriptions, as alternatives. */
  readonly check: string;
  readonly checks: string;
  /** What card networks put before a merchant's name, and numbers after it. */
  readonly noise: readonly RegExp[];
  /** Words that can't end a shortened text. */
  readonly linking: Words;
  /** Abbreviations of states at a description's end, and those that stay in capitals. */
  readonly states: Words;
  readonly shortForms: Words;
}

/** Cleans text by others. */
export interface Cleaner {
  /**
   * Cleans a merchant's description: removes the prefixes of card networks, store and terminal numbers, references, web addresses
   * and phone numbers. `POS PURCHASE SHELL OIL 57442 #0011` becomes `Shell Oil`. Empty if nothing is left.
   */
  description(text: string, options: CleanOptions): string;
  /** The number in a cleaned description that is only a check number. */
  checkNumber(cleaned: string): string | undefined;
  /** Cleans a name by a member: a nickname, or an unknown name. Empty if nothing is left. */
  name(text: string, options: CleanOptions): string;
  /** Cleans words of a member that limit an answer: like `name`, but a short figure beside other words stays: `over 500 euros`. */
  heard(text: string, options: CleanOptions): string;
  /** The start of a text, at most `max` characters, cut at a word's end. A longer first word is cut. */
  shorten(text: string, max: number): string;
}

const keptMax = 32;

/** Creates a cleaner for these words. */
export function createCleaner(words: DescriptionWords): Cleaner {
  const linking = new Set(wordsOf(words.linking));
  const lexicon: SettleWords = {
    linking,
    states: new Set(wordsOf(words.states)),
    shortForms: new Set(wordsOf(words.shortForms)),
  };
  const numbered = new RegExp(`^\\W*(?:${words.checks})\\W*(\\d{1,6})\\W*$`, 'i');
  const shown = new RegExp(`^${words.check} (\\d+)$`);
  return {
    description: (text, options) => {
      let rest = latin(text.slice(0, 200), options);
      // Web sites keep only their name, because phones would turn an address into a link.
      rest = rest.replace(
        /(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/\S*)?/gi,
        '$1',
      );
      const number = numbered.exec(rest)?.[1];
      if (number) return `${words.check} ${number}`;
      for (const noise of words.noise) rest = rest.replace(noise, ' ');
      const parts = rest.split(/[^\p{L}\p{N}'&-]+/u).flatMap(plainWord);
      return shorten(settle(parts, lexicon).join(' '), keptMax, linking);
    },
    checkNumber: (cleaned) => shown.exec(cleaned)?.[1],
    name: (text, options) => {
      const parts = latin(text.slice(0, 100), options)
        .split(/[^\p{L}\p{N}'&-]+/u)
        .flatMap(plainWord);
      return shorten(parts.map(unlikeCode).join(' '), 20, linking);
    },
    heard: (text, options) => {
      const parts = latin(text.slice(0, 100), options)
        .split(/[^\p{L}\p{N}'&$.,-]+/u)
        .map((part) => part.replace(/[.,]+$/, ''))
        .flatMap((part) =>
          heardFigure.test(part) ? [part] : part.split(/[$.,]+/).flatMap(plainWord),
        );
      const isFigureOnly = parts.every((part) => heardFigure.test(part));
      return isFigureOnly ? '' : shorten(parts.map(unlikeCode).join(' '), 28, linking);
    },
    shorten: (text, max) => shorten(text, max, linking),
  };
}

/** An amount as people write it. More digits may be an account's number. */
const heardFigure = /^\$?\d{1,3}(?:[.,]?\d{3})?(?:[.,]\d{1,2})?$/;

/** Cleans a command that we show for sending again: only words, amounts and suffixes remain. */
export function cleanCommand(text: string, options: CleanOptions): string {
  return latin(text.slice(0, 100), options)
    .replace(/[^\p{L}\p{N} #.,'&-]+/gu, ' ')
    .split(' ')
    .filter((word) => !/\d{7,}/.test(word))
    .map(unlikeCode)
    .filter((word) => word !== '')
    .join(' ')
    .slice(0, 60)
    .trim();
}

/** Keeps Latin letters and ASCII. Direction marks, control characters, emoji and other scripts become spaces. */
function latin(text: string, options: CleanOptions): string {
  // Most descriptions are ASCII. Of these characters, GSM-7 lacks only the backquote, and brackets cost two.
  if (/^[ -Z_a-z]*$/.test(text)) return text;
  const composed = text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{Script=Latin}\x20-\x7e]/gu, ' ')
    .replace(/\s+/g, ' ');
  if (!options.gsm7) return composed;
  return Array.from(foldToGsm7(composed), (character) =>
    septetsOfUnit(character.charCodeAt(0)) === 1 ? character : ' ',
  ).join('');
}

/** Drops words that tell a member nothing: runs of digits, references of letters and digits. */
function plainWord(word: string): string[] {
  const bare = word.replace(/^['&-]+|['&-]+$/g, '') || (word === '&' ? '&' : '');
  if (bare === '') return [];
  const digits = bare.replace(/\D/g, '').length;
  if (digits === 0) return [bare];
  if (digits >= 3) return bare.match(/\p{L}{4,}/gu) ?? [];
  // `7-Eleven` and `A1` are names; `2K4LX` is a reference.
  const mixed = bare
    .split('-')
    .some((part) => part.length >= 5 && /\d/.test(part) && /\p{L}/u.test(part));
  return mixed ? [] : [bare];
}

interface SettleWords {
  readonly linking: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly shortForms: ReadonlySet<string>;
}

/** Adjusts words for a sentence: turns shouting capitals into normal case, and drops single letters and a loose end. */
function settle(words: readonly string[], { linking, states, shortForms }: SettleWords): string[] {
  const shouts = !words.some((word) => /\p{Ll}/u.test(word));
  // The state at the end of a card's description adds little, and one of them is OK.
  const named = words.length > 1 && states.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  const settled = named.map((word) => (shouts ? quiet(word, shortForms) : unlikeCode(word)));
  while (settled.length > 1 && linking.has((settled.at(-1) ?? '').toLowerCase())) settled.pop();
  return settled;
}

function quiet(word: string, shortForms: ReadonlySet<string>): string {
  if (shortForms.has(word)) return word;
  if (word.length <= 3 && word !== 'ST' && !/[AEIOUY\u00c0-\u00de]/.test(word)) return word;
  return word.split('-').map(capitalised).join('-');
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

/** Six capitals in a row look like a code, so write them in lower case. */
function unlikeCode(word: string): string {
  return word.replace(/(?<![A-Za-z0-9])[A-Z0-9]{6}(?![A-Za-z0-9])/g, (found) =>
    /\d/.test(found) && /[A-Z]/.test(found) ? '' : capitalised(found),
  );
}

function shorten(text: string, max: number, linking: ReadonlySet<string>): string {
  if (text.length <= max) return text;
  const words = text.split(' ');
  const kept: string[] = [];
  let length = -1;
  for (const word of words) {
    if (length + 1 + word.length > max) break;
    kept.push(word);
    length += 1 + word.length;
  }
  while (kept.length > 1 && linking.has((kept.at(-1) ?? '').toLowerCase())) kept.pop();
  if (kept.length > 0) return kept.join(' ');
  const start = (words[0] ?? '').slice(0, max);
  return start.replace(/['&-]+$/, '').toWellFormed();
}
