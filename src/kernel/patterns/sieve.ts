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

interface Sought {
  readonly string: string;
  readonly id: number;
}

/**
 * Prepares patterns. One that ignores case is always tried.
 * @param keyLength the least length of strings to look for: 1 where each character has a meaning of its own
 */
export function createSieve(patterns: readonly RegExp[], keyLength: KeyLength = 3): Sieve {
  const ids = new Map<string, number>();
  const needs = new Map<RegExp, readonly Uint32Array[]>();
  for (const pattern of patterns) {
    const lists = selective(needsOf(pattern), keyLength).map((strings) =>
      Uint32Array.from(withoutLonger(strings), (string) => idOf(string, ids)),
    );
    if (lists.length > 0) needs.set(pattern, lists);
  }
  const sought = byKey(ids, keyLength);
  const seen = new Uint32Array(ids.size);
  let turn = 0;
  let last: string | undefined;
  const isSeen = (list: Uint32Array): boolean => {
    for (const id of list) if (seen[id] === turn) return true;
    return false;
  };
  const mayMatch = (pattern: RegExp): boolean => {
    const lists = needs.get(pattern);
    if (lists === undefined) return true;
    for (const list of lists) if (!isSeen(list)) return false;
    return true;
  };
  return {
    sift: (text) => {
      // The same text is looked at by several groups of rules.
      if (text !== last) {
        last = text;
        turn += 1;
        look(text, { sought, keyLength }, (id) => {
          seen[id] = turn;
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

function idOf(string: string, ids: Map<string, number>): number {
  const known = ids.get(string) ?? ids.size;
  ids.set(string, known);
  return known;
}

function byKey(
  ids: ReadonlyMap<string, number>,
  keyLength: KeyLength,
): ReadonlyMap<number, readonly Sought[]> {
  const sought = new Map<number, Sought[]>();
  for (const [string, id] of ids) {
    const key = keyAt(string, 0, keyLength);
    const known = sought.get(key);
    if (known) known.push({ string, id });
    else sought.set(key, [{ string, id }]);
  }
  return sought;
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

function look(text: string, { sought, keyLength }: Looking, found: (id: number) => void): void {
  for (let at = 0; at + keyLength <= text.length; at += 1) {
    const candidates = sought.get(keyAt(text, at, keyLength));
    if (!candidates) continue;
    for (const { string, id } of candidates) {
      // Other characters may have the same key.
      if (text.startsWith(string, at)) found(id);
    }
  }
}
