import type { Language } from '../kernel/vocabulary/language.ts';
import type { Lexicon, SpokenWords } from './lexicon/lexicon.ts';

/**
 * The language that a text clearly uses: at least two different words that only it has, and none that only another has.
 * @param flat in lower case, without accents and punctuation
 */
export function spokenLanguage(flat: string, { languages }: Lexicon): Language | undefined {
  const said = [...new Set(flat.split(/[\s-]+/))];
  const counts = languages.map((spoken) => ({
    language: spoken.language,
    count: said.filter((word) => isOnly(word, spoken, languages)).length,
  }));
  const [only, another] = counts.filter(({ count }) => count > 0);
  return only && !another && only.count >= 2 ? only.language : undefined;
}

function isOnly(word: string, spoken: SpokenWords, languages: readonly SpokenWords[]): boolean {
  return languages.every((one) => one.own.has(word) === (one === spoken));
}
