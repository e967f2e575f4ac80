import { UsageError } from './usage-error.ts';

/**
 * Refuses words that nothing would read: whoever writes one more than is understood means something by it.
 * @param words what stands on the command line beside the options
 * @param most how many of them are read
 */
export function noMoreThan(most: number, words: readonly string[]): void {
  const extra = words[most];
  if (extra !== undefined) throw new UsageError(`unexpected argument ‘${extra}’`);
}
