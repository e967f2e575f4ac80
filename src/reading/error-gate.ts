import { needsOf } from '../kernel/patterns/needs.ts';
import { signCount, signNumbers } from './lexicon/error-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { plain } from './normalize.ts';
import { errorRules, ownErrorRules } from './possible-error-rules.ts';
import { goesOn, isWord } from './possible-error-terms.ts';
import { flatten, wordsOf } from './said.ts';
import { factsIn } from './text-facts.ts';
import type { WordFacts } from './word-facts.ts';

/** Printable ASCII without figures, money signs and slashes: the words of its flat form are its tokens. */
const plainText = /^[ -#%-.:-~]*$/;

/**
 * Whether a text may report an error, by its words alone: for a rule, all meanings that it needs are there, in any order. Most texts
 * end here, for much less than the line of their meanings costs. Never says no to a text that a rule matches.
 */
export function mayReportByWords(tidied: string, lexicon: Lexicon): boolean {
  if (!plainText.test(tidied)) return true;
  const { spacing, typing } = lexicon.errors;
  const said = plain(tidied);
  if (typing.mayChange(said) || spacing.mayChange(said.replaceAll("'", ' '))) return true;
  markMeanings(factsIn(wordsOf(flatten(tidied)), lexicon).of);
  return isAnyMet();
}

/** How many numbers the bits of all signs take. */
const width = Math.ceil(signCount / 32);

/** The meanings of the text that is looked at: a bit for each sign. */
const found = new Int32Array(width);

/** Marks the meanings of all words, and of all phrases whose first two words stand side by side. */
function markMeanings(words: readonly WordFacts[]): void {
  found.fill(0);
  for (let at = 0; at < words.length; at += 1) {
    const meaning = words[at]?.meaning;
    const next = words[at + 1]?.meaning.token;
    if (!meaning) continue;
    mark(found, meaning.signs);
    if (next === undefined || !goesOn(meaning, next)) continue;
    for (const { parts, signs } of meaning.begins ?? [])
      if (isWord(next, parts[1] ?? '')) mark(found, signs);
  }
}

function mark(bits: Int32Array, numbers: readonly number[]): void {
  for (const number of numbers)
    bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
}

/** The lists of meanings that a rule needs, of each at least one. */
function needsIn(rule: RegExp): readonly (readonly number[])[] {
  return needsOf(rule).flatMap((strings) => {
    // A string without a meaning is in any line. Of several meanings in one, the first one is looked at.
    const firsts = strings.map((string) => signNumbers(string).slice(0, 1));
    return firsts.some(({ length }) => length === 0) ? [] : [firsts.flat()];
  });
}

/** What all rules need, in one row of numbers: how many numbers a rule has, then the bits of each of its lists. */
const needed = Int32Array.from(
  [...errorRules, ...ownErrorRules].flatMap((rule) => {
    const lists = needsIn(rule).flatMap((numbers) => {
      const bits = new Int32Array(width);
      mark(bits, numbers);
      return [...bits];
    });
    return [lists.length, ...lists];
  }),
);

/** Whether the marked meanings have what some rule needs. */
function isAnyMet(): boolean {
  for (let at = 0; at < needed.length;) {
    const end = at + 1 + (needed[at] ?? 0);
    at += 1;
    while (at < end && hasAny(at)) at += width;
    if (at === end) return true;
    at = end;
  }
  return false;
}

/** Whether a meaning of the list at this place of `needed` is marked. */
function hasAny(list: number): boolean {
  for (let at = 0; at < width; at += 1)
    if (((found[at] ?? 0) & (needed[list + at] ?? 0)) !== 0) return true;
  return false;
}
