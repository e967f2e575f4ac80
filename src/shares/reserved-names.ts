import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import { kindOfWord, wordsWithMeaning } from '../languages/reserved-words.ts';

/** The kind that a name says, in lower case without accents. */
export function kindNamed(name: string): string | undefined {
  return kindOfWord.get(name);
}

/**
 * Whether a name is said to mean something else than this account: `bal all`, `history checks`, `50 dollars`. Words for kinds name
 * accounts of that kind only; figures beside a word make it no other.
 */
export function isReserved(name: string, kind: ShareKind): boolean {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}'-]+/gu, ' ')
    .trim();
  const named = kindOfWord.get(words);
  return named === undefined ? wordsWithMeaning.has(words) || words === 'cents' : named !== kind;
}
