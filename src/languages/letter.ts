import type { LetterKind } from '../kernel/vocabulary/dispute.ts';

/** A letter in one language: what it is about, and its paragraphs. `{…}` are places. */
export interface LetterTexts {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** All letters in one language. Have a lawyer read a change before it goes out. */
export type Letters = Readonly<Record<LetterKind, LetterTexts>>;

/**
 * Counts up with each change of the letters' wording, in any language. A letter keeps the version
 * and the text that it was written with.
 */
export const letterVersion = 1;
