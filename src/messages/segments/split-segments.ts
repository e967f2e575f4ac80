import { septets } from '../../kernel/gsm7.ts';

/** Units of one segment: alone, and joined to others (the header that joins them takes six bytes). */
const gsm7 = { alone: 160, joined: 153 };
const ucs2 = { alone: 70, joined: 67 };

/**
 * The text in the segments in which a carrier sends it; joined again they are the text. An escape and its character stay
 * together, and so do the halves of a surrogate pair and the parts of what is seen as one character (an emoji with its
 * skin tone), as long as one segment can hold it. An empty text has none.
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

/** What is seen as one character each; one longer than `longest` falls into its code points. */
function* graphemes(text: string, longest: number): Iterable<string> {
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length <= longest) yield segment;
    else yield* segment;
  }
}
