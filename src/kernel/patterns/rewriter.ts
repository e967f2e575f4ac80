import type { Scanner } from './scanner.ts';
import { createSieve } from './sieve.ts';

/** Replaces what some patterns match, one pattern after another. */
export interface Rewriter {
  (text: string): string;
  /** Whether a part of this text may be changed. */
  mayChange(text: string): boolean;
}

/**
 * Prepares replacements. A text that no pattern can match costs one look at its words.
 * @param scanner several rewriters and sieves with the same scanner look at a text once
 */
export function createRewriter(
  pairs: readonly (readonly [pattern: RegExp, replacement: string])[],
  scanner?: Scanner,
): Rewriter {
  const patterns = pairs.map(([pattern]) => pattern);
  const next = createSieve(patterns, 3, scanner).among(patterns);
  const rewrite = (text: string) => {
    let said = text;
    for (let at = next(said, 0); at >= 0; at = next(said, at + 1)) {
      const pair = pairs[at];
      if (pair) said = said.replace(pair[0], pair[1]);
    }
    return said;
  };
  return Object.assign(rewrite, { mayChange: (text: string) => next(text, 0) >= 0 });
}
