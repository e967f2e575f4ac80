import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import { kindOfWord, wordsWithMeaning } from '../languages/reserved-words.ts';

/** Returns the kind that a name means, in lower case without accents. */
export function kindNamed(name: string): string | undefined {
  return kindOfWord.get(name);
}

/**
 * Whether a name already means something else: `bal all`, `history checks`, `50 dollars`. Words for
 * a kind may only name accounts of that kind. Digits beside a word don't change its meaning.
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
