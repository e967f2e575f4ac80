import { remembered } from '../kernel/remembered.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { signOf, type ErrorLexicon, type ErrorPhrase } from './lexicon/error-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { isAscii, plain } from './normalize.ts';
import { differ, lettersOf } from './letters.ts';
import { slipsBetween } from './slips.ts';

/** A text in the form that the rules for possible errors use. */
export interface ErrorTerms {
  /** Each word as the signs of its meanings (`signOf`); `_` if it has none; `/` between sentences. */
  readonly line: string;
  /** The language of most of its words; `undefined` if none leads. */
  readonly language: Language | undefined;
}

/** Reads the meanings of a tidy text. */
export function errorTermsOf(tidied: string, lexicon: Lexicon): ErrorTerms {
  const tokens = tokensOf(tidied, lexicon.errors);
  const meaningOf = meaningsIn(lexicon);
  const counts = new Map<Language, number>();
  let line = ' ';
  for (let at = 0; at < tokens.length;) {
    const alone = meaningOf(tokens[at] ?? '');
    const long = alone.begins ? longestAt(tokens, at, alone.begins) : undefined;
    const { sign, languages } = long ?? alone;
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
    line += `${sign} `;
    at += long?.length ?? 1;
  }
  return { line: tokens.length === 0 ? '  ' : line, language: ahead(counts) };
}

/** What one or more words mean. */
interface Meaning {
  readonly sign: string;
  readonly languages: readonly Language[];
}

/** What a word means by itself, and the longer phrases that it begins, the longest first. */
interface WordMeaning extends Meaning {
  readonly begins?: readonly ErrorPhrase[];
}

const prepared = new WeakMap<Lexicon, (token: string) => WordMeaning>();

/** Words repeat, so their meanings are remembered. */
function meaningsIn(lexicon: Lexicon): (token: string) => WordMeaning {
  const known = prepared.get(lexicon);
  if (known) return known;
  const made = remembered((token) => meaningOf(token, lexicon));
  prepared.set(lexicon, made);
  return made;
}

function meaningOf(token: string, lexicon: Lexicon): WordMeaning {
  if (token === '/' || token === '?') return { sign: token, languages: [] };
  if (token === amountToken) return { sign: signOf('sum'), languages: [] };
  const { byFirst } = lexicon.errors;
  const begun = byFirst.get(token) ?? noPhrases;
  const begins = begun.filter(({ parts }) => parts.length > 1);
  // A star stands only at the end of a phrase's word, never in a text.
  const whole = begun.filter(({ parts }) => parts.length === 1 && isWord(token, parts[0] ?? ''));
  const stemmed = stemmedBy(token, lexicon.errors);
  const found =
    whole.length + stemmed.length === 0 ? mended(token, lexicon) : [...whole, ...stemmed];
  const alone = joint(found);
  return begins.length === 0 ? alone : { ...alone, begins };
}

function joint(phrases: readonly ErrorPhrase[]): Meaning {
  const terms = new Set(phrases.map(({ term }) => term));
  return {
    sign: terms.size === 0 || terms.has('nothing') ? '_' : [...terms].map(signOf).join(''),
    languages: [...new Set(phrases.map(({ language }) => language))],
  };
}

/** The longest of these phrases that stands here, and how many words it has. */
function longestAt(
  tokens: readonly string[],
  at: number,
  begins: readonly ErrorPhrase[],
): (Meaning & { readonly length: number }) | undefined {
  const length = begins.find(({ parts }) => isAt(tokens, at, parts))?.parts.length;
  if (length === undefined) return undefined;
  const found = begins.filter(({ parts }) => parts.length === length && isAt(tokens, at, parts));
  return { ...joint(found), length };
}

/** Stands for an amount: after amounts are replaced, no money sign is left before a digit. */
const amountToken = '$0';

function tokensOf(
  tidied: string,
  { bare, money, moneyWord, spacing, typing }: ErrorLexicon,
): string[] {
  const said = plain(tidied);
  const typed = /[\d$]/.test(said)
    ? said
        .replace(money, () => ` ${amountToken} `)
        .replace(bare, () => ` ${amountToken} `)
        .replace(/\$+(?!0)/g, ` ${moneyWord} `)
    : said;
  // `t'as`, `l'achat`, `m'a`: two words.
  const parted = typing(typed).replaceAll("'", ' ');
  const spaced = spacing(parted);
  const ended = /[.!;:\n?]/.test(spaced)
    ? spaced.replace(/[.!;:\n]+(?=\s|$)/g, ' / ').replace(/\?+/g, ' ? ')
    : spaced;
  if (isAscii(ended)) {
    return ended
      .replace(/[^a-z0-9$?/ ]+/g, ' ')
      .replace(/(?<=[a-z])\/(?=[a-z])/g, ' ')
      .split(' ')
      .filter(Boolean);
  }
  return ended
    .replace(/[^\p{L}\p{N}$?/ ]/gu, ' ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

const noPhrases: readonly ErrorPhrase[] = [];

function isAt(tokens: readonly string[], at: number, parts: readonly string[]): boolean {
  for (let offset = 1; offset < parts.length; offset += 1)
    if (!isWord(tokens[at + offset] ?? '', parts[offset] ?? '')) return false;
  return isWord(tokens[at] ?? '', parts[0] ?? '');
}

function stemmedBy(token: string, { stems, stemStart }: ErrorLexicon): readonly ErrorPhrase[] {
  const begun = stems.get(token.slice(0, stemStart));
  if (!begun) return noPhrases;
  let found: ErrorPhrase[] | undefined;
  for (const { stem, phrases } of begun)
    if (token.startsWith(stem)) (found ??= []).push(...phrases);
  return found ?? noPhrases;
}

function isWord(token: string, part: string): boolean {
  return part.endsWith('*') ? token.startsWith(part.slice(0, -1)) : token === part;
}

/** The meaning of a word with a typo: one typo, two in long words; the first letter must match. */
function mended(
  token: string,
  { commands: { ordinary }, errors: { mendable } }: Lexicon,
): readonly ErrorPhrase[] {
  if (token.length < 6 || token.length > 20 || ordinary.has(token)) return [];
  const most = token.length >= 9 ? 2 : 1;
  const letters = lettersOf(token);
  let near: ErrorPhrase[] | undefined;
  let best = most;
  for (const { phrase, word, letters: its } of mendable.get(token.charAt(0)) ?? []) {
    if (Math.abs(word.length - token.length) > best || differ(letters, its) > best) continue;
    const distance = slipsBetween(token, word, best);
    if (distance > best) continue;
    if (distance < best) near = undefined;
    best = distance;
    (near ??= []).push(phrase);
  }
  return near ?? noPhrases;
}

function ahead(counts: ReadonlyMap<Language, number>): Language | undefined {
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}
