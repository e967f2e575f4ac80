import type { Language } from '../kernel/vocabulary/language.ts';
import type { AnswerTopic } from '../kernel/vocabulary/answer-topic.ts';
import type { Care } from '../kernel/vocabulary/care.ts';
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
  | { readonly intent: 'balance' | 'holds'; readonly account?: string }
  | {
      readonly intent: Exclude<ListQuestion, 'checks'>;
      readonly account?: string;
      readonly count?: number;
    }
  | {
      readonly intent: 'checks';
      readonly account?: string;
      readonly count?: number;
      readonly number?: string;
    }
  | TransferReading
  | { readonly intent: 'pay'; readonly to: string; readonly amount: string }
  | { readonly intent: 'details'; readonly account?: string }
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
  /** For an unknown text: the intent that it is nearest to, too unsure for an answer. Staff see it. */
  readonly nearest?: Intent;
  /** For `contact`: it asks about branches and cash machines only. */
  readonly asksPlaces?: true;
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
  /** The institution's own words. */
  readonly words?: InstitutionWords;
  /** What the institution's members write before a command (`VCU BAL 7`). It is skipped. */
  readonly keywords?: readonly string[] | undefined;
  /** The names of the institution and its service: `stop Vantage`. */
  readonly names?: readonly string[];
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
