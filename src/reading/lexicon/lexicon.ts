import { textScanner as scanner } from '../../kernel/patterns/scanner.ts';
import { createSieve, type Sieve } from '../../kernel/patterns/sieve.ts';
import type { AlertKind } from '../../kernel/vocabulary/alert-kind.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { CommandName, PlainCommand } from '../../kernel/vocabulary/intent.ts';
import type { CategoryNames } from '../../kernel/vocabulary/spending-category.ts';
import { compileAfford, type AffordLexicon, type AffordWords } from './afford-words.ts';
import { compileAlerts, type AlertLexicon, type AlertWords } from './alert-words.ts';
import { compileAnswers, type AnswerLexicon, type AnswerWords } from './answer-words.ts';
import { compileArguments, type ArgumentLexicon, type ArgumentWords } from './argument-words.ts';
import {
  compileCommands,
  type CommandLexicon,
  type CommandWords,
  type PairIntent,
} from './command-words.ts';
import { compileGuess, type GuessPack, type GuessWords } from './guess-words.ts';
import { compileErrors, type ErrorLexicon, type ErrorPack } from './error-words.ts';
import { compileFreeRules, type FreeRuleLexicon, type FreeRuleWords } from './free-rules.ts';
import { compileNumbers, type NumberLexicon, type NumberWords } from './number-words.ts';
import { compileOptOut, type OptOutLexicon, type OptOutWords } from './opt-out-words.ts';
import { compileOrders, type OrderLexicon, type OrderWords } from './order-words.ts';
import {
  compileLanguageNames,
  compilePeople,
  compileSurroundings,
  type LanguageLexicon,
  type LanguageNames,
  type PeopleLexicon,
  type PeopleWords,
  type SurroundingLexicon,
  type SurroundingWords,
} from './people-words.ts';
import { compileQuestions, type QuestionLexicon, type QuestionWords } from './question-words.ts';
import { compileSlots, type SlotLexicon, type SlotWords } from './slot-words.ts';
import {
  compileSuggestions,
  type SuggestionLexicon,
  type SuggestionWords,
} from './suggestion-words.ts';
import { wordsOf } from './tables.ts';

type LimitWord =
  | 'since'
  | 'until'
  | 'over'
  | 'under'
  | 'min'
  | 'max'
  | 'most'
  | 'least'
  | 'total'
  | 'at'
  | 'and';

/** Words after `alert`, and after `quiet`. */
type AlertWord = `alert_${AlertKind}` | 'off' | 'all';

/**
 * The words of commands as we write them. `check` takes a number; `from` and `to` are used within an order, and the words after them
 * limit the answer to a question. A command without
 * arguments that has no word here is written as its name.
 */
export type CanonicalWords = Readonly<
  Record<
    Exclude<CommandName, PlainCommand> | 'check' | 'from' | 'to' | LimitWord | AlertWord,
    string
  > &
    Partial<Record<PlainCommand, string>>
>;

/** Everything needed to read texts in one language. */
export interface ReadingPack {
  readonly language: Language;
  readonly afford: Partial<AffordWords>;
  /** A pack without them reads no alerts. */
  readonly alerts?: AlertWords;
  /** A pack without them reads no question that a fixed text answers. */
  readonly answers?: AnswerWords;
  readonly arguments: ArgumentWords;
  /** What members call categories of spending. */
  readonly categories: CategoryNames;
  readonly commands: CommandWords;
  readonly errors: ErrorPack;
  readonly freeRules: FreeRuleWords;
  readonly guess: GuessPack;
  readonly names: LanguageNames;
  readonly numbers: NumberWords;
  readonly optOut: OptOutWords;
  readonly orders: OrderWords;
  readonly questions: QuestionWords;
  readonly slots: SlotWords;
  readonly suggestions: SuggestionWords;
  readonly surroundings: SurroundingWords;
  readonly toPeople: PeopleWords;
}

/** Words that belong to no one language. */
export interface SharedReadingPack {
  readonly arguments: ArgumentWords;
  readonly commands: CommandWords;
  readonly orders: OrderWords;
  readonly canonical: CanonicalWords;
}

/** The words of all installed packs, prepared once for reading. */
export interface Lexicon {
  readonly afford: AffordLexicon;
  readonly alerts: AlertLexicon;
  readonly answers: AnswerLexicon;
  readonly arguments: ArgumentLexicon;
  readonly canonical: CanonicalWords;
  readonly commands: CommandLexicon;
  readonly errors: ErrorLexicon;
  readonly freeRules: FreeRuleLexicon;
  /** Each language's words and thresholds for guesses. */
  readonly guesses: readonly GuessWords[];
  readonly names: LanguageLexicon;
  readonly numbers: NumberLexicon;
  readonly optOut: OptOutLexicon;
  readonly orders: OrderLexicon;
  readonly questions: QuestionLexicon;
  readonly slots: SlotLexicon;
  readonly suggestions: SuggestionLexicon;
  readonly surroundings: SurroundingLexicon;
  readonly toPeople: PeopleLexicon;
  /** Tells which rules for whole sentences may match a text. */
  readonly sieve: Sieve;
  /** Each language's own parts, in the order in which languages are tried. */
  readonly languages: readonly SpokenWords[];
  /** The language of each word that only one language has as its own. */
  readonly ownOf: ReadonlyMap<string, Language>;
  /** The words that start a command, in the order of packs. */
  readonly begins: readonly Begins[];
  /** Two words that start a command together, by the first and then the second; in the order of packs. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, readonly Pair[]>>;
}

/** The command words of one pack. */
export interface Begins {
  readonly language?: Language;
  readonly words: NonNullable<CommandWords['begins']>;
}

/** Two words that start a command, in one language or in none. */
export interface Pair extends PairIntent {
  readonly language?: Language | undefined;
}

/** How to tell one language from the others. */
export interface SpokenWords {
  readonly language: Language;
  readonly own: ReadonlySet<string>;
  readonly hints: ReadonlySet<string>;
  readonly accents: RegExp | undefined;
}

/** Prepares the words of packs for reading, once when the process starts. */
export function compileLexicon(shared: SharedReadingPack, packs: readonly ReadingPack[]): Lexicon {
  const all = [shared, ...packs];
  const spoken = <Key extends Exclude<keyof ReadingPack, 'language' | 'guess'>>(key: Key) =>
    packs.map((pack) => ({ ...pack[key], language: pack.language }));
  const freeRules = compileFreeRules(spoken('freeRules'));
  const toPeople = compilePeople(spoken('toPeople'));
  const languages = packs.map(({ language, ...pack }) => spokenWords(language, pack));
  const afford = compileAfford(spoken('afford'));
  const alerts = compileAlerts(
    packs.flatMap((pack) => (pack.alerts ? [{ ...pack.alerts, language: pack.language }] : [])),
  );
  const answers = compileAnswers(packs);
  const names = compileLanguageNames(spoken('names'));
  const orders = compileOrders([shared.orders, ...spoken('orders')]);
  const slots = compileSlots(
    spoken('slots'),
    packs.flatMap(({ numbers: { numbers } }) => numbers ?? []),
    spoken('questions'),
    spoken('categories'),
  );
  const suggestions = compileSuggestions(spoken('suggestions'));
  const surroundings = compileSurroundings(spoken('surroundings'));
  return {
    afford,
    alerts,
    answers,
    arguments: compileArguments(all.map((pack) => pack.arguments)),
    canonical: shared.canonical,
    commands: compileCommands(
      all.map((pack) => pack.commands),
      scanner,
    ),
    errors: compileErrors(spoken('errors'), scanner),
    freeRules,
    guesses: packs.map(({ language, guess }) => compileGuess(language, guess)),
    names,
    numbers: compileNumbers(spoken('numbers')),
    optOut: compileOptOut(spoken('optOut'), scanner),
    orders,
    questions: compileQuestions(spoken('questions')),
    slots,
    suggestions,
    surroundings,
    toPeople,
    sieve: createSieve(
      siftedPatterns({
        afford,
        alerts,
        answers,
        freeRules,
        names,
        orders,
        slots,
        suggestions,
        surroundings,
        toPeople,
      }),
      3,
      scanner,
    ),
    languages,
    ownOf: ownOf(languages),
    begins: [
      { words: shared.commands.begins ?? {} },
      ...packs.map(({ language, commands: { begins = {} } }) => ({ language, words: begins })),
    ],
    pairs: pairsIn([shared, ...packs]),
  };
}

/** Patterns over whole sentences. Those of STOP have a sieve of their own. */
function siftedPatterns({
  afford,
  alerts,
  answers,
  freeRules,
  names,
  orders,
  slots,
  suggestions,
  surroundings,
  toPeople,
}: Pick<
  Lexicon,
  | 'afford'
  | 'alerts'
  | 'answers'
  | 'freeRules'
  | 'names'
  | 'orders'
  | 'slots'
  | 'suggestions'
  | 'surroundings'
  | 'toPeople'
>): RegExp[] {
  return [
    ...patternsIn(freeRules.people, freeRules.stop, freeRules.service, toPeople.care),
    ...patternsIn(names.wishes, orders.payOwn),
    ...toPeople.cardWishes,
    toPeople.stopsPayment,
    freeRules.cancelsTransfer,
    freeRules.asksHowSaid,
    afford.gate,
    suggestions.closing,
    suggestions.disowned,
    slots.sums,
    surroundings.signature,
    ...alerts.wishes.flatMap(({ list, wish }) => [list, wish]),
    answers.routing,
    answers.branches,
    ...new Set(
      [...answers.byCue.values()]
        .flat()
        .flatMap(({ about, sure, unless, asking }) => [about, sure, unless, asking])
        .filter((pattern) => pattern !== undefined),
    ),
  ];
}

function pairsIn(
  packs: readonly { readonly language?: Language; readonly commands: CommandWords }[],
): Lexicon['pairs'] {
  const found = new Map<string, Map<string, Pair[]>>();
  for (const { language, commands } of packs) {
    for (const [said, pair] of Object.entries(commands.pairs ?? {})) {
      const [first = '', second = ''] = said.split(' ');
      const seconds = found.get(first) ?? new Map<string, Pair[]>();
      found.set(first, seconds);
      seconds.set(second, [...(seconds.get(second) ?? []), { ...pair, language }]);
    }
  }
  return found;
}

function patternsIn(...groups: readonly (readonly { readonly pattern: RegExp }[])[]): RegExp[] {
  return groups.flatMap((rules) => rules.map(({ pattern }) => pattern));
}

function ownOf(languages: readonly SpokenWords[]): ReadonlyMap<string, Language> {
  const found = new Map<string, Language>();
  for (const { language, own } of languages) {
    for (const word of own)
      if (languages.filter((other) => other.own.has(word)).length === 1) found.set(word, language);
  }
  return found;
}

function spokenWords(
  language: Language,
  { commands, arguments: { kinds = {}, kindsAreShared } }: Omit<ReadingPack, 'language'>,
): SpokenWords {
  const kindWords = kindsAreShared ? [] : Object.values(kinds).flatMap(wordsOf);
  return {
    language,
    own: new Set(wordsOf(commands.own ?? '')),
    hints: new Set([...wordsOf(commands.hints ?? ''), ...kindWords]),
    accents: commands.accents,
  };
}
