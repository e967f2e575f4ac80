import type { CategoryWords, FindableEntry } from './finder-words.ts';
import { nameWords } from './letters.ts';
import { lettersToRunOn, shortened, type NameWords } from './name-pattern.ts';

/** Words of one name, at most; a description is looked up in runs of as many. */
const wordsMax = 4;

/** Processors cut long names: what is left of one in the index has this many letters at least. */
const cutMin = 9;

/**
 * Prepares to tell the category of entries. Descriptions are looked up word by word, since there are
 * many names: `TST* TACO PALACE` by `tst`, `taco`, `tacopalace` and so on.
 * @returns the first category that fits; `undefined`: none
 */
export function createCategorizer(
  categories: Readonly<Record<string, CategoryWords>>,
  names: NameWords,
  listOf: (list: string) => readonly string[],
): (entry: FindableEntry) => string | undefined {
  const order = Object.keys(categories);
  const places = new Map<string, number>();
  const kinds = new Map<string, string>();
  for (const [place, category] of order.entries()) {
    const { names: list = '', kinds: of = '' } = categories[category] ?? {};
    for (const kind of listOf(of)) if (!kinds.has(kind)) kinds.set(kind, category);
    for (const name of listOf(list))
      for (const form of formsOf(name, names)) if (!places.has(form)) places.set(form, place);
  }
  return ({ kind, description }) => {
    const byKind = kinds.get(kind);
    if (byKind !== undefined) return byKind;
    const place = firstPlace(nameWords(description), places);
    return place === undefined ? undefined : order[place];
  };
}

function formsOf(name: string, names: NameWords): string[] {
  const words = nameWords(name);
  return [words, ...shortened(words, names)].flatMap((one) => {
    const letters = one.join('');
    const cut = Array.from({ length: Math.max(0, letters.length - cutMin) }, (_, index) =>
      letters.slice(0, cutMin + index),
    ).filter(({ length }) => length * 3 >= letters.length * 2);
    return [letters, ...cut];
  });
}

function firstPlace(
  words: readonly string[],
  places: ReadonlyMap<string, number>,
): number | undefined {
  let first: number | undefined;
  for (let start = 0; start < words.length; start += 1) {
    let run = '';
    for (const word of words.slice(start, start + wordsMax)) {
      run += word;
      const place = placeOf(run, places);
      if (place !== undefined && (first === undefined || place < first)) first = place;
    }
  }
  return first;
}

/** Also with or without an `s`, and a long name that runs on: `SCHNUCKSMARKETS`. */
function placeOf(run: string, places: ReadonlyMap<string, number>): number | undefined {
  const exact = places.get(run) ?? (run.length > 3 ? places.get(run.replace(/s$/, '')) : undefined);
  if (exact !== undefined) return exact;
  for (let end = run.length - 1; end >= lettersToRunOn; end -= 1) {
    const place = places.get(run.slice(0, end));
    if (place !== undefined) return place;
  }
  return undefined;
}
