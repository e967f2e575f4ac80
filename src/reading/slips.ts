import { remembered } from '../kernel/remembered.ts';
import type { Grammar } from './grammar.ts';
import { differ, lettersOf } from './letters.ts';

/** The shortest word of the grammar that a typo can mean. */
const lengthMin = 4;

/**
 * Corrects a mistyped command word: one letter wrong, missing, extra or swapped, two from seven letters on; only if one word is
 * nearest. Ordinary words stay as they are.
 * @param isAlone nothing else shows that the text is a command, so only what a thumb does counts: `nice` isn't *nick*
 */
export function mend(word: string, grammar: Grammar, isAlone: boolean): string | undefined {
  const known = mends.get(grammar) ?? {
    alone: remembered((one) => mended(one, grammar, true) ?? null),
    amid: remembered((one) => mended(one, grammar, false) ?? null),
  };
  mends.set(grammar, known);
  return (isAlone ? known.alone : known.amid)(word) ?? undefined;
}

interface Mends {
  readonly alone: (word: string) => string | null;
  readonly amid: (word: string) => string | null;
}

const mends = new WeakMap<Grammar, Mends>();

function mended(word: string, grammar: Grammar, isAlone: boolean): string | undefined {
  const { ordinary, eitherHeads } = grammar.lexicon.commands;
  if (word.length < lengthMin || word.length > 20 || ordinary.has(word) || !/^[a-z]+$/.test(word))
    return undefined;
  // Two typos in a short word make another word.
  const long = isAlone ? 10 : 7;
  const most = word.length >= long ? 2 : 1;
  let best = most + 1;
  let found: string[] = [];
  const letters = lettersOf(word);
  for (const { candidate, letters: its } of candidatesOf(grammar)) {
    // The arguments decide the meaning of `tran`, so no typo can mean it.
    if (
      eitherHeads.has(candidate) ||
      candidate.length < lengthMin ||
      Math.abs(candidate.length - word.length) > most ||
      differ(letters, its) > most
    )
      continue;
    const allowed = candidate.length >= long ? most : 1;
    if (isAlone && !beginsAlike(word, candidate)) continue;
    const distance = slipsBetween(word, candidate, allowed, isAlone ? isThumbs : undefined);
    if (distance > allowed || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(candidate);
  }
  const intents = new Set(found.map((candidate) => grammar.words.get(candidate)?.intent));
  return intents.size === 1 ? found[0] : undefined;
}

interface Candidate {
  readonly candidate: string;
  readonly letters: number;
}

const candidates = new WeakMap<Grammar, readonly Candidate[]>();

/** The words of a grammar with their letters, prepared once. */
function candidatesOf(grammar: Grammar): readonly Candidate[] {
  const known = candidates.get(grammar);
  if (known) return known;
  const made = [...grammar.words.keys()].map((candidate) => ({
    candidate,
    letters: lettersOf(candidate),
  }));
  candidates.set(grammar, made);
  return made;
}

/** The first letter is right, or swapped with the second. */
function beginsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters that people write for each other because they sound alike. */
const sounds = ['aeiou', 'iy', 'cskz', 'vb'];

/** Whether a thumb or an ear takes one letter for the other. */
function isThumbs(a: string, b: string): boolean {
  return (
    keyRows.some((row) => row.includes(a + b) || row.includes(b + a)) ||
    sounds.some((letters) => letters.includes(a) && letters.includes(b))
  );
}

const nears = new WeakMap<Grammar, (word: string) => string | null>();

/** The nearest command word within two typos, for suggestions only; `null` if there is none. */
export function nearIn(grammar: Grammar): (word: string) => string | null {
  const known = nears.get(grammar);
  if (known) return known;
  const made = remembered((word) => near(word, grammar) ?? null);
  nears.set(grammar, made);
  return made;
}

function near(word: string, grammar: Grammar): string | undefined {
  const { ordinary } = grammar.lexicon.commands;
  if (word.length < lengthMin || word.length > 20 || ordinary.has(word)) return undefined;
  const most = word.length >= 8 ? 2 : 1;
  let best = most + 1;
  let found: string | undefined;
  for (const candidate of grammar.words.keys()) {
    // `balx` begins with a short word. A short word elsewhere in another is chance.
    if (candidate.length < lengthMin && !(candidate.length === 3 && word.startsWith(candidate)))
      continue;
    if (!beginsAlike(word, candidate)) continue;
    const distance = slipsBetween(word, candidate, most);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  for (const other of best > 1 ? ordinary : []) {
    // `thanls` is nearer to `thanks` than to any word of ours.
    if (slipsBetween(word, other, best - 1) < best) return undefined;
  }
  return found;
}

/** The longest word that typos are looked for in. */
const wordMax = 32;
/** Three rows of distances, used again by each call. */
const spare: readonly [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(wordMax + 1),
  new Uint8Array(wordMax + 1),
  new Uint8Array(wordMax + 1),
];

/**
 * Damerau-Levenshtein distance (adjacent swaps) up to `most`; `most + 1` if it is greater.
 * @param isSlip which letters may stand for each other at the price of one; absent: any
 */
export function slipsBetween(
  a: string,
  b: string,
  most: number,
  isSlip?: (one: string, other: string) => boolean,
): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || b.length > wordMax) return most + 1;
  if (most < 1) return most + 1;
  let [before, previous, current] = spare;
  for (let j = 0; j <= b.length; j += 1) previous[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    current[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      const price = !isSlip || isSlip(a.charAt(i - 1), b.charAt(j - 1)) ? 1 : 2;
      const change = (previous[j - 1] ?? 0) + (letter === other ? 0 : price);
      let value = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      const isSwap =
        i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      if (isSwap) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      current[j] = value;
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? most + 1;
}
