import type { Reading } from './reading.ts';
import type { FigureStyle } from './figures.ts';
import type { Grammar } from './grammar.ts';
import type { ShareReader } from './share-words.ts';

/** The context for reading a command's arguments. */
export interface CommandContext {
  readonly grammar: Grammar;
  readonly shares: ShareReader;
  /** The format of figures: the member's language's, and that of the words. */
  readonly style: FigureStyle;
}

/** A text in a command's shape. `isWhole`: every word had its place, and none is a mere word. */
export interface CommandReading {
  readonly reading: Reading;
  readonly isWhole: boolean;
  /** A money command was said loosely: ask first. */
  readonly confirm?: boolean;
}

/** A reading in which every word had its place. */
export function whole(reading: Reading): CommandReading {
  return { reading, isWhole: true };
}
