import type { Lexicon } from './lexicon/lexicon.ts';
import type { Understood } from './reading.ts';
import { flatten } from './said.ts';
import { isFillable, isLimited } from './slots/fill-slots.ts';
import { onlyLanguage } from './spoken.ts';

/**
 * A question with what limits its answer is a sentence, read in one language. One word that only this language has is then enough
 * to answer in it: `cuanto gaste en walmart en octubre`.
 */
export function withAskedIn(meant: Understood, typed: string, lexicon: Lexicon): Understood {
  const { reading, spoken, language = meant.guess?.language } = meant;
  if (spoken !== undefined || language === undefined || !isFillable(reading)) return meant;
  if (!isLimited(reading) || onlyLanguage(flatten(typed), lexicon) !== language) return meant;
  return { ...meant, spoken: language };
}
