/** The categories by which members ask about their money. The first that fits an entry is its own. */
export const spendingCategories = [
  'cash',
  'fees',
  'dividends',
  'income',
  'travel',
  'rent',
  'insurance',
  'utilities',
  'fuel',
  'coffee',
  'pharmacy',
  'rides',
  'groceries',
  'restaurants',
  'phone',
  'streaming',
  'entertainment',
  'health',
  'home',
  'pets',
  'clothes',
  'online',
] as const;

export type SpendingCategory = (typeof spendingCategories)[number];

/** By category, how members call it in one language. */
export type CategoryNames = Readonly<Partial<Record<SpendingCategory, string>>>;
