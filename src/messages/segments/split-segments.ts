import { septets } from '../../kernel/gsm7.ts';

/** Units of one segment, alone and joined. The header for joining takes six bytes. */
const gsm7 = { alone: 160, joined: 153 };
const ucs2 = { alone: 70, joined: 67 };

/**
 * Splits a text into the segments that a carrier sends; joined, they are the text again. Keeps together an escape and its
 * character, and the halves of a surrogate pair. Keeps the parts of one visible character together too (such as an emoji with its
 * skin tone), if one segment can hold it. An empty text gives none.
 */
export function splitSegments(text: string): string[] {
  if (text === '') return [];
  const units = septets(text);
  const { alone, joined } = units === undefined ? ucs2 : gsm7;
  if ((units ?? text.length) <= alone) return [text];
  const parts = units === undefined ? graphemes(text, joined) : text;
  const segments: string[] = [];
  let current = '';
  let free = joined;
  for (const part of parts) {
    const cost = units === undefined ? part.length : (septets(part) ?? 0);
    if (cost > free) {
      segments.push(current);
      current = '';
      free = joined;
    }
    current += part;
    free -= cost;
  }
  segments.push(current);
  return segments;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The visible characters of a text. One longer than `longest` is split into code points. */
function* graphemes(text: string, longest: number): Iterable<string> {
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length <= longest) yield segment;
    else yield* segment;
  }
}
