import { UsageError } from './usage-error.ts';

/**
 * Refuses surplus words, since an ignored word would hide a mistake.
 * @param words the words on the command line besides the options
 * @param most how many of them the subcommand reads
 */
export function noMoreThan(most: number, words: readonly string[]): void {
  const extra = words[most];
  if (extra !== undefined) throw new UsageError(`unexpected argument ‘${extra}’`);
}
