import type { SlotLexicon } from '../lexicon/slot-words.ts';
import type { ShareReader } from '../share-words.ts';
import { wordSign } from '../word-facts.ts';
import { isFree, take, type SlotText } from './slot-text.ts';

const nameMax = 3;

/**
 * Finds the accounts that a text names for certain: by suffix, kind, or the nickname of one of the member's. Takes their words. A
 * single digit may be a count, so in a text without known accounts only kinds and letters count.
 * @param withDigits it is no count here
 */
export function findAccounts(
  text: SlotText,
  shares: ShareReader,
  { isNoneAlone }: Pick<SlotLexicon, 'isNoneAlone'>,
  withDigits = false,
): string[] {
  const { words } = text;
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { word = '', facts } = words[at] ?? {};
    const isForm = ((facts?.signs ?? 0) & wordSign.share) !== 0;
    if (shares.isKnown ? !shares.mayBegin(word) : !isForm) continue;
    if (!shares.isKnown && ((!withDigits && beginsWithFigure(word)) || !isFree(text, at, at + 1)))
      continue;
    // Only names that members gave have several words.
    const longest = shares.isKnown ? nameMax : 1;
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      if ((length === 1 && isNoneAlone(word)) || !isFree(text, at, at + length)) continue;
      const named = shares.name(
        words
          .slice(at, at + length)
          .map((part) => ({ raw: part.typed, word: part.word, isHash: false })),
      );
      if (named?.isSure !== true) continue;
      if (!found.includes(named.account)) found.push(named.account);
      take(text, at, at + length);
      at += length - 1;
      break;
    }
  }
  return found;
}

function beginsWithFigure(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}
