import { firstMatch } from '../kernel/patterns/sieve.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/** The language that a whole text requests: `español`, `in english please`, `idioma español`, `language french`. */
export function readLanguage(flat: string, { names, sieve }: Lexicon): Language | undefined {
  return firstMatch(names.wishes, flat, sieve)?.language;
}
