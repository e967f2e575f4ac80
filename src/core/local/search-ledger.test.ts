import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/support/engines.ts';
import { smallBooks, type SmallBooks } from '../../../test/support/ledger/small-books.ts';
import type { Database } from '../../database/database.ts';
import { seededRandom } from '../../kernel/random.ts';
import { finderOf } from '../../languages/finder.ts';
import type { CoreEntry } from '../core-entry.ts';
import type { EntriesFound, EntrySearch, SearchedAccount } from '../entry-search.ts';
import { searchEntries } from '../search-entries.ts';
import { ledgerCore } from './ledger-core.ts';

interface Place {
  readonly books: SmallBooks;
  readonly outside: string;
  readonly checking: SearchedAccount;
  readonly savings: SearchedAccount;
  readonly loan: SearchedAccount;
  readonly post: (entry: Posted) => Promise<void>;
}

interface Posted {
  readonly on?: string;
  readonly account?: SearchedAccount;
  /** On the account's normal side. */
  readonly amount: bigint;
  readonly kind: string;
  readonly description: string;
  readonly other?: SearchedAccount;
}

const zone = 'America/Chicago';

async function openPlace(db: Database): Promise<Place> {
  const books = smallBooks(db);
  const outside = await books.open({ class: 'asset', kind: 'cash', internal: true });
  const open = async (kind: string, rest = {}) => ({
    accountId: await books.open({ kind, ...rest }),
    kind,
    currency: 'USD',
  });
  const checking = await open('checking');
  const savings = await open('savings');
  const loan = await open('loan', { class: 'asset' });
  return {
    books,
    outside,
    checking,
    savings,
    loan,
    post: async ({ on = '2026-11-23', account = checking, amount, kind, description, other }) => {
      const size = amount < 0n ? -amount : amount;
      const leaves = amount < 0n !== (account.kind === 'loan');
      const far = other?.accountId ?? outside;
      await books.must({
        order: 'transfer',
        key: books.key(),
        effectiveOn: Temporal.PlainDate.from(on),
        fromAccountId: leaves ? account.accountId : far,
        toAccountId: leaves ? far : account.accountId,
        amount: size,
        kind,
        fromDescription: description,
        toDescription: description,
        forced: true,
      });
    },
  };
}

async function search(
  db: Database,
  { books, checking, savings, loan }: Place,
  rest: Partial<EntrySearch>,
): Promise<EntriesFound> {
  const [answer] = await ledgerCore.search(db, books.institutionId, [
    { accounts: [checking, savings], own: [checking, savings, loan], zone, count: 50, ...rest },
  ]);
  if (!answer || 'refused' in answer) throw new Error('our own books refuse no search');
  return answer;
}

const day = (text: string) => Temporal.PlainDate.from(text);

onBothEngines('a search of our books', (db) => {
  it('sums what left all accounts, and says transfers, refunds and holds apart', async () => {
    const place = await openPlace(db());
    const { post, books, checking, savings, loan } = place;
    const schnucks = { kind: 'card', description: 'SCHNUCKS #142 ST LOUIS MO' };
    await post({ on: '2026-09-30', amount: -9_900n, ...schnucks });
    await post({ on: '2026-10-01', amount: -4_000n, ...schnucks });
    await post({ on: '2026-10-31', amount: -1_208n, account: savings, ...schnucks });
    await post({ on: '2026-10-20', amount: 300n, ...schnucks });
    await post({
      on: '2026-10-21',
      amount: 700n,
      kind: 'deposit',
      description: 'SCHNUCKS REFUND 00142',
    });
    await post({
      on: '2026-10-05',
      amount: -20_000n,
      kind: 'transfer',
      description: 'TO SAVINGS',
      other: savings,
    });
    await post({
      on: '2026-10-06',
      amount: -5_000n,
      kind: 'transfer',
      description: 'TO LOAN',
      other: loan,
    });
    // Imported: neither side names the other.
    await post({ on: '2026-10-07', amount: -2_500n, kind: 'household', description: 'TO JOINT' });
    await post({
      on: '2026-10-07',
      amount: 2_500n,
      kind: 'household',
      description: 'FROM JOINT',
      account: savings,
    });
    await post({
      on: '2026-10-08',
      amount: -7_700n,
      kind: 'payment',
      description: 'LOAN PAYMENT 3',
    });
    await post({
      on: '2026-10-09',
      amount: -6_600n,
      kind: 'payment',
      description: 'ARCH ELECTRIC',
    });
    await post({ on: '2026-10-10', amount: 90_000n, kind: 'deposit', description: 'PAYROLL' });
    await books.must({
      order: 'place_hold',
      key: books.key(),
      effectiveOn: books.day,
      accountId: checking.accountId,
      amount: 1_500n,
      description: 'SCHNUCKS 142',
    });
    const october = {
      from: day('2026-10-01'),
      to: day('2026-10-31'),
      count: 0,
      sum: true,
    } as const;
    expect((await search(db(), place, october)).sums).toEqual([
      {
        currency: 'USD',
        out: { count: 3, total: 11_808n },
        in: { count: 1, total: 90_000n },
        refunds: { count: 2, total: 1_000n },
        returned: { count: 0, total: 0n },
        own: { count: 4, total: 35_200n },
        holds: { count: 0, total: 0n },
      },
    ]);
    const find = finderOf('schnucks');
    expect((await search(db(), place, { ...october, find })).sums).toMatchObject([
      { out: { count: 2, total: 5_208n }, refunds: { count: 2, total: 1_000n }, own: { count: 0 } },
    ]);
    const all = await search(db(), place, { find, sum: true, to: day('2026-12-31'), count: 2 });
    expect(all.sums).toMatchObject([
      { out: { count: 3, total: 15_108n }, holds: { count: 1, total: 1_500n } },
    ]);
    expect(all.entries.map(({ amount }) => amount)).toEqual([-1_208n, 700n]);
    expect(
      (await search(db(), place, { find, after: all.next })).entries.map((e) => e.amount),
    ).toEqual([300n, -4_000n, -9_900n]);
    expect((await search(db(), place, { find: finderOf('kroger'), sum: true })).sums).toMatchObject(
      [
        {
          out: { count: 0, total: 0n },
          in: { count: 0 },
          refunds: { count: 0 },
          holds: { count: 0 },
        },
      ],
    );
  });

  it('counts a returned deposit as no spending, and a reversed withdrawal as no deposit', async () => {
    const place = await openPlace(db());
    const { post } = place;
    await post({ amount: 500_000n, kind: 'deposit', description: 'MOBILE DEPOSIT' });
    await post({ amount: -500_000n, kind: 'deposit', description: 'MOBILE DEPOSIT' });
    await post({ amount: -30n, kind: 'dividend', description: 'DIVIDEND' });
    await post({ amount: -20n, kind: 'interest', description: 'INTEREST' });
    await post({ amount: -900_000n, kind: 'withdrawal', description: 'BRANCH' });
    await post({ amount: 900_000n, kind: 'withdrawal', description: 'BRANCH' });
    await post({ amount: -700n, kind: 'card', description: 'SCHNUCKS' });
    const { sums } = await search(db(), place, { sum: true });
    expect(sums).toMatchObject([
      {
        out: { count: 2, total: 900_700n },
        in: { count: 1, total: 500_000n },
        refunds: { count: 1, total: 900_000n },
        returned: { count: 3, total: 500_050n },
      },
    ]);
    const most = { leavesOutOwn: true, order: 'largest' } as const;
    const amounts = async (direction: 'in' | 'out') => {
      const given = { ...most, direction };
      const found = (await search(db(), place, given)).entries;
      const all = (await search(db(), place, {})).entries;
      const { checking, savings, loan } = place;
      const same = {
        accounts: [checking, savings],
        own: [checking, savings, loan],
        zone,
        count: 50,
      };
      // A core elsewhere answers the same.
      expect(searchEntries({ ...same, ...given }, all, []).entries).toEqual(found);
      return found.map(({ amount }) => amount);
    };
    expect(await amounts('out')).toEqual([-900_000n, -700n]);
    expect(await amounts('in')).toEqual([500_000n]);
  });

  it('answers the searches of a batch together, each its own', async () => {
    const places = [await openPlace(db()), await openPlace(db())];
    const [first] = places;
    for (const [index, place] of places.entries())
      await place.post({
        amount: -100n * BigInt(index + 1),
        kind: 'card',
        description: 'SHELL OIL 1',
      });
    if (!first) throw new Error('there are two');
    const asked = places.map(({ checking }): EntrySearch => ({
      accounts: [checking],
      own: [checking],
      zone,
      count: 5,
    }));
    const answers = await ledgerCore.search(db(), first.books.institutionId, asked);
    const amounts = answers.map((one) =>
      'entries' in one ? one.entries.map((e) => e.amount) : one,
    );
    // Accounts of another institution have nothing here.
    expect(amounts).toEqual([[-100n], []]);
    expect(await ledgerCore.search(db(), first.books.institutionId, [])).toEqual([]);
  });

  it('finds, pages and sums what a search in memory does', async () => {
    const place = await openPlace(db());
    const random = seededRandom('searches');
    const accounts = [place.checking, place.savings, place.loan];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no list is empty
    const pick = <Value>(list: readonly Value[]) => list[random.below(list.length)] as Value;
    const kinds = ['card', 'transfer', 'household', 'deposit', 'check', 'payment'];
    const names = [
      'WM SUPERCENTER #331',
      'SQ *BLUE BOTTLE',
      'LOAN PAYMENT',
      'SHELL OIL 57',
      'AMZN MKTP REFUND',
    ];
    for (let index = 0; index < 120; index += 1) {
      const account = pick(accounts);
      const other = pick([undefined, undefined, ...accounts]);
      await place.post({
        on: day('2026-11-01')
          .add({ days: random.below(12) })
          .toString(),
        account,
        amount: BigInt((random.below(6) + 1) * 100) * (random.below(2) === 0 ? 1n : -1n),
        kind: pick(kinds),
        description: pick(names),
        ...(other && other !== account ? { other } : {}),
      });
    }
    const everything = await search(db(), place, { accounts, count: 1_000 });
    expect(everything.entries.length).toBeGreaterThan(120);
    for (let index = 0; index < 60; index += 1) {
      const wanted: EntrySearch = {
        accounts: pick([accounts, [place.checking], [place.savings, place.loan]]),
        own: accounts,
        zone,
        from: pick([undefined, day('2026-11-04')]),
        to: pick([undefined, day('2026-11-08')]),
        direction: pick([undefined, 'in', 'out'] as const),
        kinds: pick([undefined, ['card', 'transfer']]),
        find: pick([
          undefined,
          undefined,
          finderOf('walmart'),
          finderOf('gas'),
          finderOf('amazon'),
        ]),
        amountMin: pick([undefined, 200n]),
        amountMax: pick([undefined, 500n]),
        leavesOutOwn: pick([undefined, true] as const),
        order: pick([undefined, 'largest', 'smallest'] as const),
        count: 7,
        sum: pick([undefined, true] as const),
      };
      await expectSamePages(db(), place, wanted, everything.entries);
    }
  });
});

/** Compares all pages of a search, first to last. */
async function expectSamePages(
  db: Database,
  place: Place,
  wanted: EntrySearch,
  all: readonly CoreEntry[],
): Promise<void> {
  let after: EntrySearch['after'];
  do {
    const found = await search(db, place, { ...wanted, after });
    expect(found).toEqual(searchEntries({ ...wanted, after }, all, []));
    after = found.next;
  } while (after);
}
