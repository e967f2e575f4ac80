import { expect, it } from 'vitest';
import { onBothEngines } from '../../../test/support/engines.ts';
import type { Database } from '../../database/database.ts';
import { oldSystem } from '../testing/old-system.ts';
import { smallBooks, testSeals } from '../testing/small-books.ts';
import { verify } from '../verify/verify.ts';
import { importBooks, type ImportOptions } from './import-books.ts';
import type { ImportTarget } from './import-target.ts';

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_536) {
    yield await Promise.resolve(text.slice(at, at + 65_536));
  }
}

/** Members and shares as a table of nothing but names, to stand where the program's own stand. */
async function sharesTable(db: Database, institutionId: number): Promise<ImportTarget> {
  const table = `imported_shares_${institutionId}`;
  await db.query(`create table ${table} (name text primary key, account_id uuid not null)`);
  return {
    clean: (text) => text.replaceAll(/\d{12,}/g, '█'),
    ensureShares: async (tx, rows) => {
      const names = rows.map(({ memberNumber, suffix }) => `${memberNumber}/${suffix}`);
      await tx.query(
        `insert into ${table} select * from unnest($1::text[], $2::uuid[]) on conflict do nothing`,
        [names, rows.map(({ accountId }) => accountId)],
      );
      const found = await tx.query<{ name: string; accountId: string }>(
        `select name, account_id as "accountId" from ${table} where name = any($1::text[])`,
        [names],
      );
      const byName = new Map(found.map(({ name, accountId }) => [name, accountId]));
      return rows.map(({ memberNumber, suffix }) => {
        if (memberNumber === 'REFUSED') return { refused: 'this member may have no shares' };
        return { accountId: byName.get(`${memberNumber}/${suffix}`) ?? '' };
      });
    },
  };
}

onBothEngines('import', (db) => {
  const prepare = async () => {
    const books = smallBooks(db());
    const target = await sharesTable(db(), books.institutionId);
    const bring = (
      files: { accounts: string; transactions: string },
      rest?: Partial<ImportOptions>,
    ) =>
      importBooks(db(), {
        institutionId: books.institutionId,
        accounts: inPieces(files.accounts),
        transactions: inPieces(files.transactions),
        target,
        today: books.day,
        world: books.world,
        seals: testSeals,
        ...rest,
      });
    return { books, bring };
  };

  it('takes 50,000 rows with not one difference, and again without a change', async () => {
    const { books, bring } = await prepare();
    const old = oldSystem({ members: 400, rows: 50_000, seed: 11 });
    expect(old.overdrawn).toBeGreaterThan(50);
    const first = await bring(old);
    expect(first.errors).toEqual([]);
    expect(first.differences).toEqual([]);
    expect(first.transactions).toMatchObject({ lines: 50_000, posted: 50_000, already: 0 });
    expect(first.transactions.compared).toBeGreaterThan(44_000);
    expect(await balancesOf(db(), books.institutionId)).toEqual(old.balances);
    const before = await footprint(db(), books.institutionId);
    const again = await bring(old);
    expect(again.transactions).toMatchObject({ posted: 0, already: 50_000 });
    expect(again.accounts.opened).toBe(0);
    expect([again.errors, again.differences]).toEqual([[], []]);
    expect(await footprint(db(), books.institutionId)).toEqual(before);
    const report = await verify(db(), { institutionId: books.institutionId, seals: testSeals });
    expect(report.problems).toEqual([]);
  });

  it('goes on after an interruption, wherever it came', async () => {
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

  it('reports each planted error with its line, and loses nothing else', async () => {
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
    // And a row after which the old system showed a cent too much.
    const wrong = lines.findIndex((line, index) => index > 300 && /OLD-\d+,.*\d\.\d\d$/.test(line));
    const fields = (lines[wrong] ?? '').split(',');
    const shown = Math.round(Number(fields.at(-1)) * 100);
    lines[wrong] = [...fields.slice(0, -1), String((shown + 1) / 100)].join(',');
    const accounts = `${old.accounts}10001,7,checking,USD,,\r\n10002,7777,checking,USD,,\r\nREFUSED,1,savings,USD,,\r\n`;
    const report = await bring({ accounts, transactions: `${lines.join('\n')}\n` });
    const accountLines = old.accounts.trimEnd().split('\r\n').length;
    expect(report.errors).toEqual([
      {
        file: 'accounts',
        line: accountLines + 1,
        reason: 'account 10001/7 already stands in line 6',
      },
      { file: 'accounts', line: accountLines + 2, reason: 'suffix "7777" is not one' },
      { file: 'accounts', line: accountLines + 3, reason: 'this member may have no shares' },
      ...planted.map(([line]) => ({ file: 'transactions', line, reason: expect.any(String) })),
    ]);
    expect(report.transactions.posted).toBe(1_000);
    expect(report.differences).toEqual([
      expect.objectContaining({
        line: wrong + 1,
        shown: BigInt(shown + 1),
        computed: BigInt(shown),
      }),
    ]);
    expect(await balancesOf(db(), books.institutionId)).toEqual(old.balances);
    const changed = old.transactions.replace(/^(OLD-7,.*?,.*?,.*?),-?\d+/m, '$1,77');
    const second = await bring({ ...old, transactions: changed });
    expect(second.errors).toEqual([
      {
        file: 'transactions',
        line: 9,
        reason: 'its external_id was imported before with another content',
      },
    ]);
  });

  it('counts rows of a day in the order of the file and days in order of time', async () => {
    const { books, bring } = await prepare();
    const report = await bring({
      accounts: 'suffix,member_number,kind,currency,overdraft_limit,nickname\n7,1,checking,USD,,\n',
      transactions: [
        'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance',
        'c,1,7,2024-03-02,-150.00,check,1042,,-40.00',
        'd,1,7,2024-03-02,20,deposit,,CARD 4111111111111111,-20.00',
        'a,1,7,2024-03-01,10.00,deposit,,,110',
        'b,1,7,2024-03-01,-0.00,deposit,,,110',
      ].join('\n'),
    });
    expect(report.differences).toEqual([]);
    expect(report.errors).toEqual([{ file: 'transactions', line: 5, reason: 'amount is zero' }]);
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

  it('takes nothing under a wrong header', async () => {
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

  it('tells an opening balance that the books do not take', async () => {
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
        reason: expect.stringMatching(/brought forward .* greater than the books take/),
      },
    ]);
    expect(report.transactions.posted).toBe(1);
    expect(report.differences).toHaveLength(1);
  });
});

async function balancesOf(db: Database, institutionId: number): Promise<Map<string, number>> {
  const rows = await db.query<{ name: string; balance: bigint }>(
    `select s.name, a.ledger_balance as balance from imported_shares_${institutionId} s
      join accounts a on a.institution_id = $1 and a.id = s.account_id where a.version > 0`,
    [institutionId],
  );
  return new Map(rows.map(({ name, balance }) => [name, Number(balance)]));
}

async function footprint(db: Database, institutionId: number): Promise<unknown> {
  return db.query(
    `select (select count(*)::int from entries where institution_id = $1) as entries,
      (select count(*)::int from transactions where institution_id = $1) as transactions,
      (select max(number) from chain where institution_id = $1) as batches`,
    [institutionId],
  );
}
