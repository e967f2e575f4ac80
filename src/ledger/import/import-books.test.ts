import { expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import {
  balancesOf,
  footprint,
  oneChecking,
  prepareImport,
  rowHeader,
  sharesOf,
} from '../../../test/support/prepare-import.ts';
import { sampled } from '../../../test/support/sampled.ts';
import { oldSystem } from '../../../test/support/ledger/old-system.ts';
import { booksKeyring } from '../../../test/support/ledger/small-books.ts';
import { verify } from '../verify/verify.ts';

const rows = sampled({ all: 50_000, sample: 10_000 });

onSampledEngines('import', (db) => {
  const prepare = async () => prepareImport(db());

  it(`imports ${rows} rows without a difference, and again without a change`, async () => {
    const { books, bring } = await prepare();
    const old = oldSystem({ members: 400, rows, seed: 11 });
    expect(old.overdrawn).toBeGreaterThan(10);
    const first = await bring(old);
    expect(first.errors).toEqual([]);
    expect(first.differences).toEqual([]);
    expect(first.transactions).toMatchObject({ lines: rows, posted: rows, already: 0 });
    expect(first.transactions.compared).toBeGreaterThan(rows * 0.88);
    expect(await balancesOf(db(), books.institutionId)).toEqual(old.balances);
    const before = await footprint(db(), books.institutionId);
    const again = await bring(old);
    expect(again.transactions).toMatchObject({ posted: 0, already: rows });
    expect(again.accounts.opened).toBe(0);
    expect([again.errors, again.differences]).toEqual([[], []]);
    expect(await footprint(db(), books.institutionId)).toEqual(before);
    const report = await verify(db(), {
      institutionId: books.institutionId,
      keyring: booksKeyring,
    });
    expect(report.problems).toEqual([]);
  });

  it('continues after an interruption at any point', async () => {
    const old = oldSystem({ members: 30, rows: 4_000, seed: 5 });
    const { books, bring } = await prepare();
    for (const stopAt of [0, 1_000, 2_500]) {
      const stopped = bring(old, {
        onProgress: ({ stage, done }) => {
          if (stage === 'transactions' && done > stopAt) throw new Error('power cut');
        },
      });
      await expect(stopped).rejects.toThrow('power cut');
    }
    const last = await bring(old);
    expect([last.errors, last.differences]).toEqual([[], []]);
    expect(last.transactions.posted + last.transactions.already).toBe(4_000);
    expect(last.transactions.already).toBeGreaterThan(2_000);
    expect(await balancesOf(db(), books.institutionId)).toEqual(old.balances);
  });

  it('reports each planted error with its line, and imports the rest', async () => {
    const old = oldSystem({ members: 20, rows: 1_000, seed: 8 });
    const { books, bring } = await prepare();
    const lines = old.transactions.trimEnd().split('\n');
    const planted = [
      [100, 'P-1,10001,7,2023-02-30,1.00,deposit,,,'],
      [200, 'P-2,10001,7,2023-02-03,1.005,deposit,,,'],
      [300, 'P-3,99999,7,2023-02-03,1.00,deposit,,,'],
      [400, 'OLD-5,10001,7,2023-02-03,1.00,deposit,,,'],
      [500, 'P-5,10001,7,2023-02-03,1.00,deposit'],
      [600, 'P-6,10001,7,2023-02-03,1.00,deposit,,"open,'],
      [700, 'P-7,10001,7,2023-02-03,0.00,deposit,,,'],
      [750, 'P-8,10001,7,2023-02-03,1.00,,,,'],
      [800, ',10001,7,2023-02-03,1.00,deposit,,,'],
      [850, 'P-10,10001,7,2023-02-03,"1,000.00",deposit,,,'],
      [900, 'P-11,10001,7,2023-02-03,1.00,deposit,10 42,,'],
      [950, 'P-12,10001,7,2023-02-03,1.00,deposit,,,12.3.4'],
      [960, 'P-13,10001,7,0000-01-01,1.00,deposit,,,'],
      [970, 'P-14,10001,7,9999-12-31,1.00,deposit,,,'],
    ] as const;
    for (const [line, text] of planted) lines.splice(line - 1, 0, text);
    // And a row after which the old system showed one cent too many.
    const wrong = lines.findIndex((line, index) => index > 300 && /OLD-\d+,.*\d\.\d\d$/.test(line));
    const fields = (lines[wrong] ?? '').split(',');
    const shown = Math.round(Number(fields.at(-1)) * 100);
    lines[wrong] = [...fields.slice(0, -1), String((shown + 1) / 100)].join(',');
    const accounts = `${old.accounts}10001,7,checking,USD,,\r\n10002,7777,checking,USD,,\r\nREFUSED,1,savings,USD,,\r\n`;
    const files = { accounts, transactions: `${lines.join('\n')}\n` };
    const accountLines = old.accounts.trimEnd().split('\r\n').length;
    const expected = [
      {
        file: 'accounts',
        line: accountLines + 1,
        reason: 'account 10001/7 is already in line 6',
      },
      { file: 'accounts', line: accountLines + 2, reason: 'suffix "7777" is not valid' },
      { file: 'accounts', line: accountLines + 3, reason: 'this member may have no shares' },
      ...[...planted.map(([line]) => line), wrong + 1]
        .sort((a, b) => a - b)
        .map((line) => ({ file: 'transactions', line, reason: expect.any(String) })),
    ];
    const untouched = await footprint(db(), books.institutionId);
    const refused = await bring(files);
    expect(refused).toMatchObject({ isRefused: true, errors: expected, differences: [] });
    expect(refused.errors.find(({ line }) => line === wrong + 1)?.reason).toContain(
      `showed ${((shown + 1) / 100).toFixed(2)} after this row where ${(shown / 100).toFixed(2)} follows`,
    );
    expect(refused.transactions).toMatchObject({ lines: 1_014, posted: 0, already: 0 });
    expect(await footprint(db(), books.institutionId)).toEqual(untouched);
    expect(await sharesOf(db(), books.institutionId)).toEqual([]);

    // Accounts without errors are imported whole. The one with the errors and the one with the
    // wrong balance are not.
    const wrongShare = (lines[wrong] ?? '').split(',').slice(1, 3).join('/');
    const report = await bring(files, { partial: true });
    expect(report).toMatchObject({ isRefused: false, errors: expected, differences: [] });
    expect(new Set(report.leftOut)).toEqual(new Set(['10001/7', 'REFUSED/1', wrongShare]));
    const rest = new Map([...old.balances].filter(([share]) => !report.leftOut.includes(share)));
    expect(await balancesOf(db(), books.institutionId)).toEqual(rest);
    // After the fix, everything is imported.
    expect(await bring(old)).toMatchObject({ errors: [], differences: [] });
    expect(await balancesOf(db(), books.institutionId)).toEqual(old.balances);
    const changed = old.transactions.replace(/^(OLD-7,.*?,.*?,.*?),-?\d+/m, '$1,77');
    const second = await bring({ ...old, transactions: changed });
    expect(second.errors).toEqual([
      {
        file: 'transactions',
        line: 9,
        reason: 'its external_id was imported before with different content',
      },
    ]);
  });

  it('refuses loans that show debts as negative, unless the option says so', async () => {
    const { books, bring } = await prepare();
    const accounts = `${oneChecking}1,L1,loan,USD,,\n2,L1,loan,USD,,\n3,L1,loan,USD,,\n`;
    const negative = [
      rowHeader,
      'a,1,L1,2026-10-05,200.00,payment,,,-8000.00',
      'b,2,L1,2026-10-05,-50.00,fee,,,-150.00',
      'c,3,L1,2026-10-05,120.00,payment,,,20.00',
    ];
    const files = { accounts, transactions: negative.join('\n') };
    const untouched = await footprint(db(), books.institutionId);
    for (const partial of [false, true]) {
      const refused = await bring(files, { partial });
      expect(refused).toMatchObject({ isRefused: true, notes: [] });
      expect(refused.errors).toEqual([
        {
          file: 'transactions',
          line: 2,
          reason: expect.stringContaining('Debts must be positive'),
        },
      ]);
    }
    expect(await footprint(db(), books.institutionId)).toEqual(untouched);
    const report = await bring(files, { debts: 'negative' });
    expect(report).toMatchObject({ errors: [], differences: [], isRefused: false });
    expect(report.notes).toEqual([
      {
        file: 'transactions',
        line: 4,
        reason: 'loan 3/L1 ends overpaid: nothing is owed on it',
      },
    ]);
    expect(await balancesOf(db(), books.institutionId)).toEqual(
      new Map([
        ['1/L1', 800_000],
        ['2/L1', 15_000],
        ['3/L1', -2_000],
      ]),
    );
    expect(await bring(files, { debts: 'negative' })).toMatchObject({
      errors: [],
      transactions: { posted: 0, already: 3 },
    });
  });

  it('accepts one overpaid loan with a warning, and refuses --debts negative if debts are positive', async () => {
    const { books, bring } = await prepare();
    const accounts = `${oneChecking}1,L1,loan,USD,,\n2,L1,loan,USD,,\n`;
    const positive = [
      rowHeader,
      'a,1,L1,2026-10-05,-200.00,payment,,,8000.00',
      'b,2,L1,2026-10-05,-150.00,payment,,,-50.00',
    ];
    const files = { accounts, transactions: positive.join('\n') };
    const report = await bring(files);
    expect(report).toMatchObject({ errors: [], differences: [] });
    expect(report.notes).toEqual([
      {
        file: 'transactions',
        line: 3,
        reason: 'loan 2/L1 ends overpaid: nothing is owed on it',
      },
    ]);
    expect(await balancesOf(db(), books.institutionId)).toEqual(
      new Map([
        ['1/L1', 800_000],
        ['2/L1', -5_000],
      ]),
    );
    const other = await prepare();
    const onlyPositive = { accounts, transactions: positive.slice(0, 2).join('\n') };
    const refused = await other.bring(onlyPositive, { debts: 'negative' });
    expect(refused.errors[0]?.reason).toContain('leave the option out');
    expect(refused.isRefused).toBe(true);
  });

  it('uses each currency’s own digits, and accepts another currency only with --allow-currency', async () => {
    const { books, bring } = await prepare();
    const accounts = `${oneChecking}1,8,savings,IQD,,\n1,9,savings,JPY,,\n`;
    const files = {
      accounts,
      transactions: [
        rowHeader,
        'a,1,8,2026-10-05,1.125,deposit,,,1.125',
        'b,1,9,2026-10-05,1250,deposit,,,1250',
      ].join('\n'),
    };
    const refused = await bring(files, { currencies: ['USD'] });
    expect(refused.isRefused).toBe(true);
    expect(refused.errors[0]).toEqual({
      file: 'accounts',
      line: 3,
      reason:
        "its currency is IQD, and the institution's USD: use --allow-currency IQD to import it",
    });
    expect(await bring(files, { currencies: ['USD', 'IQD', 'JPY'] })).toMatchObject({
      errors: [],
      differences: [],
    });
    expect(await balancesOf(db(), books.institutionId)).toEqual(
      new Map([
        ['1/8', 1_125],
        ['1/9', 1_250],
      ]),
    );
    const gold = await bring({ ...files, accounts: accounts.replace('IQD', 'XAU') });
    expect(gold.errors[0]).toMatchObject({ line: 3, reason: 'currency "XAU" is unknown' });
    const digits = await bring({
      ...files,
      transactions: `${rowHeader}\nc,1,9,2026-10-06,1.5,deposit,,,\n`,
    });
    expect(digits.errors).toEqual([
      { file: 'transactions', line: 2, reason: 'amount "1.5" is not an amount' },
    ]);
  });

  it('skips rows that contain only commas', async () => {
    const { bring } = await prepare();
    const report = await bring({
      accounts: `,,,,,\n${oneChecking},,,,,\n  , ,,\n`,
      transactions: `${rowHeader}\n,,,,,,,,\na,1,7,2026-10-05,1.00,deposit,,,1.00\n"","",,,,,,,\n,,,\n`,
    });
    expect(report).toMatchObject({
      errors: [],
      accounts: { lines: 1 },
      transactions: { lines: 1, posted: 1 },
    });
  });

  it('imports nothing under a wrong header', async () => {
    const { bring } = await prepare();
    const report = await bring({ accounts: 'member,suffix\n1,7\n', transactions: '' });
    expect(report.errors).toEqual([
      { file: 'accounts', line: 1, reason: expect.stringMatching(/lacks member_number, kind/) },
      { file: 'transactions', line: 1, reason: 'the file is empty' },
    ]);
    const headers = [
      ['member_number;suffix;kind;currency;nickname;overdraft_limit', /by commas, not by ‘;’/],
      ['member_number\tsuffix\tkind\tcurrency\tnickname\toverdraft_limit', /not by tabs/],
      ['m\0e\0m\0b\0e\0r\0', /UTF-16/],
      ['member_number,suffix,kind,currency,nickname,overdraft_limit,suffix', /suffix twice/],
    ] as const;
    for (const [accounts, reason] of headers) {
      const { errors } = await bring({ accounts: `${accounts}\n1,7\n`, transactions: '' });
      expect(errors[0]).toMatchObject({ line: 1, reason: expect.stringMatching(reason) });
    }
  });

  it('reports an opening balance that the books do not accept', async () => {
    const { bring } = await prepare();
    const report = await bring({
      accounts: 'member_number,suffix,kind,currency,nickname,overdraft_limit\n1,7,checking,USD,,\n',
      transactions: [
        'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance',
        'a,1,7,2024-03-01,1.00,deposit,,,900000000000000.00',
      ].join('\n'),
    });
    expect(report.errors).toEqual([
      {
        file: 'transactions',
        line: 2,
        reason: expect.stringMatching(/brought forward .* above the limit of the books/),
      },
    ]);
    expect(report).toMatchObject({ isRefused: true, transactions: { posted: 0 }, differences: [] });
  });
});
