import { remembered } from '../../kernel/remembered.ts';
import type { FigureStyle } from '../figures.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ClassesOf } from '../lexicon/phrase-tree.ts';
import type { SlotClass } from '../lexicon/slot-names.ts';
import type { SlotLexicon } from '../lexicon/slot-words.ts';
import { hasFigure } from '../normalize.ts';

/** `11/1`, `11/1/2026`, `1.11.26`, `2026-11-01`. */
export const dayInFigures =
  /^(?:(?<p>\d{4})-(?<q>\d{1,2})-(?<r>\d{1,2})|(?<a>\d{1,2})[/](?<b>\d{1,2})(?:[/](?<c>\d{2}|\d{4}))?)$/;

/** What may begin with a word: a period; a bound or wish; an amount; the newest few. */
export const begins = { period: 1, sign: 2, amount: 4, latest: 8 } as const;

/** Returns what tells the bits of `begins` of a word. A text whose words begin nothing has no limits. */
export function beginsOf(lexicon: Lexicon): (word: string) => number {
  const { numbers, slots } = lexicon;
  const classesOf = classesIn(slots);
  const forms = [...numbers.forms.values()];
  const mayBegin = (
    { words, classes }: SlotLexicon['periods'] | SlotLexicon['signs'],
    word: string,
  ) => words.has(word) || classesOf(word).some(([name]) => classes.has(name));
  return (word) =>
    (mayBegin(slots.periods, word) ? begins.period : 0) |
    (mayBegin(slots.signs, word) ? begins.sign : 0) |
    (mayBeAmount(word, { forms }) ? begins.amount : 0) |
    (slots.latest.has(word) ? begins.latest : 0);
}

/** With a figure, or the beginning of a number in words. */
export function mayBeAmount(word: string, { forms }: Pick<FigureStyle, 'forms'>): boolean {
  if (hasFigure(word) || word.includes('-')) return true;
  for (const { numbers } of forms) if (numbers.has(word)) return true;
  return false;
}

const none: readonly (readonly [SlotClass, number])[] = [];

const prepared = new WeakMap<SlotLexicon, ClassesOf<SlotClass>>();

/** The classes of a word: from the packs, and by its figures. Prepared once for each lexicon. */
export function classesIn(lexicon: SlotLexicon): ClassesOf<SlotClass> {
  const known = prepared.get(lexicon);
  if (known) return known;
  const made = remembered(makeClasses(lexicon));
  prepared.set(lexicon, made);
  return made;
}

function makeClasses({ classes, ordinalFigure }: SlotLexicon): ClassesOf<SlotClass> {
  return (word) => {
    const first = word.charCodeAt(0);
    const isFigure = first >= 48 && first <= 57;
    if (!isFigure) {
      const quarter = word.length === 2 && /^[qt][1-4]$/.test(word);
      return quarter ? [['q', Number(word[1])]] : (classes.get(word) ?? none);
    }
    if (/^\d{1,3}$/.test(word)) {
      const value = Number(word);
      if (value === 0) return none;
      return value <= 31
        ? [
            ['n', value],
            ['d', value],
          ]
        : [['n', value]];
    }
    if (/^(?:19|20)\d\d$/.test(word)) return [['y', Number(word)]];
    const ordinal = Number(ordinalFigure.exec(word)?.[1] ?? 0);
    if (ordinal >= 1 && ordinal <= 31) {
      return [
        ['o', ordinal],
        ['d', ordinal],
        ['nth', ordinal],
      ];
    }
    return dayInFigures.test(word) ? [['date', 0]] : none;
  };
}
