/** Words in one string, spaces between: how packs write them. */
export type Words = string;

/** The words of such a string. */
export function wordsOf(text: Words): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** The sets that packs give under these keys, each the union over all packs. */
export function unite<Key extends string>(
  keys: readonly Key[],
  packs: readonly Readonly<Partial<Record<Key, Words>>>[],
): Readonly<Record<Key, ReadonlySet<string>>> {
  const sets = keys.map((key) => [key, new Set(packs.flatMap((pack) => wordsOf(pack[key] ?? '')))]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each key
  return Object.fromEntries(sets) as Record<Key, ReadonlySet<string>>;
}

/** For each key one pattern that matches where any pack's pattern does; where no pack has one, nothing matches. */
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

/** Parts of patterns as alternatives of one; of none, what never matches. */
export function either(parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.length === 0 ? '(?!)' : `(?:${given.join('|')})`;
}

/** Phrases in one string, commas between. */
export function phrasesOf(text: string): string[] {
  return text.split(',').map((phrase) => phrase.trim());
}
