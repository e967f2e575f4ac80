import type { Language } from '../kernel/vocabulary/language.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { flatWords } from './said.ts';
import { factsIn } from './text-facts.ts';

/**
 * The language that a text clearly uses: at least two different words that only it has, and none that only another has.
 * @param flat in lower case, without accents and punctuation
 */
export function spokenLanguage(flat: string, lexicon: Lexicon): Language | undefined {
  let only: Language | undefined;
  let first: string | undefined;
  let isClear = false;
  const words = flatWords(flat);
  const { of } = factsIn(words, lexicon);
  for (let at = 0; at < of.length; at += 1) {
    const language = of[at]?.own;
    if (language === undefined) continue;
    if (only !== undefined && language !== only) return undefined;
    only = language;
    const word = words[at];
    first ??= word;
    isClear ||= word !== first;
  }
  return isClear ? only : undefined;
}

/** The language that has a word of the text as its own, if no other language has one. */
export function onlyLanguage(flat: string, { ownOf }: Lexicon): Language | undefined {
  let only: Language | undefined;
  for (const word of flatWords(flat)) {
    const language = ownOf.get(word);
    if (language === undefined) continue;
    if (only !== undefined && language !== only) return undefined;
    only = language;
  }
  return only;
}
