import { expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import {
  balancesOf,
  byDays,
  footprint,
  oneChecking,
  prepareImport,
  rowHeader,
} from '../../../test/support/prepare-import.ts';
import { oldSystem } from '../../../test/support/ledger/old-system.ts';
import { booksKeyring } from '../../../test/support/ledger/small-books.ts';
import { verify } from '../verify/verify.ts';

onSampledEngines('the order of imported rows', (db) => {
  const prepare = async () => prepareImport(db());

  it('takes rows of a day in file order, and days in chronological order', async () => {
    const { books, bring } = await prepare();
    const report = await bring({
      accounts: 'suffix,member_number,kind,currency,overdraft_limit,nickname\n7,1,checking,USD,,\n',
      transactions: [
        'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance',
        'c,1,7,2024-03-02,-150.00,check,1042,,-40.00',
        'd,1,7,2024-03-02,20,deposit,,CARD 4111111111111111,-20.00',
        'a,1,7,2024-03-01,10.00,deposit,,,110',
      ].join('\n'),
    });
    expect([report.errors, report.differences]).toEqual([[], []]);
    const rows = await db().query(
      `select e.balance_after as balance, e.description, e.below_floor as below from entries e join accounts a on a.id = e.account_id
        where e.institution_id = $1 and a.kind = 'checking' order by e.sequence`,
      [books.institutionId],
    );
    expect(rows).toEqual([
      { balance: 10_000n, description: 'BALANCE BROUGHT FORWARD', below: false },
      { balance: 11_000n, description: '', below: false },
      { balance: -4_000n, description: '', below: true },
      { balance: -2_000n, description: 'CARD █', below: false },
    ]);
  });

  it.each([
    ['newest first', (lines: string[]) => lines.toReversed()],
    [
      'each day newest first',
      (lines: string[]) => byDays(lines).flatMap((day) => day.toReversed()),
    ],
  ])('imports a file that is sorted %s, even after an interruption', async (_name, sort) => {
    const old = oldSystem({ members: 30, rows: 4_000, seed: 6 });
    const { books, bring } = await prepare();
    const [header = '', ...lines] = old.transactions.trimEnd().split(/\r?\n/);
    const files = { ...old, transactions: [header, ...sort(lines)].join('\n') };
    const stopped = bring(files, {
      onProgress: ({ stage, done }) => {
        if (stage === 'transactions' && done > 1_500) throw new Error('power cut');
      },
    });
    await expect(stopped).rejects.toThrow('power cut');
    expect(await bring(files)).toMatchObject({ errors: [], differences: [] });
    expect(await balancesOf(db(), books.institutionId)).toEqual(old.balances);
    const before = await footprint(db(), books.institutionId);
    expect((await bring(files)).transactions).toMatchObject({ posted: 0, already: 4_000 });
    expect(await footprint(db(), books.institutionId)).toEqual(before);
  });

  it.each([
    [
      'newest first within a day',
      [
        'a,1,7,2026-10-05,-5.00,card,,,75.00',
        'b,1,7,2026-10-05,-20.00,card,,,80.00',
        'c,1,7,2026-10-05,100.00,deposit,,,100.00',
      ],
      7_500,
    ],
    [
      'with a backdated row',
      ['a,1,7,2026-10-05,100.00,deposit,,,100.00', 'b,1,7,2026-10-01,-5.00,fee,,,95.00'],
      9_500,
    ],
  ] as const)('finds the right closing balance of a file %s', async (_name, rows, closing) => {
    const { books, bring } = await prepare();
    const report = await bring({
      accounts: oneChecking,
      transactions: [rowHeader, ...rows].join('\n'),
    });
    expect(report).toMatchObject({ errors: [], differences: [], isRefused: false });
    expect(report.transactions.compared).toBe(rows.length);
    expect(await balancesOf(db(), books.institutionId)).toEqual(new Map([['1/7', closing]]));
    const opening = await db().query(
      `select 1 from transactions where institution_id = $1 and kind = 'opening'`,
      [books.institutionId],
    );
    expect(opening).toEqual([]);
    const { problems } = await verify(db(), {
      institutionId: books.institutionId,
      keyring: booksKeyring,
    });
    expect(problems).toEqual([]);
  });

  it('asks if two orders fit and end at different balances', async () => {
    const { books, bring } = await prepare();
    const files = {
      accounts: oneChecking,
      transactions: [
        rowHeader,
        'a,1,7,2026-10-05,100.00,deposit,,,100.00',
        'b,1,7,2026-10-05,-100.00,card,,,0.00',
      ].join('\n'),
    };
    const asked = await bring(files);
    expect(asked).toMatchObject({ isRefused: true, transactions: { posted: 0 } });
    expect(asked.errors).toEqual([
      {
        file: 'transactions',
        line: 2,
        reason:
          'account 1/7: its rows fit in more than one order, and end at 0.00 or 100.00: use --rows oldest-first or --rows newest-first',
      },
    ]);
    expect(await bring(files, { rows: 'newest_first' })).toMatchObject({ errors: [] });
    expect(await balancesOf(db(), books.institutionId)).toEqual(new Map([['1/7', 10_000]]));
  });

  it('continues from the balance in the books, and reports rows that do not', async () => {
    const { books, bring } = await prepare();
    const first = [rowHeader, 'a,1,7,2026-10-05,100.00,deposit,,,100.00'];
    await bring({ accounts: oneChecking, transactions: first.join('\n') });
    const gap = [...first, 'c,1,7,2026-10-07,-5.00,card,,,90.00'];
    const refused = await bring({ accounts: oneChecking, transactions: gap.join('\n') });
    expect(refused.errors).toEqual([
      {
        file: 'transactions',
        line: 3,
        reason: expect.stringContaining(
          'account 1/7 does not fit: the old system showed 90.00 after this row where 95.00 follows from the 100.00 in the books',
        ),
      },
    ]);
    const mended = [...first, 'b,1,7,2026-10-06,-5.00,card,,,95.00', ...gap.slice(2)];
    const report = await bring({
      accounts: oneChecking,
      transactions: mended
        .toReversed()
        .join('\n')
        .replace(/^(.*)$/s, (text) => [rowHeader, ...text.split('\n').slice(0, -1)].join('\n')),
    });
    expect(report).toMatchObject({
      errors: [],
      differences: [],
      transactions: { posted: 2, already: 1 },
    });
    expect(await balancesOf(db(), books.institutionId)).toEqual(new Map([['1/7', 9_000]]));
  });
});
