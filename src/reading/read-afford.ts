import { matchesSifted } from '../kernel/patterns/sieve.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { restOf, textIn, withAmount } from './afford-rest.ts';
import type { AffordPatterns } from './lexicon/afford-words.ts';
import { joinedWords, type Token } from './normalize.ts';
import type { Reading } from './reading.ts';
import { figureStyleOf, type Reader } from './read-shaped.ts';

/** What the text asks, and in which language. */
export interface AffordFound {
  readonly reading: Reading;
  readonly language: Language;
}

/**
 * Reads *can I afford $300?* and *how much can I spend until Friday?*, as a whole sentence. It is a
 * question, so it never moves money; what is not surely this question is left to others.
 */
export function readAfford(tokens: readonly Token[], reader: Reader): AffordFound | undefined {
  const { lexicon } = reader.grammar;
  const { gate, languages } = lexicon.afford;
  if (!matchesSifted(gate, joinedWords(tokens), lexicon.sieve)) return undefined;
  for (const patterns of languages) {
    const text = textIn(tokens, patterns.language, lexicon);
    const found = readIn(text, patterns, reader);
    if (found) return found;
  }
  return undefined;
}

function readIn(
  text: string,
  patterns: AffordPatterns,
  { context, shares, grammar: { lexicon } }: Reader,
): AffordFound | undefined {
  const [, typed, after] = patterns.asks.exec(text) ?? [];
  const [, afterAll] = typed === undefined ? (patterns.asksHowMuch.exec(text) ?? []) : [];
  const tail = after ?? afterAll;
  const read = tail === undefined ? undefined : restOf(tail, { patterns, shares });
  if (!read) return undefined;
  const style = figureStyleOf(context, patterns.language, lexicon);
  const reading = withAmount(typed, read, style);
  return reading && { reading, language: patterns.language };
}
