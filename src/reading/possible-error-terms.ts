import type { Language } from '../kernel/vocabulary/language.ts';
import {
  signOf,
  type ErrorLexicon,
  type ErrorPhrase,
  type ErrorTerm,
} from './lexicon/error-words.ts';
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
  const said: string[] = [];
  const counts = new Map<Language, number>();
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? '';
    const found =
      token === '/' || token === '?' || token === amountToken
        ? noPhrases
        : phrasesAt(tokens, at, lexicon);
    if (found.length === 0) {
      said.push(wordOf(token, noTerms));
      at += 1;
      continue;
    }
    const terms: ReadonlySet<ErrorTerm> = new Set(found.map(({ term }) => term));
    for (const language of new Set(found.map((phrase) => phrase.language)))
      counts.set(language, (counts.get(language) ?? 0) + 1);
    said.push(wordOf(token, terms));
    at += found[0]?.parts.length ?? 1;
  }
  return { line: ` ${said.join(' ')} `, language: ahead(counts) };
}

function wordOf(token: string, terms: ReadonlySet<ErrorTerm>): string {
  if (token === '/' || token === '?') return token;
  if (token === amountToken) return signOf('sum');
  if (terms.size === 0 || terms.has('nothing')) return '_';
  return [...terms].map(signOf).join('');
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
const noTerms: ReadonlySet<ErrorTerm> = new Set();

/** All longest phrases that begin here. */
function phrasesAt(
  tokens: readonly string[],
  at: number,
  lexicon: Lexicon,
): readonly ErrorPhrase[] {
  const { byFirst } = lexicon.errors;
  const token = tokens[at] ?? '';
  const begun = byFirst.get(token);
  const whole = begun ? begun.filter(({ parts }) => isAt(tokens, at, parts)) : noPhrases;
  // The longest phrases come first.
  const most = whole[0]?.parts.length ?? 0;
  if (most > 1) return whole.filter(({ parts }) => parts.length === most);
  const stemmed = stemmedBy(token, lexicon.errors);
  if (whole.length + stemmed.length === 0) return mended(token, lexicon);
  if (stemmed.length === 0) return whole;
  return whole.length === 0 ? stemmed : [...whole, ...stemmed];
}

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
