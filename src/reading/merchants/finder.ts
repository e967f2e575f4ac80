import type { FindableEntry, FinderWords } from './finder-words.ts';
import { createCategorizer } from './category-index.ts';
import { fold, nameWords } from './letters.ts';
import { namePattern, type NameWords } from './name-pattern.ts';

/** Tells which entries a member means. */
export interface Finder {
  /** The same for the same test. */
  readonly key: string;
  /** Absent: a merchant. */
  readonly category?: string;
  matches(entry: FindableEntry): boolean;
}

/** Makes the finder of what a member calls a merchant or a category: `schnucks`, `groceries`. */
export type FinderOf = (said: string) => Finder;

/** Prepares the words once. Patterns of merchants are made when somebody first asks for one. */
export function createFinders(words: FinderWords): FinderOf {
  const names: NameWords = {
    short: new Map(Object.entries(words.short).map(([word, forms]) => [word, listOf(forms)])),
    generic: new Set(listOf(words.generic)),
    articles: new Set(listOf(words.articles)),
    joining: new Set(listOf(words.joining)),
    attached: listOf(words.attached),
  };
  /** For names that we wrote: every word of them counts. */
  const whole: NameWords = { ...names, generic: new Set() };
  const called = calledBy(words);
  const merchantPattern = remembered((name: string) => {
    const [canonical, forms] = merchantOf(name, words.merchants);
    const others = canonical === undefined ? [] : [canonical, ...forms];
    return joined([patternOf([name], names), patternOf(others, whole)]);
  });
  const categoryOf = createCategorizer(words.categories, whole, listOf);
  return (said) => {
    const spoken = nameWords(said).join(' ');
    const category = called.get(spoken);
    if (category !== undefined)
      return {
        key: `c ${category}`,
        category,
        matches: (entry) => categoryOf(entry) === category,
      };
    const pattern = merchantPattern(spoken);
    return {
      key: `m ${spoken}`,
      matches: ({ description }) => pattern?.test(fold(description)) ?? false,
    };
  };
}

/** The category of each thing that members say. */
function calledBy({ said }: FinderWords): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(said).flatMap(([category, list]) =>
      listOf(list).map((word) => [nameWords(word).join(' '), category] as const),
    ),
  );
}

/** A merchant's own name and its other forms, by any of them, or by one slip in a long one. */
function merchantOf(
  said: string,
  merchants: FinderWords['merchants'],
): readonly [name: string | undefined, forms: readonly string[]] {
  const letters = said.replaceAll(' ', '');
  const all = Object.entries(merchants).map(([name, forms]) => [name, listOf(forms)] as const);
  const bare = (name: string) => nameWords(name).join('');
  const exact = all.find(([name, forms]) => [name, ...forms].some((one) => bare(one) === letters));
  if (exact) return exact;
  const near = letters.length < 6 ? [] : all.filter(([name]) => isOneSlip(bare(name), letters));
  const [only, another] = near;
  return only && !another ? only : [undefined, []];
}

/** One letter more, less, other, or two swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const rest = [a.slice(start), b.slice(start)] as const;
  const [left, right] = rest;
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}

function patternOf(list: readonly string[], names: NameWords): RegExp | undefined {
  return joined(list.map((name) => namePattern(name, names)));
}

function joined(patterns: readonly (RegExp | undefined)[]): RegExp | undefined {
  const sources = patterns.flatMap((pattern) => pattern?.source ?? []);
  return sources.length === 0 ? undefined : new RegExp(sources.join('|'));
}

/** Descriptions and merchants come back again and again. When there are too many, all are forgotten. */
function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly made: Value }>();
  return (text) => {
    const found = known.get(text) ?? { made: work(text) };
    if (known.size >= 5_000) known.clear();
    known.set(text, found);
    return found.made;
  };
}

function listOf(list: string): string[] {
  return list.split(',').flatMap((one) => {
    const trimmed = one.trim();
    return trimmed === '' ? [] : [trimmed];
  });
}
