import type { Reading } from './reading.ts';
import type { FigureStyle } from './figures.ts';
import type { Grammar } from './grammar.ts';
import type { ShareReader } from './share-words.ts';

/** What a command's arguments are read by. */
export interface CommandContext {
  readonly grammar: Grammar;
  readonly shares: ShareReader;
  /** How figures are written: as the member's language has them, and the words' own. */
  readonly style: FigureStyle;
}

/** A text in a command's shape. `isWhole`: nothing in it was left over or is a mere word. */
export interface CommandReading {
  readonly reading: Reading;
  readonly isWhole: boolean;
  /** What would move money was said loosely: ask first. */
  readonly confirm?: boolean;
}

/** A reading in which every word had its place. */
export function whole(reading: Reading): CommandReading {
  return { reading, isWhole: true };
}
