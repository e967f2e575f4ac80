import type { Token } from '../normalize.ts';

/** A word of a text in which slots are found. One token gives several: `d'octobre`, `3-10`. */
export interface SlotWord {
  /** Lower case, without accents and a trailing `'s`. */
  readonly word: string;
  readonly typed: string;
  /** The index of its token. */
  readonly token: number;
}

/** The words of a text, and which of them a slot has taken. */
export interface SlotText {
  readonly words: readonly SlotWord[];
  /** By index of the word. */
  readonly taken: Uint8Array;
}

/** Splits tokens into words for slots. */
export function slotText(tokens: readonly Token[], elisions: ReadonlySet<string>): SlotText {
  const words: SlotWord[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const { word, raw } = token;
    // Most words have neither sign.
    if (!word.includes("'") && !word.includes('-')) words.push({ word, typed: raw, token: index });
    else words.push(...wordsOf(token, index, elisions));
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

function wordsOf(token: Token, index: number, elisions: ReadonlySet<string>): SlotWord[] {
  const { word, raw } = token;
  // Most words have neither sign.
  if (!word.includes("'") && !word.includes('-')) return [{ word, typed: raw, token: index }];
  if (figureRange.test(word) && !isoDay.test(word)) {
    const [first = '', second = ''] = word.split('-');
    return [first, '-', second].map((part) => ({ word: part, typed: part, token: index }));
  }
  const cut = word.indexOf("'");
  if (cut > 0 && elisions.has(word.slice(0, cut)) && raw.length === word.length) {
    return [
      { word: word.slice(0, cut), typed: raw.slice(0, cut + 1), token: index },
      ...wordsOf({ ...token, word: word.slice(cut + 1), raw: raw.slice(cut + 1) }, index, elisions),
    ];
  }
  return [{ word: word.replace(/'s?$/, ''), typed: raw, token: index }];
}
