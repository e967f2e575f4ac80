import { bestOf, needsOf, type Needs } from './needs.ts';
import { createScanner, type Scanner } from './scanner.ts';

/** Rules in the order in which they are tried: patterns, or objects that have one. */
export type Rules = readonly (RegExp | { readonly pattern: RegExp })[];

/**
 * Finds the next rule that may match a text.
 * @returns its index, `from` or greater; -1 if no more may match
 */
export type NextRule = (text: string, from: number) => number;

/** Tells which of many patterns may match a text, in one pass over it. */
export interface Sieve {
  /**
   * Looks at a text once.
   * @returns whether the pattern may match it; `true` for a pattern that the sieve doesn't have
   */
  sift(text: string): (pattern: RegExp) => boolean;
  /** Prepares some of the patterns, once for each list. */
  among(rules: Rules): NextRule;
}

/** The least length of strings to look for. Shorter ones tell too little in a text of letters. */
type KeyLength = 1 | 3;

/** The most lists looked at for one pattern. */
const listsMax = 4;

const nothing: readonly number[] = [];

/**
 * Prepares patterns. One that ignores case is always tried.
 * @param keyLength the least length of strings to look for: 1 where each character has a meaning of its own
 * @param scanner several sieves with the same scanner look at a text once
 */
export function createSieve(
  patterns: readonly RegExp[],
  keyLength: KeyLength = 3,
  scanner: Scanner = createScanner(),
): Sieve {
  const needs = new Map<RegExp, readonly number[]>();
  for (const pattern of patterns) {
    const needed = selective(needsOf(pattern), keyLength).map((strings) =>
      scanner.add(withoutLonger(strings)),
    );
    if (needed.length > 0) needs.set(pattern, needed);
  }
  let sifted = '';
  const mayMatch = (pattern: RegExp): boolean => {
    scanner.scan(sifted);
    for (const list of needs.get(pattern) ?? nothing) if (!scanner.has(list)) return false;
    return true;
  };
  const prepare = (rules: Rules): NextRule => {
    const needed = new Uint16Array(rules.length * listsMax);
    rules.forEach((rule, index) => {
      needed.set(needs.get(rule instanceof RegExp ? rule : rule.pattern) ?? [], index * listsMax);
    });
    return (text, from) => {
      scanner.scan(text);
      for (let index = from, at = from * listsMax; index < rules.length; index += 1) {
        if (
          scanner.has(needed[at] ?? 0) &&
          scanner.has(needed[at + 1] ?? 0) &&
          scanner.has(needed[at + 2] ?? 0) &&
          scanner.has(needed[at + 3] ?? 0)
        )
          return index;
        at += listsMax;
      }
      return -1;
    };
  };
  const prepared = new WeakMap<Rules, NextRule>();
  return {
    sift: (text) => {
      sifted = text;
      return mayMatch;
    },
    among: (rules) => {
      const known = prepared.get(rules);
      if (known) return known;
      const next = prepare(rules);
      prepared.set(rules, next);
      return next;
    },
  };
}

/** The first of some rules that matches a text. */
export function firstMatch<R extends { readonly pattern: RegExp }>(
  rules: readonly R[],
  text: string,
  sieve: Sieve,
): R | undefined {
  const next = sieve.among(rules);
  for (let at = next(text, 0); at >= 0; at = next(text, at + 1))
    if (rules[at]?.pattern.test(text) === true) return rules[at];
  return undefined;
}

/** Whether a pattern matches a text. A look at the sieve comes first. */
export function matchesSifted(pattern: RegExp, text: string, sieve: Sieve): boolean {
  return sieve.sift(text)(pattern) && pattern.test(text);
}

/** The lists that tell most, only of strings that are long enough. A space alone is in nearly all texts. */
function selective(needs: Needs, keyLength: KeyLength): Needs {
  const left = unlike(needs).filter((strings) =>
    strings.every((string) => string.length >= keyLength && string.trim() !== ''),
  );
  const chosen: (readonly string[])[] = [];
  while (chosen.length < listsMax && left.length > 0) {
    const best = bestOf(left);
    if (!best) break;
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
}

/** One of lists that are alike. */
function unlike(needs: Needs): (readonly string[])[] {
  return [...new Map(needs.map((strings) => [strings.join('\n'), strings])).values()];
}

/** A text with `payments` also has `payment`. */
function withoutLonger(strings: readonly string[]): readonly string[] {
  const unique = [...new Set(strings)];
  return unique.filter(
    (string) => !unique.some((other) => other !== string && string.includes(other)),
  );
}
