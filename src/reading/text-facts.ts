import { factsBy, type WordFacts } from './word-facts.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Token } from './normalize.ts';

/** The facts of a text's words. */
export interface TextFacts {
  readonly of: readonly WordFacts[];
  /** The signs and beginnings of all words together. */
  readonly signs: number;
  readonly begun: number;
  readonly begunBeside: number;
}

let lastWords: { words: readonly string[]; lexicon: Lexicon; facts: TextFacts } | undefined;
let lastTokens: { tokens: readonly Token[]; lexicon: Lexicon; facts: TextFacts } | undefined;

/** The facts of words. Several readers ask for those of the same ones. */
export function factsIn(words: readonly string[], lexicon: Lexicon): TextFacts {
  if (lastWords?.words !== words || lastWords.lexicon !== lexicon)
    lastWords = { words, lexicon, facts: together(words.map(factsBy(lexicon))) };
  return lastWords.facts;
}

/** The facts of tokens. In most texts they are the words that rules see. */
export function factsOfTokens(tokens: readonly Token[], lexicon: Lexicon): TextFacts {
  if (lastTokens?.tokens !== tokens || lastTokens.lexicon !== lexicon) {
    const factsOf = factsBy(lexicon);
    const isSame = lastWords?.lexicon === lexicon && areWords(tokens, lastWords.words);
    const facts =
      isSame && lastWords ? lastWords.facts : together(tokens.map(({ word }) => factsOf(word)));
    lastTokens = { tokens, lexicon, facts };
  }
  return lastTokens.facts;
}

function areWords(tokens: readonly Token[], words: readonly string[]): boolean {
  if (tokens.length !== words.length) return false;
  for (let at = 0; at < words.length; at += 1) if (tokens[at]?.word !== words[at]) return false;
  return true;
}

function together(of: readonly WordFacts[]): TextFacts {
  let signs = 0;
  let begun = 0;
  let begunBeside = 0;
  for (const one of of) {
    signs |= one.signs;
    begun |= one.begun;
    begunBeside |= one.begunBeside;
  }
  return { of, signs, begun, begunBeside };
}
