import { UsageError } from './usage-error.ts';

/**
 * Refuses surplus words, since an ignored word would hide a mistake.
 * @param words the words on the command line besides the options
 * @param most how many of them the subcommand reads
 */
export function noMoreThan(most: number, words: readonly string[]): void {
  const extra = words[most];
  if (extra !== undefined) throw new UsageError(`unexpected argument ‘${shown(extra)}’`);
}

const shownMost = 80;

/** A word of the user as an answer repeats it: its beginning, if it is long. */
export function shown(word: string): string {
  return word.length <= shownMost ? word : `${word.slice(0, shownMost)}…`;
}
