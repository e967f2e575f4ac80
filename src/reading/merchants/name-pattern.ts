import { nameWords } from './letters.ts';

/** The words that descriptions shorten, and those that a name can do without. */
export interface NameWords {
  /** How processors write a word: `market` also `mkt`. */
  readonly short: ReadonlyMap<string, readonly string[]>;
  /** Words at the end that say only what kind of merchant it is. */
  readonly generic: ReadonlySet<string>;
  /** Articles and the like, at the beginning. */
  readonly articles: ReadonlySet<string>;
  /** *And*, between words. */
  readonly joining: ReadonlySet<string>;
  /** What processors attach to a short name: `WALMARTCOM`. */
  readonly attached: readonly string[];
}

/** Longer names may run on: `SCHNUCKSMARKETS`. Shorter ones end a word, or `shell` would find `SHELLEY`. */
export const lettersToRunOn = 7;

/** Names of this length and this many consonants are also found without their vowels: `TRGT`. */
const abbreviated = { letters: 6, consonants: 4 } as const;

/** Processors cut long names: at least this many letters, and this part of the name, must be there. */
const cut = { letters: 8, part: 2 / 3 } as const;

/** The letters of a name that count: no description has more of one. Longer patterns cost only time. */
const lettersMax = 24;

/** The forms of a name with shortened words. Every word with another spelling doubles them. */
const shortenedMax = 12;

/** Between the letters of a name: `7-ELEVEN`, `H E B`, `AT&T`. */
const between = '[^a-z0-9]{0,3}';

/**
 * Makes a pattern that finds a merchant's name in a folded description, as people write the name and
 * as processors do: with other spaces and punctuation, without vowels, cut off, with words shortened.
 * @returns `undefined` if nothing of the name is left to look for
 */
export function namePattern(name: string, words: NameWords): RegExp | undefined {
  const said = withoutArticles(nameWords(name), words);
  const sure = withoutGeneric(said, words);
  if (sure.length === 0) return undefined;
  // `barnes and noble` is written `BARNES & NOBLE`.
  const bare = sure.filter((word) => !words.joining.has(word));
  const spellings = [sure, ...(bare.length > 1 ? [bare] : []), ...shortened(sure, words)];
  const forms = new Set(
    spellings.flatMap((one) => formsOf(one.join('').slice(0, lettersMax), words)),
  );
  return forms.size === 0 ? undefined : new RegExp(`(?<![a-z])(?:${[...forms].join('|')})`);
}

function withoutArticles(said: readonly string[], words: NameWords): readonly string[] {
  const [first, ...rest] = said;
  return first !== undefined && rest.length > 0 && words.articles.has(first)
    ? withoutArticles(rest, words)
    : said;
}

/** `blue bottle coffee` is found as `BLUE BOTTLE`. What remains must still be a name. */
function withoutGeneric(words: readonly string[], { generic }: NameWords): readonly string[] {
  let end = words.length;
  while (end > 1 && generic.has(words[end - 1] ?? '')) end -= 1;
  const kept = words.slice(0, end);
  return kept.join('').length >= 4 ? kept : words;
}

/** The name with each word in the forms that processors give it; few words have any. */
export function shortened(words: readonly string[], { short }: NameWords): string[][] {
  const forms = words.reduce<string[][]>(
    (begun, word) =>
      begun
        .flatMap((before) => [word, ...(short.get(word) ?? [])].map((one) => [...before, one]))
        .slice(0, shortenedMax),
    [[]],
  );
  return forms.slice(1);
}

function formsOf(letters: string, { attached }: NameWords): string[] {
  if (!/[a-z]/.test(letters)) return letters.length >= 2 ? [`${spaced(letters)}(?![a-z0-9])`] : [];
  const consonants = letters.replace(/[aeiou0-9]/g, '').length;
  const isShort = units(letters).length < lettersToRunOn;
  const whole = `${spaced(letters)}${isShort ? `(?:${attached.join('|')})?(?![a-z])` : ''}`;
  const isAbbreviated =
    letters.length >= abbreviated.letters && consonants >= abbreviated.consonants;
  return [
    whole,
    ...(isAbbreviated ? [`${withoutVowels(letters)}(?![a-z])`] : []),
    ...(letters.length > cut.letters ? [cutOff(letters)] : []),
  ];
}

/** The letters of a name. A final `s` may be missing; from 5 letters on, doubled letters count once. */
function units(letters: string): string[] {
  if (letters.length < 5) return letters.split('');
  const found = letters.match(/([a-z0-9])\1*/g) ?? [];
  return found.map((run, index) => {
    const letter = run.charAt(0);
    if (letter === 's' && index === found.length - 1) return 's*';
    if (!/[a-z]/.test(letter)) return run;
    // The two may belong to two words: `DUKE-ENERGY`.
    return run.length > 1 ? `${letter}+(?:${between}${letter})*` : `${letter}+`;
  });
}

function spaced(letters: string): string {
  return units(letters).join(between);
}

/**
 * The letters of a name, where vowels may be missing. Each one takes its separator along: separators that meet would match
 * one run of punctuation in exponentially many ways.
 */
function withoutVowels(letters: string): string {
  return units(letters)
    .map((unit, index) => {
      if (index === 0) return unit;
      return /^[aeiou]/.test(unit) ? `(?:${between}${unit})?` : `${between}${unit}`;
    })
    .join('');
}

function cutOff(letters: string): string {
  const all = units(letters);
  const least = Math.max(cut.letters, Math.ceil(all.length * cut.part));
  if (all.length <= least) return spaced(letters);
  return `${all.slice(0, least).join(between)}${tailOf(all.slice(least))}`;
}

/** Any beginning of the rest, at the end of a word. */
function tailOf(rest: readonly string[]): string {
  const [next, ...more] = rest;
  return next === undefined ? '' : `(?:(?![a-z])|${between}${next}${tailOf(more)})`;
}
