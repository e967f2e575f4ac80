import type { Grammar } from './grammar.ts';

/** Words of the grammar at least this long can be meant by a slip. */
const lengthMin = 4;

/**
 * The command word that a mistyped one means: one letter wrong, missing, too many or swapped, two from seven letters on;
 * one nearest word only. Ordinary words are what they are.
 */
export function mend(word: string, grammar: Grammar): string | undefined {
  const { ordinary, eitherHeads } = grammar.lexicon.commands;
  if (word.length < lengthMin || word.length > 20 || ordinary.has(word) || !/^[a-z]+$/.test(word))
    return undefined;
  const most = word.length >= 7 ? 2 : 1;
  let best = most + 1;
  let found: string[] = [];
  for (const candidate of grammar.words.keys()) {
    // `tran` means what its arguments say: no slip can mean it.
    if (
      eitherHeads.has(candidate) ||
      candidate.length < lengthMin ||
      Math.abs(candidate.length - word.length) > most
    )
      continue;
    // Two slips in a short word make another word.
    const allowed = candidate.length >= 7 ? most : 1;
    const distance = slipsBetween(word, candidate, allowed);
    if (distance > allowed || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(candidate);
  }
  const intents = new Set(found.map((candidate) => grammar.words.get(candidate)?.intent));
  return intents.size === 1 ? found[0] : undefined;
}

/** Nearest command word within two slips, for suggestions only. */
export function near(word: string, grammar: Grammar): string | undefined {
  const { ordinary } = grammar.lexicon.commands;
  if (word.length < lengthMin || word.length > 20 || ordinary.has(word)) return undefined;
  const most = word.length >= 8 ? 2 : 1;
  let best = most + 1;
  let found: string | undefined;
  for (const candidate of grammar.words.keys()) {
    // `balx` begins with a short word; a short word within another is chance.
    if (candidate.length < lengthMin && !(candidate.length === 3 && word.startsWith(candidate)))
      continue;
    const distance = slipsBetween(word, candidate, most);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  for (const other of best > 1 ? ordinary : []) {
    // `thanls` is nearer to thanks than to anything of ours.
    if (slipsBetween(word, other, best - 1) < best) return undefined;
  }
  return found;
}

/** Damerau-Levenshtein (adjacent swaps) up to `most`; `most + 1` where it is more. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let value = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
