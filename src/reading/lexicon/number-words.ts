import type { Language } from '../../kernel/vocabulary/language.ts';
import { unite, wordsOf, type Words } from './tables.ts';

const sets = [
  /** Between parts of a number: `one hundred and fifty`. */
  'joins',
  /** One, before a scale; scales; one, before a unit; units that may follow it. */
  'oneBeforeScale',
  'scales',
  'oneBeforeUnit',
  'oneUnits',
] as const;

type NumberSet = (typeof sets)[number];

/** Names of money that several currencies share. */
const moneyNames = ['dollar', 'peso', 'euro'] as const;
export type MoneyName = (typeof moneyNames)[number];

/** A pack's words for figures and numbers. */
export interface NumberWords extends Readonly<Partial<Record<NumberSet, Words>>> {
  /** Between a figure and its decimals. */
  readonly decimalMark?: '.' | ',';
  /** Whole numbers in words. */
  readonly numbers?: ReadonlyMap<string, number>;
  /** Words of money by their possible currencies. */
  readonly money?: Readonly<Partial<Record<MoneyName, Words>>>;
}

/** One language's format for figures and numbers. */
export interface FigureForm {
  readonly language: Language;
  readonly decimalMark: '.' | ',';
  readonly numbers: ReadonlyMap<string, number>;
  /** Words that form numbers, in any language. */
  readonly parts: Readonly<Record<NumberSet, ReadonlySet<string>>>;
}

export interface NumberLexicon {
  readonly forms: ReadonlyMap<Language, FigureForm>;
  readonly money: ReadonlyMap<string, MoneyName>;
}

export function compileNumbers(
  packs: readonly (NumberWords & { readonly language?: Language })[],
): NumberLexicon {
  const parts = unite(sets, packs);
  const forms = packs.flatMap(({ language, decimalMark = '.', numbers = new Map() }) =>
    language === undefined ? [] : [{ language, decimalMark, numbers, parts }],
  );
  return {
    forms: new Map(forms.map((form) => [form.language, form])),
    money: new Map(
      moneyNames.flatMap((name) =>
        packs.flatMap(({ money }) =>
          wordsOf(money?.[name] ?? '').map((word) => [word, name] as const),
        ),
      ),
    ),
  };
}
