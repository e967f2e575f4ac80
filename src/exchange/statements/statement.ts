/** An account's entries in a file of statements. */
export interface Statement {
  /** The number that the file gives the account. */
  readonly account: string;
  readonly entries: readonly StatementEntry[];
}

/** An entry, with values as our files have them. */
export interface StatementEntry {
  /** Unique in its account. Empty: the file gives none. */
  readonly id: string;
  readonly day: string;
  /** A plain decimal; money out is negative. */
  readonly amount: string;
  readonly kind: string;
  readonly checkNumber: string;
  readonly description: string;
  readonly endToEndId: string;
  /** ISO 4217. Empty: the file gives none. */
  readonly currency: string;
}
