/** What a search is about, for its noun. */
export type FoundNoun = 'transaction' | 'purchase' | 'payment' | 'deposit' | 'withdrawal' | 'check';

/** How one language says what was found: `11 purchases at Schnucks, Oct 1–31`. Values are in mid-sentence form. */
export interface FoundWords {
  /** Twelve short names, without a period at their end. */
  readonly months: readonly string[];
  /** The first of a month: `1`, `1er`. */
  readonly first: string;
  /** `11 purchases`; without a count `purchases`. */
  readonly noun: (noun: FoundNoun, count: number | undefined) => string;
  /** `no purchases`. */
  readonly none: (noun: FoundNoun) => string;
  /** `largest purchases`, in the singular `largest purchase`. */
  readonly largest: (noun: FoundNoun, count: number) => string;
  readonly smallest: (noun: FoundNoun, count: number) => string;
  /** `no holds`. */
  readonly noHolds: string;
  /** Adds a merchant or a category: `purchases at Schnucks`. */
  readonly at: (phrase: string, merchant: string, noun: FoundNoun) => string;
  readonly for: (phrase: string, category: string) => string;
  /** Bounds of the amount: `over $500.00`, `of $500.00 or more`, `of $20.00 to $50.00`, `of $42.10`. */
  readonly over: (amount: string) => string;
  readonly under: (amount: string) => string;
  readonly least: (amount: string) => string;
  readonly most: (amount: string) => string;
  readonly between: (least: string, most: string) => string;
  readonly exactly: (amount: string) => string;
  /** `since Nov 1`, `through Nov 5`, `on Nov 29`. */
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly on: (day: string) => string;
  /** What a sum leaves out: `1 refund, $20.00`. */
  readonly refunds: (count: number, amount: string) => string;
  /** What a sum leaves out: `1 returned deposit, $20.00`. */
  readonly returned: (count: number, amount: string) => string;
  /** Ends an answer that could not apply everything: a sentence. */
  readonly unapplied: (list: string) => string;
}
