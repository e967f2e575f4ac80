import type { AlertKind } from '../../kernel/vocabulary/alert-kind.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { unite, wordsOf, type Words } from './tables.ts';

/** A pack's words for alerts: after the command's word, and in free wording. Lower case, without accents. */
export interface AlertWords {
  /** Each kind's words after `alert`. */
  readonly kinds: Readonly<Partial<Record<AlertKind, Words>>>;
  /** These start a weekly summary alone: `weekly fri`. */
  readonly weeklyHeads: Words;
  /** Ends an alert, or the quiet hours: `alert off 2`. */
  readonly off: Words;
  readonly all: Words;
  /** May stand between the parts without meaning: `alert low 7 below 100`. */
  readonly idle: Words;
  /** Monday to Sunday, separated by commas. */
  readonly weekdays: string;
  readonly noon: Words;
  readonly midnight: Words;
  /** Between two times: `9pm to 7am`. */
  readonly between: Words;
  /** A question for the alerts that the member has, as a whole sentence: `what alerts do i have`. */
  readonly list: RegExp;
  /** A wish in free wording: `let me know when`. Never sets one: the answer says what to send. */
  readonly wish: RegExp;
  /** What the wish is about, tried in this order. */
  readonly about: readonly (readonly [AlertKind, RegExp])[];
  /** A wish for alerts of no certain kind. */
  readonly any: RegExp;
}

export interface AlertLexicon extends Readonly<
  Record<
    'weeklyHeads' | 'off' | 'all' | 'idle' | 'noon' | 'midnight' | 'between',
    ReadonlySet<string>
  >
> {
  readonly kinds: ReadonlyMap<string, AlertKind>;
  /** 1 is Monday. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly wishes: readonly (Pick<AlertWords, 'list' | 'wish' | 'about' | 'any'> & {
    readonly language: Language;
  })[];
}

type Spoken = AlertWords & { readonly language: Language };

export function compileAlerts(packs: readonly Spoken[]): AlertLexicon {
  const kinds = packs.flatMap((pack) =>
    Object.entries(pack.kinds).flatMap(([kind, words]) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the record
      wordsOf(words).map((word) => [word, kind as AlertKind] as const),
    ),
  );
  const weekdays = packs.flatMap((pack) =>
    pack.weekdays
      .split(',')
      .flatMap((names, index) => wordsOf(names).map((name) => [name, index + 1] as const)),
  );
  return {
    ...unite(['weeklyHeads', 'off', 'all', 'idle', 'noon', 'midnight', 'between'], packs),
    kinds: new Map(kinds),
    weekdays: new Map(weekdays),
    wishes: packs,
  };
}
