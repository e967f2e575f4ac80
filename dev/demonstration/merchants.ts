/** Merchants of the demonstration. None of them exists, but their spelling is realistic. */
export interface Merchant {
  /** The spelling of the card network. */
  readonly description: string;
  /** Cents. */
  readonly low: number;
  readonly high: number;
  /** The tip in percent, some of the time. */
  readonly tips?: readonly number[];
  /** How prices end: 99 or 49; or anything, for a sum of many items. */
  readonly ends?: readonly number[];
}

/** The first of each kind are the regular ones. */
export const merchants = {
  grocery: [
    { description: 'POS PURCHASE LACLEDE MARKET #0214', low: 1_850, high: 11_900 },
    { description: 'POS PURCHASE TOWER GROVE FOODS #0031', low: 2_400, high: 14_200 },
    { description: 'POS PURCHASE PRAIRIE PANTRY', low: 900, high: 5_200 },
  ],
  coffee: [
    {
      description: 'SQ *NORTHSIDE COFFEE',
      low: 375,
      high: 845,
      tips: [0, 18, 20, 20],
      ends: [0, 25, 50, 75],
    },
    {
      description: 'SQ *BREW AND BEAN',
      low: 325,
      high: 1_150,
      tips: [0, 0, 20],
      ends: [0, 25, 50, 75],
    },
  ],
  fuel: [
    { description: 'POS PURCHASE RIVERSIDE FUEL #1187', low: 2_650, high: 5_480 },
    { description: 'POS PURCHASE MERAMEC GAS', low: 2_200, high: 5_900 },
  ],
  dining: [
    { description: 'TST* TACO PALACE', low: 1_150, high: 3_400, tips: [0, 18, 20] },
    { description: 'TST* PIZZA ON GRAND', low: 1_600, high: 4_300, tips: [18, 20, 22] },
    { description: 'POS PURCHASE GOLDEN BOWL NOODLES', low: 1_290, high: 3_600, tips: [15, 20] },
    { description: 'TST* SOULARD SMOKEHOUSE', low: 2_200, high: 6_100, tips: [18, 20] },
  ],
  lunch: [
    { description: 'SQ *CAMPUS CART', low: 650, high: 1_250, ends: [0, 50] },
    { description: 'POS PURCHASE UNION DELI', low: 795, high: 1_495, ends: [25, 75, 95] },
  ],
  pharmacy: [{ description: 'POS PURCHASE PHARMACY ONE #442', low: 480, high: 4_650 }],
  home: [
    { description: 'POS PURCHASE HARDWARE PLUS', low: 799, high: 8_900, ends: [99, 49] },
    { description: 'POS PURCHASE HOMESTEAD LINENS', low: 1_499, high: 9_499, ends: [99] },
  ],
  online: [
    { description: 'CARD PURCHASE MARKETHUB ONLINE', low: 899, high: 7_499, ends: [99, 95, 49] },
    { description: 'CARD PURCHASE BOOKNOOK', low: 799, high: 3_299, ends: [99, 95] },
  ],
  outing: [
    { description: 'POS PURCHASE CINEMA TWELVE', low: 1_150, high: 3_800, ends: [0, 50] },
    { description: 'POS PURCHASE BOTANICAL GARDEN', low: 800, high: 2_400, ends: [0] },
    { description: 'CARD PURCHASE CITY PARKING', low: 300, high: 1_400, ends: [0, 50] },
  ],
  transit: [{ description: 'POS PURCHASE METRO TRANSIT', low: 250, high: 1_000, ends: [0, 50] }],
  supplies: [
    { description: 'POS PURCHASE GATEWAY FLOUR SUPPLY', low: 8_900, high: 31_500 },
    { description: 'POS PURCHASE CHEFS WAREHOUSE DEPOT #7', low: 4_200, high: 22_800 },
    { description: 'CARD PURCHASE PAPER AND BOX CO', low: 2_900, high: 9_400 },
  ],
  garden: [
    { description: 'POS PURCHASE FOREST PARK NURSERY', low: 950, high: 6_400, ends: [49, 99] },
  ],
  cash: [{ description: 'ATM WITHDRAWAL GRAND AND ARSENAL', low: 2_000, high: 12_000 }],
} as const satisfies Readonly<Record<string, readonly Merchant[]>>;

export type MerchantKind = keyof typeof merchants;
