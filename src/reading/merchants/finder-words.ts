/** What merchants and categories are called. A name is as people write it; lists are separated by commas. */
export interface FinderWords {
  /** By the name of a merchant, what else it is called and how processors write it. */
  readonly merchants: Readonly<Record<string, string>>;
  /** The first category that fits an entry is its own. */
  readonly categories: Readonly<Record<string, CategoryWords>>;
  /** By category, how members call it, in all languages. */
  readonly said: Readonly<Record<string, string>>;
  readonly short: Readonly<Record<string, string>>;
  readonly generic: string;
  readonly articles: string;
  readonly joining: string;
  /** What processors attach to a short name. */
  readonly attached: string;
}

export interface CategoryWords {
  /** Merchants and words of descriptions. */
  readonly names?: string;
  /** Entries of these kinds, whatever their description. */
  readonly kinds?: string;
}

/** What to look at in an entry. */
export interface FindableEntry {
  readonly description: string;
  readonly kind: string;
}
