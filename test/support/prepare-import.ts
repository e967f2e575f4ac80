import type { Database } from '../../src/database/database.ts';
import { importBooks } from '../../src/ledger/import/import-books.ts';
import type { ImportOptions } from '../../src/ledger/import/import-options.ts';
import { readRecords } from '../../src/ledger/import/read-csv.ts';
import type { ImportReport } from '../../src/ledger/import/import-report.ts';
import type { ImportTarget } from '../../src/ledger/import/import-target.ts';
import { smallBooks, booksKeyring } from './ledger/small-books.ts';

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 65_536) {
    yield await Promise.resolve(text.slice(at, at + 65_536));
  }
}

/** Members and shares in one table of names only, in place of the program's own. */
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

export const oneChecking =
  'member_number,suffix,kind,currency,nickname,overdraft_limit\n1,7,checking,USD,,\n';
export const rowHeader =
  'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance';
/** Small books on this database, and a way to import files into them. */
export async function prepareImport(db: Database): Promise<{
  readonly books: ReturnType<typeof smallBooks>;
  readonly bring: (
    files: { readonly accounts: string; readonly transactions: string },
    rest?: Partial<ImportOptions>,
  ) => Promise<ImportReport>;
}> {
  const books = smallBooks(db);
  const target = await sharesTable(db, books.institutionId);
  return {
    books,
    bring: async (files, rest) =>
      importBooks(db, {
        institutionId: books.institutionId,
        accounts: readRecords(inPieces(files.accounts)),
        transactions: readRecords(inPieces(files.transactions)),
        target,
        today: books.day,
        world: books.world,
        keyring: booksKeyring,
        ...rest,
      }),
  };
}

export async function balancesOf(
  db: Database,
  institutionId: number,
): Promise<Map<string, number>> {
  const rows = await db.query<{ name: string; balance: bigint }>(
    `select s.name, a.ledger_balance as balance from imported_shares_${institutionId} s
      join accounts a on a.institution_id = $1 and a.id = s.account_id where a.version > 0`,
    [institutionId],
  );
  return new Map(rows.map(({ name, balance }) => [name, Number(balance)]));
}

export function byDays(lines: readonly string[]): string[][] {
  return [...Map.groupBy(lines, (line) => /,(\d{4}-\d\d-\d\d),/.exec(line)?.[1]).values()];
}

export async function sharesOf(db: Database, institutionId: number): Promise<unknown[]> {
  return db.query(`select name from imported_shares_${institutionId}`);
}

export async function footprint(db: Database, institutionId: number): Promise<unknown> {
  return db.query(
    `select (select count(*)::int from entries where institution_id = $1) as entries,
      (select count(*)::int from transactions where institution_id = $1) as transactions,
      (select max(number) from chain where institution_id = $1) as batches`,
    [institutionId],
  );
}
