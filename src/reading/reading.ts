import type { Language } from '../kernel/vocabulary/language.ts';
import type { Care } from '../kernel/vocabulary/care.ts';
import type { Intent, ListQuestion, PlainCommand } from '../kernel/vocabulary/intent.ts';
import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';
import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';
import type { StopWish } from './stop-wishes.ts';

export type { Care, Intent, ShareKind };

/**
 * How a text was understood: a closed union, one case an intent. Field names are those that `tmm parse` prints.
 *
 * An `account` is as the member named it: a suffix (`7`, `S01`), a kind in English (`checking`), `all`, or a nickname as
 * typed. Amounts are decimals with two digits, `50.00`. An absent field is an absent key.
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

/** A reading and how sure it is. */
export interface Understood {
  readonly reading: Reading;
  /** The language that the words themselves speak; `undefined` where they are no language's own (`#bal 7`). */
  readonly language?: Language;
  /** The language that the text as a whole unmistakably speaks: answered in it once, whatever the member has chosen. */
  readonly spoken?: Language;
  /** A word of a money or lock command was mended, or the word was used loosely: ask before acting. */
  readonly confirm: boolean;
  /** STOP by a word that in talk means *drop this* (`cancel`, `end`, `quit`), or a wish to cancel a transfer: while one waits it may mean NO. */
  readonly drops?: boolean;
  /** Of a text for people: what they are to stop. */
  readonly stops?: StopWish;
  /** Of what is not understood: what it was plainly meant to be. No part of the reading, but of how the answer is worded. */
  readonly meant?: Meant;
  /** The text may report an error in an account, whatever its reading is: people are told at once (12 CFR 1005.11). */
  readonly reportsError?: true;
  /** Beside the error, something was lost or stolen: the answer serves both. */
  readonly loss?: true;
  /** Of a refusal for a share that there is not: what was named. */
  readonly named?: string;
}

/** An order to pay somebody else; an order between one's own shares that names no amount. */
export type Meant = 'paying_others' | 'amount_missing';

/** What reading knows besides the text. All of it is optional: `tmm parse "#bal"` knows nothing. */
export interface ReadingContext {
  /** The member's shares; absent where they are not known (then digits decide, see the reference of commands). */
  readonly shares?: readonly ShareNames[] | undefined;
  /** The member's chosen language: decides how figures are written and which words come first. */
  readonly language?: Language;
  /** The institution's currency, ISO 4217: an order in another is refused. Absent: signs and words of money change nothing. */
  readonly currency?: string;
  /** The institution's own words. */
  readonly words?: InstitutionWords;
  /** What the institution has members write before a command (`VCU BAL 7`): read past. */
  readonly keywords?: readonly string[] | undefined;
  /** What the institution and its service are called: `stop Vantage`. */
  readonly names?: readonly string[];
  /** The institution's handles without `@`, for what was typed into the wrong box (`d myvcu #bal`). */
  readonly handles?: readonly string[];
}

export interface ShareNames {
  readonly suffix: string;
  /** Absent where only suffixes are known. */
  readonly kind?: ShareKind;
  readonly nickname?: string;
}

/** Words that an institution adds, renames (removes one and adds another) or removes; in lower case, without `#`. */
export interface InstitutionWords {
  readonly add?: Readonly<Partial<Record<Intent, readonly string[] | undefined>>> | undefined;
  readonly remove?: readonly string[] | undefined;
}
