import { plain } from './normalize.ts';

/** A sentence as rules of free wording look at it, and as it was typed. */
export interface Said {
  /** What `flatten` gives. */
  readonly flat: string;
  /** Its words: apostrophes and hyphens part them too. */
  readonly words: readonly string[];
  /** The same words as typed: what a share is named by is given back so. */
  readonly typed: readonly string[];
  /** A run of `flat` as it was typed. */
  asTyped(run: string): string;
}

/** Lower case, no accents, no punctuation but apostrophes: what rules look at. */
export function flatten(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}' -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Prepares a sentence for the rules of free wording. */
export function sayAgain(text: string): Said {
  const flat = flatten(text);
  const words = wordsOf(flat);
  const composed = wordsOf(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}' -]/gu, ' '));
  const typed = composed.length === words.length ? composed : words;
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

function wordsOf(text: string): string[] {
  return text.split(/[\s'-]+/).filter(Boolean);
}
