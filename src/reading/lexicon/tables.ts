/** Words in one string, separated by spaces, as packs write them. */
export type Words = string;

/** Splits such a string into words. */
export function wordsOf(text: Words): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** The sets under these keys, each united over all packs. */
export function unite<Key extends string>(
  keys: readonly Key[],
  packs: readonly Readonly<Partial<Record<Key, Words>>>[],
): Readonly<Record<Key, ReadonlySet<string>>> {
  const sets = keys.map((key) => [key, new Set(packs.flatMap((pack) => wordsOf(pack[key] ?? '')))]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each key
  return Object.fromEntries(sets) as Record<Key, ReadonlySet<string>>;
}

/** One pattern for each key that matches where any pack's pattern does. If no pack has one, it matches nothing. */
export function anyOf<Key extends string>(
  keys: readonly Key[],
  packs: readonly Readonly<Partial<Record<Key, RegExp>>>[],
): Readonly<Record<Key, RegExp>> {
  const patterns = keys.map((key) => [
    key,
    new RegExp(either(packs.map((pack) => pack[key]?.source))),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each key
  return Object.fromEntries(patterns) as Record<Key, RegExp>;
}

/** Joins parts of patterns as alternatives. Without parts, the result never matches. */
export function either(parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.length === 0 ? '(?!)' : `(?:${given.join('|')})`;
}

/**
 * Joins lists of plain alternatives, each of them once. Of two equal ones in a repeated group either may match: time would grow
 * exponentially with the words of a text.
 */
export function eachOnce(lists: readonly (string | undefined)[]): string {
  return either([...new Set(lists.flatMap((list) => list?.split('|') ?? []))]);
}

/** Splits a string of phrases at its commas. */
export function phrasesOf(text: string): string[] {
  return text.split(',').map((phrase) => phrase.trim());
}
