import { remembered } from '../kernel/remembered.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { PlacedRule } from './lexicon/answer-words.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { meaningsIn, type WordMeaning } from './possible-error-terms.ts';
import { namesByForm } from './share-words.ts';
import { beginsOf } from './slots/classes.ts';

/**
 * What readers ask about each word of a text. All of it is found once and lies together: a look into a table of words costs more
 * than the question.
 */
export interface WordFacts {
  /** The language that alone has it as its own. */
  readonly own: Language | undefined;
  /** What it begins in a question: `QuestionLexicon.begunBy`. The same for a question beside what limits its answer. */
  readonly begun: number;
  readonly begunBeside: number;
  /** What it begins of that which limits an answer: bits of `begins`. */
  readonly begins: number;
  /** What it may be around a merchant: `SlotLexicon.nameSigns`. */
  readonly nameSigns: number;
  /** The rules of answers that need it. */
  readonly rules: readonly PlacedRule[];
  /** Its meaning in a report of an error. */
  readonly meaning: WordMeaning;
  /** Bits of `wordSign`. */
  readonly signs: number;
}

export const wordSign = {
  /** An order may begin with it, or have it after its figure. */
  order: 1,
  /** It may be of a period, an amount or a wish. */
  limits: 2,
  /** It names a topic whose answer can be limited. */
  asks: 4,
  /** An order's word that everyday talk has too. */
  everyday: 8,
  /** Sentences use it for other things than its command. */
  common: 16,
  /** A bill to be paid. */
  bill: 32,
  /** It names a share by its form, if nobody knows the member's shares. */
  share: 64,
} as const;

const prepared = new WeakMap<Lexicon, (word: string) => WordFacts>();

/** Returns what finds the facts of a word. */
export function factsBy(lexicon: Lexicon): (word: string) => WordFacts {
  const known = prepared.get(lexicon);
  if (known) return known;
  const beginnings = beginsOf(lexicon);
  const meaningIn = meaningsIn(lexicon);
  const { answers, ownOf, questions, slots } = lexicon;
  const made = remembered((word) => ({
    own: ownOf.get(word),
    begun: questions.begunBy(word),
    begunBeside: slots.questions.begunBy(word),
    begins: beginnings(word),
    nameSigns: slots.nameSigns(word),
    rules: answers.byCue.get(word) ?? noRules,
    meaning: meaningIn(word, 0, word.length),
    signs: signsOf(word, lexicon),
  }));
  prepared.set(lexicon, made);
  return made;
}

function signsOf(word: string, lexicon: Lexicon): number {
  const { commands, orders, slots, suggestions } = lexicon;
  return (
    (orders.verbs.has(word) || orders.afterFigure.has(word) ? wordSign.order : 0) |
    (slots.mayLimit(word) ? wordSign.limits : 0) |
    (slots.asks(word) ? wordSign.asks : 0) |
    (commands.everydayOrders.has(word) ? wordSign.everyday : 0) |
    (suggestions.common.has(word) ? wordSign.common : 0) |
    (suggestions.bills.has(word) ? wordSign.bill : 0) |
    (namesByForm(word, lexicon.arguments) ? wordSign.share : 0)
  );
}

const noRules: readonly PlacedRule[] = [];
