import { bestOf, needsOf, type Needs } from './needs.ts';

/** Tells which of many patterns may match a text, in one pass over it. */
export interface Sieve {
  /**
   * Looks at a text once.
   * @returns whether the pattern may match it; `true` for a pattern that the sieve doesn't have
   */
  sift(text: string): (pattern: RegExp) => boolean;
}

/** Strings are found by their first characters. Shorter ones tell too little in a text of letters. */
type KeyLength = 1 | 3;

/** The most lists looked at for one pattern. */
const listsMax = 3;

/** A string, and the lists that it satisfies. */
interface Sought {
  readonly string: string;
  readonly lists: number[];
}

/**
 * Prepares patterns. One that ignores case is always tried.
 * @param keyLength the least length of strings to look for: 1 where each character has a meaning of its own
 */
export function createSieve(patterns: readonly RegExp[], keyLength: KeyLength = 3): Sieve {
  const sought = new Map<string, Sought>();
  const needs = new Map<RegExp, readonly number[]>();
  let lists = 0;
  for (const pattern of patterns) {
    const needed: number[] = [];
    for (const strings of selective(needsOf(pattern), keyLength)) {
      for (const string of withoutLonger(strings)) soughtOf(string, sought).lists.push(lists);
      needed.push(lists);
      lists += 1;
    }
    if (needed.length > 0) needs.set(pattern, needed);
  }
  const looking = { sought: byKey(sought.values(), keyLength), keyLength };
  /** The turn in which a list was last satisfied. */
  const satisfied = new Uint32Array(lists);
  let turn = 0;
  let last: string | undefined;
  const mayMatch = (pattern: RegExp): boolean => {
    const needed = needs.get(pattern);
    if (needed === undefined) return true;
    for (const list of needed) if (satisfied[list] !== turn) return false;
    return true;
  };
  return {
    sift: (text) => {
      // The same text is looked at by several groups of rules.
      if (text !== last) {
        last = text;
        turn += 1;
        look(text, looking, (lists) => {
          for (const list of lists) satisfied[list] = turn;
        });
      }
      return mayMatch;
    },
  };
}

/** The lists that tell most, only of strings that are long enough. */
function selective(needs: Needs, keyLength: KeyLength): Needs {
  const left = needs.filter((strings) => strings.every(({ length }) => length >= keyLength));
  const chosen: (readonly string[])[] = [];
  while (chosen.length < listsMax && left.length > 0) {
    const best = bestOf(left);
    if (!best) break;
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
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

function byKey(
  all: Iterable<Sought>,
  keyLength: KeyLength,
): ReadonlyMap<number, readonly Sought[]> {
  const keyed = new Map<number, Sought[]>();
  for (const one of all) {
    const key = keyAt(one.string, 0, keyLength);
    const known = keyed.get(key);
    if (known) known.push(one);
    else keyed.set(key, [one]);
  }
  return keyed;
}

function keyAt(text: string, at: number, keyLength: KeyLength): number {
  const first = text.charCodeAt(at);
  return keyLength === 1
    ? first
    : (first << 16) ^ (text.charCodeAt(at + 1) << 8) ^ text.charCodeAt(at + 2);
}

interface Looking {
  readonly sought: ReadonlyMap<number, readonly Sought[]>;
  readonly keyLength: KeyLength;
}

function look(
  text: string,
  { sought, keyLength }: Looking,
  found: (lists: readonly number[]) => void,
): void {
  for (let at = 0; at + keyLength <= text.length; at += 1) {
    const candidates = sought.get(keyAt(text, at, keyLength));
    if (!candidates) continue;
    for (const { string, lists } of candidates) {
      // Other characters may have the same key.
      if (text.startsWith(string, at)) found(lists);
    }
  }
}
