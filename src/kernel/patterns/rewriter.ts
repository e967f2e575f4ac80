import { createSieve } from './sieve.ts';

/** Replaces what some patterns match, one pattern after another. */
export type Rewriter = (text: string) => string;

/** Prepares replacements. A text that no pattern can match costs one look at its characters. */
export function createRewriter(
  pairs: readonly (readonly [pattern: RegExp, replacement: string])[],
): Rewriter {
  const patterns = pairs.map(([pattern]) => pattern);
  const next = createSieve(patterns).among(patterns);
  return (text) => {
    let said = text;
    for (let at = next(said, 0); at >= 0; at = next(said, at + 1)) {
      const pair = pairs[at];
      if (pair) said = said.replace(pair[0], pair[1]);
    }
    return said;
  };
}
