import type { Database } from '../../src/database/database.ts';
import { present } from '../../src/kernel/assert.ts';
import type { World } from '../../src/kernel/world.ts';
import type { Order } from '../../src/ledger/order.ts';
import { openShares } from '../../src/shares/open-shares.ts';
import type { ShareKind } from '../../src/kernel/vocabulary/share-kind.ts';
import { opening, postAll } from './fixture/books.ts';
import type { Fixture } from './fixture.ts';

interface Place {
  readonly db: Database;
  readonly fixture: Fixture;
  readonly world: World;
}

/** The fixture's date. */
function today({ fixture, world }: Place): Temporal.PlainDate {
  return world.clock.now().toZonedDateTimeISO(fixture.institution.zone).toPlainDate();
}

/** Posts to the fixture's books. @throws if one is refused */
export async function postOrders(place: Place, orders: readonly Order[]): Promise<void> {
  const { db, fixture, world } = place;
  const { keyring, institution } = fixture;
  await postAll({ db, institutionId: institution.id, world, keyring }, orders);
}

/** Moves cash to an account (negative: from it), in minor units, as an entry of its history. */
export function moved(
  place: Place,
  given: {
    readonly accountId: string;
    readonly amount: bigint;
    readonly kind: string;
    readonly description: string;
    readonly checkNumber?: string;
  },
): Order {
  const { amount, kind, description, accountId, checkNumber } = given;
  return {
    order: 'entries',
    key: `moved:${place.world.ids.next()}`,
    kind,
    effectiveOn: today(place),
    entries: [
      { accountId: place.fixture.cashAccountId, amount, description },
      { accountId, amount: -amount, description, ...(checkNumber ? { checkNumber } : {}) },
    ],
  };
}

/** Opens one more share for one of the fixture's people, with its account. @returns the account */
export async function openShare(
  place: Place,
  person: number,
  given: {
    readonly suffix: string;
    readonly kind: ShareKind;
    readonly currency?: string;
    readonly nickname?: string;
  },
): Promise<string> {
  const { db, fixture, world } = place;
  const { kind, suffix, nickname, currency = 'USD' } = given;
  const memberId = present(fixture.members[person], 'the person lives in the fixture').id;
  const accountId = world.ids.next();
  await postOrders(place, [opening({ accountId, kind, currency, effectiveOn: today(place) })]);
  await db.transaction(async (tx) =>
    openShares(tx, world, fixture.institution.id, [
      { memberId, accountId, kind, currency, suffix, nickname },
    ]),
  );
  return accountId;
}

/**
 * Gives a person more than savings 0 ($500.00) and checking 7 ($1,000.00). Checking gets a check of
 * $45.00, a card payment of $12.50, a fee of $3.00, a hold of $25.00 and an overdraft limit of
 * $100.00. Savings get a dividend of $1.25. Also loan 3 that owes $200.00, certificate 4 of
 * $300.00, savings 5 in euros, and savings 6, which are closed.
 */
export async function furnishAccounts(place: Place, person: number): Promise<void> {
  const { checkingAccountId: checking, savingsAccountId: savings } = present(
    place.fixture.members[person],
    'the person lives in the fixture',
  );
  const loan = await openShare(place, person, { suffix: '3', kind: 'loan', nickname: 'Car' });
  const certificate = await openShare(place, person, { suffix: '4', kind: 'certificate' });
  await openShare(place, person, { suffix: '5', kind: 'savings', currency: 'EUR' });
  const closed = await openShare(place, person, { suffix: '6', kind: 'savings' });
  const effectiveOn = today(place);
  const key = (what: string) => `${what}:${place.world.ids.next()}`;
  await postOrders(place, [
    moved(place, {
      accountId: checking,
      amount: -4_500n,
      kind: 'check',
      description: 'CHECK 1042',
      checkNumber: '1042',
    }),
    moved(place, {
      accountId: checking,
      amount: -1_250n,
      kind: 'card',
      description: 'SQ *<CAFE> & SONS 0123 ST LOUIS MO',
    }),
    moved(place, { accountId: checking, amount: -300n, kind: 'fee', description: 'PAPER FEE' }),
    moved(place, {
      accountId: savings,
      amount: 125n,
      kind: 'dividend',
      description: 'DIVIDEND',
    }),
    moved(place, { accountId: loan, amount: -20_000n, kind: 'loan', description: 'LOAN ADVANCE' }),
    moved(place, {
      accountId: certificate,
      amount: 30_000n,
      kind: 'deposit',
      description: 'OPENING DEPOSIT',
    }),
    {
      order: 'place_hold',
      key: key('hold'),
      accountId: checking,
      amount: 2_500n,
      description: 'SHELL OIL 5751',
      effectiveOn,
      expiresAt: place.world.clock.now().add({ hours: 72 }),
    },
    {
      order: 'set_overdraft_limit',
      key: key('limit'),
      accountId: checking,
      overdraftLimit: 10_000n,
      effectiveOn,
    },
    { order: 'close_account', key: key('close'), accountId: closed, effectiveOn },
  ]);
}
