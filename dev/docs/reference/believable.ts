import * as fc from 'fast-check';
import type { HistoryReply, HoldFacts, ShareLabel } from '../../../src/wording/reply.ts';

/** Descriptions in the style of card networks, clearing houses and cores. */
const descriptions = [
  'ACME WIDGETS DIRECT DEP PAYROLL 1120',
  'SSA TREAS 310 XXSOC SEC 112026',
  'POS PURCHASE SHELL OIL 57442100 ST LOUIS MO',
  'DEBIT CARD PURCHASE SCHNUCKS #0431 KIRKWOOD MO',
  'CHECKCARD 1117 STARBUCKS STORE 08812 SAINT LOUIS MO',
  'AMZN MKTP US*2K4LX9 AMZN.COM/BILL WA',
  'SQ *BLUEPRINT COFFEE ST LOUIS MO',
  'TST* SUGARFIRE SMOKE HOUSE',
  'NETFLIX.COM 866-579-7172 CA',
  'SPOTIFY USA 877-778-1161 NY',
  'AMEREN MISSOURI UTILITY PPD ID: 4312345678',
  'SPIRE MO EAST WEB PMT 20261117',
  'OAKWOOD PROPERTIES WEB PMT',
  'ATM WITHDRAWAL 0042 LINDBERGH BLVD',
  'WALMART SUPERCENTER #2600',
  'TARGET T-1234 BRENTWOOD MO',
  'QT 623 FENTON MO',
  'CHECK BY PHONE',
  'MOBILE DEPOSIT REF 88112233',
  'DIVIDEND',
  'TRANSFER TO SAVINGS 0',
  'TRANSFER FROM CHECKING 7',
  'VENMO CASHOUT',
  'PAYPAL INST XFER EBAY',
  'STATE FARM RO 27 SFPP',
  'COSTCO WHSE #0369',
  'Loan payment',
  'Virement Interac à Zoë Côté',
  'PANADERÍA LA MAÑANA',
];

/** From small change to a month's rent and pay. */
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: 1_00n, max: 250_00n }) },
  { weight: 3, arbitrary: fc.bigInt({ min: 250_00n, max: 2_500_00n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 2_500_00n, max: 20_000_00n }) },
);

const day = fc
  .integer({ min: 0, max: 60 })
  .map((back) => Temporal.PlainDate.from('2026-11-23').subtract({ days: back }));

/** Shares as members have them: a digit or `S01`, sometimes a nickname. */
export const believableShare: fc.Arbitrary<ShareLabel> = fc
  .record({
    suffix: fc.constantFrom('0', '1', '7', '9', 'S01', 'L01', 'C2'),
    kind: fc.constantFrom('checking' as const, 'savings' as const, 'certificate' as const),
    nickname: fc.constantFrom(undefined, undefined, 'House', 'Vacation fund', 'Épicerie', 'Niños'),
  })
  .map(({ nickname, ...share }) => (nickname === undefined ? share : { ...share, nickname }));

/** Five rows of any kind of history, newest first. */
export const believableHistory: fc.Arbitrary<HistoryReply> = fc
  .record({
    of: fc.constantFrom(
      'history' as const,
      'deposits' as const,
      'withdrawals' as const,
      'checks' as const,
    ),
    share: believableShare,
    more: fc.boolean(),
    rows: fc.array(
      fc.record({
        on: day,
        amount,
        description: fc.constantFrom(...descriptions),
        check: fc.integer({ min: 101, max: 9_999 }),
      }),
      { minLength: 5, maxLength: 5 },
    ),
  })
  .map(({ of, share, more, rows }): HistoryReply => ({
    reply: 'history',
    of,
    share,
    more,
    rows: rows
      .toSorted((a, b) => Temporal.PlainDate.compare(b.on, a.on))
      .map(({ on, amount: size, description, check }, index) => {
        if (of === 'checks')
          return { on, amount: -size, description: 'CHECK', checkNumber: `${check}` };
        const isIn = of === 'deposits' || (of === 'history' && index % 3 === 0);
        return { on, amount: isIn ? size : -size, description };
      }),
  }));

/** One to four holds. */
export const believableHolds: fc.Arbitrary<readonly HoldFacts[]> = fc.array(
  fc
    .record({
      amount,
      description: fc.constantFrom(...descriptions),
      expiresOn: fc.option(day, { nil: undefined }),
    })
    .map(({ expiresOn, ...hold }) => (expiresOn === undefined ? hold : { ...hold, expiresOn })),
  { minLength: 1, maxLength: 4 },
);
