import type { Language } from '../kernel/vocabulary/language.ts';
import type { AlertKind } from '../kernel/vocabulary/alert-kind.ts';
import type { AnswerTopic } from '../kernel/vocabulary/answer-topic.ts';
import type { Care } from '../kernel/vocabulary/care.ts';
import type { GuessedCare, GuessedIntent, GuessLabel } from '../kernel/vocabulary/guess.ts';
import type { Intent, ListQuestion, PlainCommand } from '../kernel/vocabulary/intent.ts';
import type { LoanQuestion } from '../kernel/vocabulary/loan-question.ts';
import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { StopWish } from './stop-wishes.ts';

export type { Care, Intent, ShareKind };

/**
 * How a text was understood: a closed union, one case for each intent. Field names are those that `tmm parse` prints.
 * An `account` is what the member called it: a suffix (`7`, `S01`), a kind in English (`checking`), `all`, or a nickname as typed.
 * Amounts are decimals with two digits, `50.00`. An absent field is an absent key.
 */
export type Reading =
  | ({ readonly intent: 'balance' | 'holds' } & Asked)
  | ({ readonly intent: Exclude<ListQuestion, 'checks'>; readonly count?: number } & Asked)
  | ({
      readonly intent: 'checks';
      readonly count?: number;
      readonly number?: string;
    } & Asked)
  | TransferReading
  | { readonly intent: 'pay'; readonly to: string; readonly amount: string }
  | { readonly intent: 'details'; readonly account?: string }
  | AffordReading
  | AlertReading
  | AlertOffReading
  | QuietReading
  | { readonly intent: 'confirm'; readonly code?: string }
  | { readonly intent: 'choose'; readonly choice: number }
  | { readonly intent: 'help'; readonly topic?: string }
  | { readonly intent: PlainCommand }
  /** A question that a fixed text of the institution answers. */
  | { readonly intent: 'answer'; readonly topic: AnswerTopic }
  /** A question about a loan's terms. Without an account: all loans. */
  | { readonly intent: 'loan'; readonly ask: LoanQuestion; readonly account?: string }
  | { readonly intent: 'language'; readonly language: Language }
  | { readonly intent: 'refused'; readonly reason: RefusalReason }
  | { readonly intent: 'ambiguous'; readonly readings: readonly TransferReading[] }
  | { readonly intent: 'unknown'; readonly suggestion?: string; readonly care?: Care };

/** The accounts of a question, and what limits its answer. */
export interface Asked extends Filter {
  readonly account?: string;
  /** Two or more, each as in `account`. Then `account` is absent. */
  readonly accounts?: readonly string[];
}

/** What limits the answer to a question, wherever it stands in the text. */
export interface Filter {
  /** The first and the last day, both included: `2026-11-01`. A balance is that at the end of the last day. */
  readonly since?: string;
  readonly until?: string;
  /** A merchant or a category, as typed. */
  readonly find?: string;
  /** Bounds of the amount as decimals. The first two don't include it: `over 500`, `at least 500`. */
  readonly over?: string;
  readonly under?: string;
  readonly min?: string;
  readonly max?: string;
  /** Add them up. */
  readonly sum?: true;
  /** The greatest first, or the smallest. Never both. */
  readonly most?: true;
  readonly least?: true;
  /** Words that were heard as a limit, and that no answer can apply; as typed. The answer says so. */
  readonly unapplied?: string;
}

/**
 * *Can I afford 60 until Friday?* `until` as said: `payday`, `month_end`, `week_end`, `weekend`, `weekday_5` (Friday), `10d` (in
 * ten days), `day_15` (the 15th), `12-24` (December 24).
 */
export interface AffordReading {
  readonly intent: 'afford';
  readonly amount?: string;
  readonly account?: string;
  readonly until?: string;
}

/**
 * *ALERT LOW 7 100*. Without what its kind needs, the answer says what to send. It sets nothing unless the member wrote a command: a
 * wish in free wording never has more than its kind.
 */
export interface AlertReading {
  readonly intent: 'alert';
  readonly kind: AlertKind;
  readonly account?: string;
  readonly amount?: string;
  /** So many days before a loan payment. */
  readonly days?: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday?: number;
}

/** *ALERT OFF 2*: by number, all of a kind, or all. */
export interface AlertOffReading {
  readonly intent: 'alert_off';
  readonly number?: number;
  readonly kind?: AlertKind;
  readonly all?: true;
}

/** *QUIET 9PM 7AM*, as `21:00` and `07:00`. Without times, the answer says which hold and what to send. */
export interface QuietReading {
  readonly intent: 'quiet';
  readonly from?: string;
  readonly to?: string;
  readonly off?: true;
}

export interface TransferReading {
  readonly intent: 'transfer';
  readonly amount: string;
  readonly from?: string;
  readonly to?: string;
}

/** A reading and its certainty. */
export interface Understood {
  readonly reading: Reading;
  /** The language of the words; `undefined` if they belong to no one language (`#bal 7`). */
  readonly language?: Language;
  /** The language that the whole text clearly uses. Its answer is in it once, whatever the member has chosen. */
  readonly spoken?: Language;
  /** A word of a money or lock command was corrected or used loosely: ask before acting. */
  readonly confirm: boolean;
  /**
   * STOP with a word that in talk means *drop this* (`cancel`, `end`, `quit`), or a request to cancel a transfer: while one is
   * pending, it may mean NO.
   */
  readonly drops?: boolean;
  /** For a text for people: what they are to stop. */
  readonly stops?: StopWish;
  /** For an unknown text: its plain meaning. It is not part of the reading, and only changes the wording of the answer. */
  readonly meant?: Meant;
  /** The text may report an error on an account, whatever its reading: staff get it at once (12 CFR 1005.11). */
  readonly reportsError?: true;
  /** Besides the error, something was lost or stolen: the answer covers both. */
  readonly loss?: true;
  /** For a refusal of an unknown share: its name. */
  readonly named?: string;
  /** No rule understood the text. What it probably means, even if we answer nothing to that. */
  readonly guess?: Guess;
  /** For `contact`: what it asks about, which has a text of its own. */
  readonly contactTopic?: ContactTopic;
}

/** Facts about us that have a text of their own. */
export type ContactTopic = Extract<AnswerTopic, 'branches' | 'direct_deposit'>;

/** A reading that a guess may have: a question, a request for people or help, or an answer of its own. Never an order. */
export type GuessedReading =
  | Guessable<Reading>
  | { readonly intent: 'unknown'; readonly care: GuessedCare };

type Guessable<R> = R extends { readonly intent: infer One }
  ? One extends GuessedIntent
    ? R & { readonly intent: One }
    : never
  : never;

/** How sure a guess is: sure enough to answer, to ask whether it was meant, or for nothing. */
export type GuessTier = 'answer' | 'ask' | 'silent';

/** What a text that no rule understands probably means. */
export interface Guess {
  readonly tier: GuessTier;
  /** The likeliest meaning, whatever the tier. */
  readonly nearest: GuessLabel;
  /** Its chance, from 0 to 1. */
  readonly sure: number;
  /** `answer`: one. `ask`: one or two. `silent`: none. */
  readonly readings: readonly GuessedReading[];
  /** The language of the words. */
  readonly language: Language;
}

/** An order to pay someone else, or an order between own shares without an amount. */
export type Meant = 'paying_others' | 'amount_missing';

/** What reading knows besides the text. All of it is optional: `tmm parse "#bal"` knows nothing. */
export interface ReadingContext {
  /** The member's shares. Absent: not known, so digits decide (see the reference of commands). */
  readonly shares?: readonly ShareNames[] | undefined;
  /** The member's chosen language. It decides the format of figures and which words are tried first. */
  readonly language?: Language;
  /** The institution's currency, ISO 4217. An order in another is refused. Absent: signs and words of money change nothing. */
  readonly currency?: string;
  /** Today in the institution's zone, for `yesterday` and `since nov 1`. Absent: no period can be applied. */
  readonly today?: Temporal.PlainDate;
  /** The institution's own words. */
  readonly words?: InstitutionWords;
  /** What the institution's members write before a command (`VCU BAL 7`). It is skipped. */
  readonly keywords?: readonly string[] | undefined;
  /** The names of the institution and its service: `stop Vantage`. */
  readonly names?: readonly string[];
  /** Guess nothing: a text that no rule understands stays unknown. */
  readonly rulesOnly?: boolean;
  /** The institution's own routing number, which is no secret. */
  readonly routing?: string | undefined;
  /** The institution's handles without `@`, to skip X's prefix (`d myvcu #bal`). */
  readonly handles?: readonly string[];
}

export interface ShareNames {
  readonly suffix: string;
  /** Absent if only suffixes are known. */
  readonly kind?: ShareKind;
  readonly nickname?: string;
}

/** Words that an institution adds, renames (removes one and adds another) or removes, in lower case, without `#`. */
export interface InstitutionWords {
  readonly add?: Readonly<Partial<Record<Intent, readonly string[] | undefined>>> | undefined;
  readonly remove?: readonly string[] | undefined;
}
