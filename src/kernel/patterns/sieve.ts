import { bestOf, needsIgnoringCase, needsOf, type Needs } from './needs.ts';
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

/**
 * Prepares patterns when a text is first looked at: most processes that load them read none.
 * @param keyLength the least length of strings to look for: 1 where each character has a meaning of its own
 * @param scanner several sieves with the same scanner look at a text once
 */
export function createSieve(
  patterns: readonly RegExp[],
  keyLength: KeyLength = 3,
  scanner: Scanner = createScanner(),
): Sieve {
  let blocks: Blocks | undefined;
  const blocksNow = (): Blocks => (blocks ??= createBlocks(patterns, keyLength, scanner));
  let sifted = '';
  const mayMatch = (pattern: RegExp): boolean => {
    const { numbers, mayMatchAt } = blocksNow();
    const number = numbers.get(pattern);
    if (number === undefined) return true;
    scanner.scan(sifted);
    return (mayMatchAt(number >>> 5) & (1 << (number & 31))) !== 0;
  };
  const prepare = (rules: Rules): NextRule => {
    const { numbers } = blocksNow();
    const all = rules.map((rule) => (rule instanceof RegExp ? rule : rule.pattern));
    const start = numbers.get(all[0] ?? none) ?? -1;
    const isRun = all.every((pattern, index) => numbers.get(pattern) === start + index);
    return isRun ? nextInRun(start, all.length) : nextOf(all);
  };
  const nextOf =
    (rules: readonly RegExp[]): NextRule =>
    (text, from) => {
      sifted = text;
      return rules.findIndex((rule, index) => index >= from && mayMatch(rule));
    };
  /** Of patterns with numbers in a row, 32 are looked at together. */
  const nextInRun =
    (start: number, length: number): NextRule =>
    (text, from) => {
      const { mayMatchAt } = blocksNow();
      scanner.scan(text);
      for (let at = start + from; at < start + length; at = (at | 31) + 1) {
        const bits = mayMatchAt(at >>> 5) >>> (at & 31);
        if (bits === 0) continue;
        const found = at + 31 - Math.clz32(bits & -bits);
        return found < start + length ? found - start : -1;
      }
      return -1;
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
      let ready: NextRule | undefined;
      const next: NextRule = (text, from) => (ready ??= prepare(rules))(text, from);
      prepared.set(rules, next);
      return next;
    },
  };
}

/** Which patterns may match the text that was scanned. */
interface Blocks {
  /** A number for each pattern, in their order. */
  readonly numbers: ReadonlyMap<RegExp, number>;
  /** The same for 32 patterns, a bit for each. @param place the number of the first one, divided by 32 */
  readonly mayMatchAt: (place: number) => number;
}

/** Gives the lists that patterns need to a scanner: a block of bits for the first list of all patterns, one for the second, and so on. */
function createBlocks(patterns: readonly RegExp[], keyLength: KeyLength, scanner: Scanner): Blocks {
  const all = [...new Set(patterns)];
  const numbers = new Map(all.map((pattern, number) => [pattern, number]));
  const needs = all.map((pattern) => {
    const known = ignoresCase(pattern) ? needsIgnoringCase(pattern) : needsOf(pattern);
    return selective(known, keyLength).map(withoutLonger);
  });
  const width = (all.length + 31) >>> 5;
  const blocks = Math.max(0, ...needs.map(({ length }) => length));
  const first = scanner.reserve(blocks * width * 32);
  /** The bits of patterns that have no such list. */
  const open = new Int32Array(blocks * width).fill(-1);
  needs.forEach((lists, number) => {
    lists.forEach((strings, block) => {
      const place = block * width + (number >>> 5);
      open[place] = (open[place] ?? 0) & ~(1 << (number & 31));
      const list = first + place * 32 + (number & 31);
      if (ignoresCase(all[number] ?? none)) scanner.addTestTo(list, hasAny(strings));
      else scanner.addTo(list, strings);
    });
  });
  return {
    numbers,
    mayMatchAt: (place) => {
      let bits = -1;
      for (let at = place; at < open.length; at += width)
        bits &= scanner.bits((first >>> 5) + at) | (open[at] ?? 0);
      return bits;
    },
  };
}

function ignoresCase({ flags }: RegExp): boolean {
  return flags.includes('i');
}

/** Whether a word has one of these strings in any case. The long s is an s then. */
function hasAny(strings: readonly string[]): (word: string) => boolean {
  return (word) => {
    const lower = word.toLowerCase().replaceAll('ſ', 's');
    return strings.some((string) => lower.includes(string));
  };
}

/** Stands for a pattern that isn't there. */
const none = /(?!)/;

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
    strings.every((string) => tells(string, keyLength)),
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

/** A sign or a figure is in few texts, a short run of letters in many. */
function tells(string: string, keyLength: KeyLength): boolean {
  return string.trim() !== '' && (string.length >= keyLength || /[^\p{L} ]/u.test(string));
}

/** One of lists that are alike. */
function unlike(needs: Needs): (readonly string[])[] {
  return [...new Map(needs.map((strings) => [strings.join('\n'), strings])).values()];
}

/** A text with `payments` also has `payment`. */
function withoutLonger(strings: readonly string[]): readonly string[] {
  /** Those that stay, by their first characters: comparing each with each takes most of a start. */
  const kept = new Map<number, string[]>();
  const hasKept = (string: string, at: number, length: number): boolean =>
    kept.get(keyAt(string, at, length))?.some((one) => string.startsWith(one, at)) === true;
  const unique = [...new Set(strings)].sort((one, other) => one.length - other.length);
  return unique.filter((string) => {
    for (let at = 0; at < string.length; at += 1)
      if (hasKept(string, at, 1) || hasKept(string, at, 2)) return false;
    const key = keyAt(string, 0, string.length);
    const group = kept.get(key);
    if (group) group.push(string);
    else kept.set(key, [string]);
    return true;
  });
}

/** A number for one character, or for two. */
function keyAt(string: string, at: number, length: number): number {
  const first = string.charCodeAt(at);
  return length > 1 ? (first + 1) * 0x1_0000 + string.charCodeAt(at + 1) : first;
}
