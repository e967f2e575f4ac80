/** The categories by which members ask about their money. The first that fits an entry is its own. */
export const spendingCategories = [
  'cash',
  'fees',
  'dividends',
  'income',
  'rent',
  'insurance',
  'fuel',
  'coffee',
  'pharmacy',
  'groceries',
  'restaurants',
  'utilities',
  'phone',
  'streaming',
  'rides',
  'travel',
  'entertainment',
  'health',
  'home',
  'pets',
  'clothes',
  'online',
] as const;

export type SpendingCategory = (typeof spendingCategories)[number];
