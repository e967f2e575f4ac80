import { digitValue, latinLookAlike } from '../kernel/typed.ts';

/** A normalized text in which to find secrets, with each character's position in the original. */
export interface PlainText {
  /**
   * Without accents and invisible characters; digits 0 to 9, Latin for look-alikes, one kind of
   * space, dash and quote.
   */
  readonly cased: string;
  /** The same in lower case, character by character. */
  readonly lower: string;
  /** Returns the position in the original text of the characters `start` to `end`. */
  readonly place: (start: number, end: number) => readonly [number, number];
}

/** Matches a text that needs no change but its case. */
const isPlain = /^[ -~]*$/;

/** Characters invisible on their own: format characters, combining marks, variation selectors. */
const unseen = /[\p{Cf}\p{M}\u{FE00}-\u{FE0F}]/gu;

const samePlace: PlainText['place'] = (start, end) => [start, end];

export function plainText(text: string): PlainText {
  if (isPlain.test(text)) return { cased: text, lower: text.toLowerCase(), place: samePlace };
  let cased = '';
  let at = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const character of text) {
    const end = at + character.length;
    for (const one of plainCharacters(character)) {
      cased += one;
      for (let unit = 0; unit < one.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return {
    cased,
    lower: lowerOf(cased),
    place: (start, end) => [starts[start] ?? text.length, ends[end - 1] ?? 0],
  };
}

function plainCharacters(character: string): string {
  if (character >= ' ' && character <= '~') return character;
  if (/\s/u.test(character)) return ' ';
  const parts = character.normalize('NFKD').replace(unseen, '');
  return Array.from(parts, (one) => {
    if (/\p{Nd}/u.test(one)) return String(digitValue(one));
    if (/[\p{Pd}−]/u.test(one)) return '-';
    if (/[‘’ʼ´`]/u.test(one)) return "'";
    if (/[“”«»„]/u.test(one)) return '"';
    return latinLookAlike(one);
  }).join('');
}

function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  // A few letters change their length in lower case, which would shift positions.
  return lower.length === text.length
    ? lower
    : Array.from(text, (one) =>
        one.toLowerCase().length === one.length ? one.toLowerCase() : one,
      ).join('');
}
