import { rememberedPart } from '../kernel/patterns/remembered-part.ts';
import { isAscii, plain } from './normalize.ts';

/** A sentence in the form for free-wording rules, and as typed. */
export interface Said {
  /** The result of `flatten`. */
  readonly flat: string;
  /** Its words, also split at apostrophes and hyphens. */
  readonly words: readonly string[];
  /** The same words as typed: a reading keeps a share's name in this form. */
  readonly typed: readonly string[];
  /** Returns a run of `flat` as typed. */
  asTyped(run: string): string;
}

/** A text of ASCII in the form for rules. */
const flatAscii = /^[a-z0-9'-]+(?: [a-z0-9'-]+)*$/;

/** Texts flattened last, and what they became: a text is asked about several times. */
const known: { text: string; flat: string }[] = [
  { text: '', flat: '' },
  { text: '', flat: '' },
];

/** Lower case, no accents, no punctuation but apostrophes: the form for rules. */
export function flatten(text: string): string {
  for (const one of known) if (one.text === text) return one.flat;
  const flat = flattened(text);
  const [oldest] = known;
  if (oldest) {
    oldest.text = text;
    oldest.flat = flat;
    known.reverse();
  }
  return flat;
}

function flattened(text: string): string {
  const lower = withinSigns(plain(text));
  if (flatAscii.test(lower)) return lower;
  if (isAscii(lower)) return lower.replace(/[^a-z0-9'-]+/g, ' ').trim();
  return lower
    .replace(/[^\p{L}\p{N}' -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text without the signs of ASCII at its end, such as a question mark. */
function withinSigns(lower: string): string {
  let end = lower.length;
  while (end > 0 && isSign(lower.charCodeAt(end - 1))) end -= 1;
  return end === lower.length ? lower : lower.slice(0, end);
}

/** Other than a small letter, a figure, an apostrophe, a hyphen. */
function isSign(code: number): boolean {
  return code < 97
    ? !(code >= 48 && code <= 57) && code !== apostrophe && code !== hyphen
    : code > 122 && code < 128;
}

const apostrophe = 39;
const hyphen = 45;

/** Prepares a sentence for the rules of free wording. */
export function sayAgain(text: string): Said {
  const flat = flatten(text);
  const isPlain = plainWords.test(text);
  const words = wordsOf(flat);
  const typed = isPlain ? (flat === text ? words : text.split(' ')) : typedWords(text, words);
  return {
    flat,
    words,
    typed,
    asTyped: (run) => {
      const parts = wordsOf(run);
      const at = words.findIndex((_, index) =>
        parts.every((part, offset) => words[index + offset] === part),
      );
      return at < 0 ? run : typed.slice(at, at + parts.length).join(' ');
    },
  };
}

/** Words of letters and figures only: none is parted. */
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function typedWords(text: string, words: readonly string[]): readonly string[] {
  const composed = wordsOf(
    isAscii(text)
      ? text.replace(/[^A-Za-z0-9' -]+/g, ' ')
      : text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}' -]/gu, ' '),
  );
  return composed.length === words.length ? composed : words;
}

/** The words of a flat text, also split at hyphens. */
export function flatWords(flat: string): readonly string[] {
  return splitAt(flat, space);
}

/** Splits at spaces, apostrophes and hyphens: a text that was flattened has no other space. */
export function wordsOf(text: string): readonly string[] {
  return splitAt(text, apostrophe);
}

/** A flat text is split once: few have an apostrophe. */
const lastSplit = { text: '', separator: 0, words: [] as readonly string[] };

function splitAt(text: string, separator: number): readonly string[] {
  if (lastSplit.text === text && lastSplit.separator === separator) return lastSplit.words;
  const used = text.includes("'") ? separator : apostrophe;
  if (lastSplit.text !== text || lastSplit.separator !== used) {
    lastSplit.words = partsAt(text, used);
    lastSplit.text = text;
    lastSplit.separator = used;
  }
  return lastSplit.words;
}

function partsAt(text: string, separator: number): string[] {
  const words: string[] = [];
  const { length } = text;
  let from = 0;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? text.charCodeAt(at) : space;
    if (code !== space && code !== separator && code !== hyphen) continue;
    if (at > from) words.push(wordIn(text, from, at));
    from = at + 1;
  }
  return words;
}

const space = 32;

/** The same string each time: what is looked up by it is found sooner. */
const wordIn = rememberedPart((word) => word);
