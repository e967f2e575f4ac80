import type { Amount } from '../money/amount.ts';
import type { CoreEntry } from './core-entry.ts';

/**
 * A search over the entries of one person's accounts, by effective day. The same search serves
 * messages, the site and the API. Absent conditions don't filter.
 */
export interface EntrySearch {
  /** The accounts to search. A `Share` fits. */
  readonly accounts: readonly SearchedAccount[];
  /**
   * All accounts that the person sees, searched or not. Money between two of them is an own
   * transfer or a loan payment, and nobody spent it.
   */
  readonly own: readonly SearchedAccount[];
  /** Effective on this day or later (`from`) or earlier (`to`). */
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
  /** The institution's IANA zone: the day on which a hold was placed depends on it. */
  readonly zone: string;
  /** Raised or lowered the account's balance. On a loan, `in` raised the debt. */
  readonly direction?: 'in' | 'out' | undefined;
  /** Any of these entry kinds. */
  readonly kinds?: readonly string[] | undefined;
  /** Which descriptions: a merchant, a category, or a part of the text. */
  readonly find?: DescriptionTest | undefined;
  /** Bounds of the amount in either direction, both included; minor units. */
  readonly amountMin?: Amount | undefined;
  readonly amountMax?: Amount | undefined;
  /**
   * Leaves out of the entries what is neither spending nor income: own transfers, loan payments,
   * returned deposits, reversed withdrawals. Sums have them apart.
   */
  readonly leavesOutOwn?: true | undefined;
  /** `newest` first by default; or `largest` or `smallest` amount first, in either direction. */
  readonly order?: 'newest' | 'largest' | 'smallest' | undefined;
  /** Only entries after this one in the order, for the next page. */
  readonly after?: EntryPosition | undefined;
  /** The most entries; 0 for only a sum. */
  readonly count: number;
  /** Also adds up everything that matches, whatever the page. */
  readonly sum?: true | undefined;
}

/** What a search must know about an account. */
export interface SearchedAccount {
  readonly accountId: string;
  /** `loan` matters: what raises a debt is not money that left. */
  readonly kind: string;
  readonly currency: string;
}

/**
 * Tells which entries a member means by `schnucks` or `groceries`. Packs have the words, so the
 * caller makes it (`languages/finder.ts`).
 */
export interface DescriptionTest {
  /** The same for the same test: two searches with one key get one answer. */
  readonly key: string;
  matches(entry: DescribedEntry): boolean;
}

/** What a test may look at. Entries that agree in it count together. */
export interface DescribedEntry {
  readonly description: string;
  readonly kind: string;
  /** A hold has none. */
  readonly checkNumber?: string | undefined;
}

/** Where a page ended. It can be stored as JSON. */
export interface EntryPosition {
  readonly accountId: string;
  readonly sequence: string;
  readonly effectiveOn: string;
  /** The amount without its sign, in minor units. */
  readonly amount: string;
}

/** What a search found. */
export interface EntriesFound {
  readonly entries: readonly CoreEntry[];
  /** `after` of the next page. Absent: there are no more. */
  readonly next?: EntryPosition | undefined;
  /** One for each currency of the searched accounts, in their order; empty without `sum`. */
  readonly sums: readonly EntrySum[];
}

/** A refusal: a core elsewhere has more entries in the period than we may page through. */
export interface SearchRefused {
  readonly refused: 'search_too_long';
}

export type SearchAnswer = EntriesFound | SearchRefused;

/** Counts and totals of all matching entries in one currency. Every total is positive or zero. */
export interface EntrySum {
  readonly currency: string;
  /**
   * Money that left, of which nothing has been subtracted for refunds: without own transfers and
   * loan payments. A loan's own entries are no money that left.
   */
  readonly out: Tally;
  /** Money that came in: without own transfers and what came back. */
  readonly in: Tally;
  /** Money that came back: refunds, returned payments, reversals. */
  readonly refunds: Tally;
  /** Deposits, dividends and interest that were returned or corrected. Nothing is subtracted from `in` for them. */
  readonly returned: Tally;
  /** Open holds placed in the period that match. They are not entries yet. */
  readonly holds: Tally;
  /** Own transfers and loan payments that left a searched account. No other figure has them. */
  readonly own: Tally;
}

export interface Tally {
  readonly count: number;
  readonly total: Amount;
}
