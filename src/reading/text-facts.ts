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

/** Words whose facts were asked for last, of a text or of its tokens. */
interface Last<Words> {
  readonly words: Words;
  readonly lexicon: Lexicon;
  readonly facts: TextFacts;
}

let lastWords: Last<readonly string[]> | undefined;
let lastTokens: Last<readonly Token[]> | undefined;

/** The facts of words. Several readers ask for those of the same ones, and in most texts the tokens are the same words. */
export function factsIn(words: readonly string[], lexicon: Lexicon): TextFacts {
  if (lastWords?.words === words && lastWords.lexicon === lexicon) return lastWords.facts;
  const isSame = lastTokens?.lexicon === lexicon && areWords(lastTokens.words, words);
  const facts = isSame && lastTokens ? lastTokens.facts : together(words.map(factsBy(lexicon)));
  lastWords = { words, lexicon, facts };
  return facts;
}

/** The facts of tokens. */
export function factsOfTokens(tokens: readonly Token[], lexicon: Lexicon): TextFacts {
  if (lastTokens?.words === tokens && lastTokens.lexicon === lexicon) return lastTokens.facts;
  const isSame = lastWords?.lexicon === lexicon && areWords(tokens, lastWords.words);
  const factsOf = factsBy(lexicon);
  const facts =
    isSame && lastWords ? lastWords.facts : together(tokens.map(({ word }) => factsOf(word)));
  lastTokens = { words: tokens, lexicon, facts };
  return facts;
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
