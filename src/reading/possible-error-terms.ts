import { languages, type Language } from '../kernel/vocabulary/language.ts';
import { errorPhrases, signOf, type ErrorPhrase, type ErrorTerm } from './possible-error-words.ts';
import { plain } from './normalize.ts';
import { ordinaryWords, slipsBetween } from './slips.ts';

/** A text as the rules of possible errors look at it. */
export interface ErrorTerms {
  /** Each word as the signs of its meanings (`signOf`); `_` where it has none; `/` between sentences. */
  readonly line: string;
  /** The language most of its words speak; `undefined` where none is ahead. */
  readonly language: Language | undefined;
}

/** Reads the meanings of a tidy text. */
export function errorTermsOf(tidied: string): ErrorTerms {
  const tokens = tokensOf(tidied);
  const said: string[] = [];
  const counts: Record<Language, number> = { en: 0, es: 0, fr: 0 };
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? '';
    const found =
      token === '/' || token === '?' || token === '$amount' ? [] : phrasesAt(tokens, at);
    const terms: ReadonlySet<ErrorTerm> = new Set(found.map(({ term }) => term));
    for (const language of new Set(found.map((phrase) => phrase.language))) counts[language] += 1;
    said.push(wordOf(token, terms));
    at += found[0]?.parts.length ?? 1;
  }
  return { line: ` ${said.join(' ')} `, language: ahead(counts) };
}

function wordOf(token: string, terms: ReadonlySet<ErrorTerm>): string {
  if (token === '/' || token === '?') return token;
  if (token === '$amount') return signOf('sum');
  if (terms.size === 0 || terms.has('nothing')) return '_';
  return [...terms].map(signOf).join('');
}

/** Money as it is written; a bare number may be one, unless what follows counts something else. */
const money =
  /(?:us|ca|c)?\$ ?\d[\d,]*(?:\.\d+)?|\d[\d.,]*\d? ?(?:\$|(?:dollars?|bucks?|usd|dolares|dolar|pesos|piastres?|balles)\b)|(?<![\d#-])\d+[.,]\d{2}(?!\d)/g;
const bare =
  /(?<![\w#$./:-])(?<!\b(?:check|cheque|chk|suffix|no|number|numero|share) ?#? ?)\d{1,6}(?:,\d{3})?(?![\w:/-])(?!\.\d)(?! ?(?:%|am|pm|a\.m|p\.m|min|mins|minutes?|minutos?|h|hrs?|hours?|horas?|heures?|days?|dias?|jours?|weeks?|semanas?|semaines?|months?|mes|meses|mois|years?|anos?|ans|times?|x|veces|vezes|fois|percent|people|miles?)\b)/g;

function tokensOf(tidied: string): string[] {
  return (
    plain(tidied)
      .replace(money, ' $amount ')
      .replace(bare, ' $amount ')
      .replace(/\$+(?!amount)/g, ' money ')
      // `didn't`, `wasn't`: one word, as thumbs type it.
      .replace(/n't\b/g, 'nt')
      .replace(/'(?=(?:s|ve|m|re|d|ll)\b)/g, '')
      // `t'as`, `l'achat`, `m'a`: two words.
      .replace(/'/g, ' ')
      .replace(/\bj(?=(?:ai|reconnais|avais)\b)/g, 'j ')
      .replace(/\bc(?=est\b)/g, 'c ')
      .replace(/\bm(?=ont\b)/g, 'm ')
      .replace(/[.!;:\n]+(?=\s|$)/g, ' / ')
      .replace(/\?+/g, ' ? ')
      .replace(/[^\p{L}\p{N}$?/ ]/gu, ' ')
      .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' ')
      .split(/\s+/)
      .filter(Boolean)
  );
}

const byFirst = new Map<string, ErrorPhrase[]>();
const stems: ErrorPhrase[] = [];
for (const phrase of errorPhrases) {
  const [first = ''] = phrase.parts;
  if (phrase.parts.length === 1 && first.endsWith('*')) stems.push(phrase);
  else byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
}

/** All phrases of the greatest length that begin here. */
function phrasesAt(tokens: readonly string[], at: number): readonly ErrorPhrase[] {
  const token = tokens[at] ?? '';
  const whole = (byFirst.get(token) ?? []).filter(({ parts }) =>
    parts.every((part, offset) => isWord(tokens[at + offset] ?? '', part)),
  );
  const most = Math.max(0, ...whole.map(({ parts }) => parts.length));
  if (most > 1) return whole.filter(({ parts }) => parts.length === most);
  const stemmed = stems.filter(({ parts }) => isWord(token, parts[0] ?? ''));
  return whole.length + stemmed.length > 0 ? [...whole, ...stemmed] : mended(token);
}

function isWord(token: string, part: string): boolean {
  return part.endsWith('*') ? token.startsWith(part.slice(0, -1)) : token === part;
}

const ordinary = new Set(ordinaryWords);
/** Meanings worth the risk of a slip: nouns of money and what is wrong with it. */
const mendable: ReadonlySet<string> = new Set(
  `charge payment transfer deposit refund account statement balance steal hack scam fraud unauthorized odd take
  overcharge twice wrong error missing recognize dispute buy did arrive someone`.split(/\s+/),
);
const candidates = errorPhrases
  .filter(({ term, parts }) => mendable.has(term) && parts.length === 1)
  .map((phrase) => ({ phrase, word: (phrase.parts[0] ?? '').replace('*', '') }))
  .filter(({ word }) => word.length >= 6);

/** What a word with a slip in it means: one slip, two in long words; the first letter stands. */
function mended(token: string): readonly ErrorPhrase[] {
  if (token.length < 6 || token.length > 20 || ordinary.has(token)) return [];
  const most = token.length >= 9 ? 2 : 1;
  const near = candidates.flatMap(({ phrase, word }) => {
    if (word[0] !== token[0]) return [];
    const distance = slipsBetween(token, word, most);
    return distance <= most ? [{ phrase, distance }] : [];
  });
  const best = Math.min(...near.map(({ distance }) => distance));
  return near.filter(({ distance }) => distance === best).map(({ phrase }) => phrase);
}

function ahead(counts: Readonly<Record<Language, number>>): Language | undefined {
  const [first, second] = [...languages].sort((a, b) => counts[b] - counts[a]);
  if (!first || !second || counts[first] === counts[second]) return undefined;
  return first;
}
