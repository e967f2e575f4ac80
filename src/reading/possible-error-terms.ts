import { rememberedPart } from '../kernel/patterns/remembered-part.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { signNumbers, signOf, type ErrorLexicon, type ErrorPhrase } from './lexicon/error-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { isAscii, plain } from './normalize.ts';
import { differ, lettersOf } from './letters.ts';
import { slipsBetween } from './slips.ts';

/** A text in the form that the rules for possible errors use. */
export interface ErrorTerms {
  /** Each word as the signs of its meanings (`signOf`); `_` if it has none; `/` between sentences. */
  readonly line: string;
  /** The language of most of its words; `undefined` if none leads. */
  language(): Language | undefined;
}

/** Reads the meanings of a tidy text. */
export function errorTermsOf(tidied: string, lexicon: Lexicon): ErrorTerms {
  const tokens = tokensOf(tidied, lexicon.errors, meaningsIn(lexicon));
  const found: Meaning[] = [];
  const signed: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const alone = tokens[at];
    if (!alone) break;
    const long = goesOn(alone, tokens[at + 1]?.token)
      ? longestAt(tokens, at, alone.begins)
      : undefined;
    const meaning = long ?? alone;
    found.push(meaning);
    signed.push(meaning.sign);
    at += long?.length ?? 1;
  }
  return { line: ` ${signed.join(' ')} `, language: () => ahead(found) };
}

/** What one or more words mean. */
interface Meaning {
  readonly sign: string;
  /** The numbers of the signs in it. */
  readonly signs: readonly number[];
  readonly languages: readonly Language[];
}

/** What a word means by itself, and the longer phrases that it begins, the longest first. */
export interface WordMeaning extends Meaning {
  readonly token: string;
  readonly begins?: readonly ErrorPhrase[];
  /** The second words of these; and how they begin, of those with a star. */
  readonly seconds?: ReadonlySet<string>;
  readonly secondStems?: readonly string[];
}

type MeaningIn = (text: string, from: number, to: number) => WordMeaning;

const prepared = new WeakMap<Lexicon, MeaningIn>();

/** Returns what finds the meaning of a word in a text. Words repeat, so it is remembered. */
export function meaningsIn(lexicon: Lexicon): MeaningIn {
  const known = prepared.get(lexicon);
  if (known) return known;
  const made = rememberedPart((token) => ({ ...meaningOf(token, lexicon), token }));
  prepared.set(lexicon, made);
  return made;
}

function meaningOf(token: string, lexicon: Lexicon): Omit<WordMeaning, 'token'> {
  if (token === '/' || token === '?') return { sign: token, signs: [], languages: [] };
  if (token === amountToken)
    return { sign: signOf('sum'), signs: signNumbers(signOf('sum')), languages: [] };
  const { byFirst } = lexicon.errors;
  const begun = byFirst.get(token) ?? noPhrases;
  const begins = begun.filter(({ parts }) => parts.length > 1);
  // A star stands only at the end of a phrase's word, never in a text.
  const whole = begun.filter(({ parts }) => parts.length === 1 && isWord(token, parts[0] ?? ''));
  const stemmed = stemmedBy(token, lexicon.errors);
  const found =
    whole.length + stemmed.length === 0 ? mended(token, lexicon) : [...whole, ...stemmed];
  const alone = joint(found);
  if (begins.length === 0) return alone;
  const seconds = begins.map(({ parts }) => parts[1] ?? '');
  return {
    ...alone,
    begins,
    seconds: new Set(seconds),
    secondStems: seconds.filter((part) => part.endsWith('*')).map((part) => part.slice(0, -1)),
  };
}

function joint(phrases: readonly ErrorPhrase[]): Meaning {
  const terms = new Set(phrases.map(({ term }) => term));
  const sign = terms.size === 0 || terms.has('nothing') ? '_' : [...terms].map(signOf).join('');
  return {
    sign,
    signs: signNumbers(sign),
    languages: [...new Set(phrases.map(({ language }) => language))],
  };
}

/** Whether a phrase may go on with this word. Most don't. */
export function goesOn({ seconds, secondStems }: WordMeaning, next: string | undefined): boolean {
  if (seconds === undefined || next === undefined) return false;
  return seconds.has(next) || secondStems?.some((stem) => next.startsWith(stem)) === true;
}

/** The longest of these phrases that stands here, and how many words it has. */
function longestAt(
  tokens: readonly WordMeaning[],
  at: number,
  begins: readonly ErrorPhrase[] = noPhrases,
): (Meaning & { readonly length: number }) | undefined {
  const length = begins.find(({ parts }) => isAt(tokens, at, parts))?.parts.length;
  if (length === undefined) return undefined;
  const found = begins.filter(({ parts }) => parts.length === length && isAt(tokens, at, parts));
  const [only, another] = found;
  return { ...(only && !another ? meaningBy(only) : joint(found)), length };
}

const meanings = new WeakMap<ErrorPhrase, Meaning>();

/** The meaning of a phrase that alone stands at its place, as most do. Prepared once. */
function meaningBy(phrase: ErrorPhrase): Meaning {
  const known = meanings.get(phrase);
  if (known) return known;
  const made = joint([phrase]);
  meanings.set(phrase, made);
  return made;
}

/** Stands for an amount: after amounts are replaced, no money sign is left before a digit. */
const amountToken = '$0';

function tokensOf(
  tidied: string,
  { bare, money, moneyWord, spacing, typing }: ErrorLexicon,
  meaningIn: MeaningIn,
): WordMeaning[] {
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
  if (isAscii(spaced)) return asciiTokens(spaced, meaningIn);
  const ended = /[.!;:\n?]/.test(spaced)
    ? spaced.replace(/[.!;:\n]+(?=\s|$)/g, ' / ').replace(/\?+/g, ' ? ')
    : spaced;
  return ended
    .replace(/[^\p{L}\p{N}$?/ ]/gu, ' ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .map((token) => meaningIn(token, 0, token.length));
}

/**
 * The tokens of a text on one line: words, `?`, and `/` for any other end of a sentence. A slash parts two letters, and belongs to
 * figures.
 */
function asciiTokens(text: string, meaningIn: MeaningIn): WordMeaning[] {
  const tokens: WordMeaning[] = [];
  const { length } = text;
  let from = -1;
  for (let at = 0; at <= length; at += 1) {
    const kind = at === length ? signs.other : kindAt(text, at);
    if (kind === signs.word) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0) tokens.push(meaningIn(text, from, at));
    from = -1;
    if (kind === signs.asking && text.charCodeAt(at - 1) !== signs.asking)
      tokens.push(meaningIn('?', 0, 1));
    if (kind === signs.ending) tokens.push(meaningIn('/', 0, 1));
  }
  return tokens;
}

/** Kinds of characters, as characters: others only part words. */
const signs = { word: 97, other: 32, asking: 63, ending: 46 };

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isLetter(code) || (code >= 48 && code <= 57) || code === 36) return signs.word;
  // A slash between letters.
  if (code === 47)
    return isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1))
      ? signs.other
      : signs.word;
  if (code === signs.asking) return signs.asking;
  return isEnding(code) && (at + 1 === text.length || text.charCodeAt(at + 1) === signs.other)
    ? signs.ending
    : signs.other;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** `.`, `!`, `;` and `:`. */
function isEnding(code: number): boolean {
  return code === 46 || code === 33 || code === 59 || code === 58;
}

const noPhrases: readonly ErrorPhrase[] = [];

function isAt(tokens: readonly WordMeaning[], at: number, parts: readonly string[]): boolean {
  for (let offset = 1; offset < parts.length; offset += 1)
    if (!isWord(tokens[at + offset]?.token ?? '', parts[offset] ?? '')) return false;
  return isWord(tokens[at]?.token ?? '', parts[0] ?? '');
}

function stemmedBy(token: string, { stems, stemStart }: ErrorLexicon): readonly ErrorPhrase[] {
  const begun = stems.get(token.slice(0, stemStart));
  if (!begun) return noPhrases;
  let found: ErrorPhrase[] | undefined;
  for (const { stem, phrases } of begun)
    if (token.startsWith(stem)) (found ??= []).push(...phrases);
  return found ?? noPhrases;
}

/** Whether a word is this part of a phrase. */
export function isWord(token: string, part: string): boolean {
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

function ahead(found: readonly Meaning[]): Language | undefined {
  const counts = new Map<Language, number>();
  for (const { languages } of found)
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}
