import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import type { Database } from '../../database/database.ts';
import { smallBooks, type SmallBooks } from '../../../test/support/ledger/small-books.ts';
import { exportJournal, type JournalFormatName } from './export-journal.ts';

const auditors: Readonly<Record<JournalFormatName, { program: string; check: string[] }>> = {
  hledger: { program: 'hledger', check: ['check', '--strict', 'ordereddates', '-f'] },
  beancount: { program: 'bean-check', check: [] },
};

const folder = mkdtempSync(join(tmpdir(), 'tmm-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

describe.each(['hledger', 'beancount'] as const)('the journal for %s', (format) => {
  const { program, check } = auditors[format];
  const installed = isInstalled(program);
  if (!installed) {
    process.stdout.write(
      `skipped: ${program} is not installed, so it does not audit the journal\n`,
    );
  }

  /** Runs the auditor. Returns its complaint, or nothing. */
  const audit = (journal: string): string => {
    const file = join(
      folder,
      `${format}-${journal.length}.${format === 'hledger' ? 'journal' : 'beancount'}`,
    );
    writeFileSync(file, journal);
    try {
      execFileSync(program, [...check, file], { stdio: 'pipe', encoding: 'utf8' });
      return '';
    } catch (error) {
      return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    }
  };

  onSampledEngines('is', (db) => {
    it.skipIf(!installed)(`accepted by ${program}, including all balances`, async () => {
      const books = await busyBooks(db());
      const journal = await exported(db(), books, format);
      expect(audit(journal)).toBe('');
      // An auditor that accepts anything proves nothing.
      const changed = journal
        .replace('900.00 USD', '900.01 USD')
        .replace('-900.00 USD', '-900.01 USD');
      expect(changed).not.toBe(journal);
      expect(audit(changed)).not.toBe('');
    });

    it('written with each currency’s own digits', async () => {
      const books = smallBooks(db());
      for (const currency of ['IQD', 'JPY', 'CLF']) {
        const cash = await books.open({ class: 'asset', kind: 'cash', internal: true, currency });
        const savings = await books.open({ kind: 'savings', currency });
        await books.must({
          order: 'entries',
          key: books.key(),
          effectiveOn: books.day,
          kind: 'deposit',
          entries: [
            { accountId: cash, amount: 1_250_125n, description: 'CASH' },
            { accountId: savings, amount: -1_250_125n, description: 'CASH' },
          ],
        });
      }
      let journal = '';
      await exportJournal(db(), { institutionId: books.institutionId, format }, (text) => {
        journal += text;
      });
      for (const figure of ['1250.125 IQD', '1250125 JPY', '125.0125 CLF'])
        expect(journal).toContain(` ${figure}`);
      if (installed) expect(audit(journal)).toBe('');
    });

    it('free of members’ names', async () => {
      const books = await busyBooks(db());
      const journal = await exported(db(), books, format);
      const names = journal.match(/(?:Assets|Liabilities|Equity|Income|Expenses):\S+/g) ?? [];
      expect(new Set(names.map((name) => name.replace(/\d{7}$/, '#')))).toEqual(
        new Set([
          'Assets:Internal:Cash:USD',
          'Assets:Members:Loan:#',
          'Income:Internal:FeeIncome:USD',
          'Liabilities:Members:Checking:#',
          'Liabilities:Members:Savings:#',
        ]),
      );
    });
  });
});

async function exported(
  db: Database,
  { institutionId }: SmallBooks,
  format: JournalFormatName,
): Promise<string> {
  let journal = '';
  const counts = await exportJournal(db, { institutionId, format }, (text) => {
    journal += text;
  });
  expect(counts).toEqual({ accounts: 6, transactions: 11 });
  return journal;
}

/** Several days, a reversal, unusual texts, a backdated correction, two currencies. */
async function busyBooks(db: Database): Promise<SmallBooks> {
  const books = smallBooks(db);
  const cash = await books.open({ class: 'asset', kind: 'cash', internal: true });
  await books.open({ class: 'income', kind: 'fee_income', internal: true });
  const checking = await books.open({ kind: 'checking' });
  const savings = await books.open({ kind: 'savings' });
  await books.open({ class: 'asset', kind: 'loan' });
  await books.open({ kind: 'savings', currency: 'EUR' });
  const transfer = (days: number, from: string, to: string, amount: bigint) =>
    books.must({
      order: 'transfer',
      key: books.key(),
      effectiveOn: books.day.add({ days }),
      memo: 'a "quoted"; memo | with \\ all\nsorts',
      fromAccountId: from,
      toAccountId: to,
      amount,
      kind: 'deposit',
      fromDescription: 'CAFÉ "ZOË"; 5TH | AVE',
      // Text that hledger would read as an entry's date.
      toDescription: 'date: 2024-02-30 [2024-05-01] DATE2:5/1',
      checkNumber: '1042',
    });
  await transfer(0, cash, checking, 250_000n);
  for (const days of [0, 0, 1, 1, 2, 5]) await transfer(days, checking, savings, 1_000n);
  const wrong = await transfer(5, checking, savings, 90_000n);
  await books.must({
    order: 'reversal',
    key: books.key(),
    effectiveOn: books.day.add({ days: 5 }),
    transactionId: wrong.transactionId,
    description: 'IN ERROR',
  });
  await transfer(2, checking, savings, 300n);
  await transfer(9, checking, savings, 400n);
  return books;
}
