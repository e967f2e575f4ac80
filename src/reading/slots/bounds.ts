import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../normalize.ts';
import type { Reading } from '../reading.ts';
import { findSigns } from './find-amounts.ts';
import { slotText } from './slot-text.ts';

/** Whether a reading bounds an amount from one side. `the charge of 35 dollars` names one, as reports of errors do. */
export function hasBounds(reading: Reading): boolean {
  return 'over' in reading || 'under' in reading || 'min' in reading !== 'max' in reading;
}

/** A text without its bounds of amounts. */
export function textWithoutBounds(tokens: readonly Token[], lexicon: Lexicon): string {
  const { slots, arguments: words, numbers } = lexicon;
  const text = slotText(tokens, lexicon);
  const style = { forms: [...numbers.forms.values()] };
  findSigns(text, { slots, words, style });
  return text.words
    .filter((_, at) => text.taken[at] !== 1)
    .map(({ typed }) => typed)
    .join(' ');
}
