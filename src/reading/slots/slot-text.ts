import type { Lexicon } from '../lexicon/lexicon.ts';
import type { SlotLexicon } from '../lexicon/slot-words.ts';
import type { Token } from '../normalize.ts';
import { factsOfTokens } from '../text-facts.ts';
import { factsBy, type WordFacts } from '../word-facts.ts';

/** A word of a text in which slots are found. One token gives several: `d'octobre`, `3-10`. */
export interface SlotWord {
  /** Lower case, without accents and a trailing `'s`. */
  readonly word: string;
  readonly typed: string;
  /** The index of its token. */
  readonly token: number;
  readonly facts: WordFacts;
}

/** The words of a text, and which of them a slot has taken. */
export interface SlotText {
  readonly words: readonly SlotWord[];
  /** By index of the word. */
  readonly taken: Uint8Array;
}

/** Splits tokens into words for slots. */
export function slotText(tokens: readonly Token[], lexicon: Lexicon): SlotText {
  const { of } = factsOfTokens(tokens, lexicon);
  const words: SlotWord[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const facts = of[index];
    if (!token || !facts) continue;
    const { word, raw } = token;
    // Most words have neither sign.
    if (!word.includes("'") && !word.includes('-'))
      words.push({ word, typed: raw, token: index, facts });
    else
      for (const part of partsOf(token, lexicon.slots))
        words.push({ ...part, token: index, facts: factsBy(lexicon)(part.word) });
  }
  return { words, taken: new Uint8Array(words.length) };
}

/** Marks words as taken by a slot. */
export function take({ taken }: SlotText, from: number, to: number): void {
  taken.fill(1, from, to);
}

/** Whether none of these words is taken. */
export function isFree({ taken }: SlotText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (taken[at] === 1) return false;
  return true;
}

/** The tokens of which no word is taken. */
export function tokensLeft(tokens: readonly Token[], { words, taken }: SlotText): readonly Token[] {
  if (!taken.includes(1)) return tokens;
  const used = new Set(words.flatMap(({ token }, at) => (taken[at] === 1 ? [token] : [])));
  return tokens.filter((_, index) => !used.has(index));
}

/** These words as the member typed them. */
export function typedOf({ words }: SlotText, from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ typed }) => typed)
    .join(' ');
}

const figureRange = /^[$€£]?\d[\d/.,]*-[$€£]?\d[\d/.,]*$/;
const isoDay = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** The words of a token with an apostrophe or a hyphen. */
function partsOf(
  { word, raw }: Pick<Token, 'word' | 'raw'>,
  { elisions }: Pick<SlotLexicon, 'elisions'>,
): Pick<SlotWord, 'word' | 'typed'>[] {
  // Most words have neither sign.
  if (!word.includes("'") && !word.includes('-')) return [{ word, typed: raw }];
  if (figureRange.test(word) && !isoDay.test(word)) {
    const [first = '', second = ''] = word.split('-');
    return [first, '-', second].map((part) => ({ word: part, typed: part }));
  }
  const cut = word.indexOf("'");
  if (cut > 0 && elisions.has(word.slice(0, cut)) && raw.length === word.length) {
    return [
      { word: word.slice(0, cut), typed: raw.slice(0, cut + 1) },
      ...partsOf({ word: word.slice(cut + 1), raw: raw.slice(cut + 1) }, { elisions }),
    ];
  }
  return [{ word: word.replace(/'s?$/, ''), typed: raw }];
}
