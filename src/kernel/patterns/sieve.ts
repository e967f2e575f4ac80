import { bestOf, needsOf, type Needs } from './needs.ts';

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

/** Strings are found by their first characters. Shorter ones tell too little in a text of letters. */
type KeyLength = 1 | 3;

/** The most lists looked at for one pattern. */
const listsMax = 4;

/** A string, and the lists that it satisfies. */
interface Sought {
  readonly string: string;
  readonly lists: number[];
}

/** A pattern that needs nothing needs this list, which every text satisfies. */
const always = 0;
const nothing: readonly number[] = [];

/**
 * Prepares patterns. One that ignores case is always tried.
 * @param keyLength the least length of strings to look for: 1 where each character has a meaning of its own
 */
export function createSieve(patterns: readonly RegExp[], keyLength: KeyLength = 3): Sieve {
  const sought = new Map<string, Sought>();
  const needs = new Map<RegExp, readonly number[]>();
  let lists = always + 1;
  for (const pattern of patterns) {
    const needed: number[] = [];
    for (const strings of selective(needsOf(pattern), keyLength)) {
      for (const string of withoutLonger(strings)) soughtOf(string, sought).lists.push(lists);
      needed.push(lists);
      lists += 1;
    }
    if (needed.length > 0) needs.set(pattern, needed);
  }
  const looking = { ...byKey([...sought.values()], keyLength), keyLength };
  /** The turn in which a list was last satisfied. */
  const satisfied = new Uint32Array(lists);
  let turn = 0;
  let last: string | undefined;
  const look = (text: string) => {
    // The same text is looked at by several groups of rules.
    if (text === last) return;
    last = text;
    turn += 1;
    satisfied[always] = turn;
    markFound(text, looking, satisfied, turn);
  };
  const mayMatch = (pattern: RegExp): boolean => {
    for (const list of needs.get(pattern) ?? nothing) if (satisfied[list] !== turn) return false;
    return true;
  };
  const prepare = (rules: Rules): NextRule => {
    const needed = new Uint16Array(rules.length * listsMax);
    rules.forEach((rule, index) => {
      needed.set(needs.get(rule instanceof RegExp ? rule : rule.pattern) ?? [], index * listsMax);
    });
    return (text, from) => {
      look(text);
      for (let index = from, at = from * listsMax; index < rules.length; index += 1) {
        if (
          satisfied[needed[at] ?? 0] === turn &&
          satisfied[needed[at + 1] ?? 0] === turn &&
          satisfied[needed[at + 2] ?? 0] === turn &&
          satisfied[needed[at + 3] ?? 0] === turn
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
      look(text);
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

function soughtOf(string: string, sought: Map<string, Sought>): Sought {
  const known = sought.get(string) ?? { string, lists: [] };
  sought.set(string, known);
  return known;
}

/** Rows for hashed keys; a power of two. */
const rowsMax = 1 << 14;

interface Looking {
  /** The group of the strings whose key has this row; 0 for none. */
  readonly rows: Uint16Array;
  readonly groups: readonly (readonly Sought[])[];
  readonly keyLength: KeyLength;
}

function byKey(all: readonly Sought[], keyLength: KeyLength): Omit<Looking, 'keyLength'> {
  const rows = new Uint16Array(rowsMax);
  const groups: Sought[][] = [[]];
  for (const one of all) {
    const key =
      keyLength === 1
        ? one.string.charCodeAt(0)
        : keyOf(one.string.charCodeAt(0), one.string.charCodeAt(1), one.string.charCodeAt(2));
    const row = key & (rowsMax - 1);
    const known = groups[rows[row] ?? 0];
    if (known && rows[row] !== 0) known.push(one);
    else rows[row] = groups.push([one]) - 1;
  }
  return { rows, groups };
}

function keyOf(first: number, second: number, third: number): number {
  return (first << 10) ^ (second << 5) ^ third;
}

/** Marks the lists that a text satisfies. */
function markFound(
  text: string,
  { rows, groups, keyLength }: Looking,
  satisfied: Uint32Array,
  turn: number,
): void {
  let second = text.charCodeAt(0);
  let third = keyLength === 1 ? 0 : text.charCodeAt(1);
  for (let at = 0; at + keyLength <= text.length; at += 1) {
    let key: number;
    if (keyLength === 1) key = text.charCodeAt(at);
    else {
      const first = second;
      second = third;
      third = text.charCodeAt(at + 2);
      key = keyOf(first, second, third);
    }
    const group = rows[key & (rowsMax - 1)] ?? 0;
    if (group !== 0) markGroup(groups[group] ?? [], text, at, { satisfied, turn });
  }
}

function markGroup(
  group: readonly Sought[],
  text: string,
  at: number,
  { satisfied, turn }: { readonly satisfied: Uint32Array; readonly turn: number },
): void {
  for (let index = 0; index < group.length; index += 1) {
    const sought = group[index];
    // Other characters may have the same key.
    if (!sought || !isAt(sought.string, text, at)) continue;
    const { lists } = sought;
    for (let list = 0; list < lists.length; list += 1) satisfied[lists[list] ?? always] = turn;
  }
}

/** The same as `startsWith`, which costs more for short strings. The end tells more than the beginning. */
function isAt(string: string, text: string, at: number): boolean {
  let index = string.length - 1;
  if (at + index >= text.length) return false;
  while (index >= 0 && string.charCodeAt(index) === text.charCodeAt(at + index)) index -= 1;
  return index < 0;
}
