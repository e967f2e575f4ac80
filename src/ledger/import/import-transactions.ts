import type { Database } from '../../database/database.ts';
import { present } from '../../kernel/assert.ts';
import type { EntriesOrder, EntryOrder } from '../order.ts';
import type { Outcome } from '../outcome.ts';
import { post } from '../post.ts';
import type { BookRefusal } from '../refusal.ts';
import type { ImportedAccount } from './import-accounts.ts';
import type { BalanceDifference, ImportOptions } from './import-books.ts';
import type { TransactionLine } from './import-rows.ts';
import type { ImportError } from './read-table.ts';

interface AccountRows {
  readonly account: ImportedAccount;
  readonly rows: readonly TransactionLine[];
}

/** An order and, where it is one, the row that it comes from. */
interface ImportOrder {
  readonly order: EntriesOrder;
  readonly account: ImportedAccount;
  readonly row?: TransactionLine;
  /** Of what is no row: the row from which it follows. */
  readonly line?: number;
}

interface AccountState {
  readonly isDebit: boolean;
  readonly isUntouched: boolean;
}

type Legs = readonly [EntryOrder, EntryOrder];

const batchSize = 1_000;

/** Posts rows in the order given, compares balances, and tells what was not taken. */
export async function importTransactions(
  db: Database,
  options: ImportOptions,
  work: readonly AccountRows[],
): Promise<{
  posted: number;
  already: number;
  compared: number;
  errors: ImportError[];
  differences: BalanceDifference[];
}> {
  const { institutionId, world, seals } = options;
  const errors: ImportError[] = [];
  const differences: BalanceDifference[] = [];
  const counts = { posted: 0, already: 0, compared: 0 };
  const states = await stateOf(db, institutionId, work);
  const clean = (text: string) => options.target.clean?.(text) ?? text;
  const orders = work.flatMap(({ account, rows }) => {
    const state = present(states.get(account.accountId), 'an account of a share exists');
    const legs = (amount: bigint, description: string) =>
      legsOf(account, state.isDebit ? amount : -amount, description);
    return [
      // Only what has no entry yet gets an opening balance.
      ...(state.isUntouched ? openingOf(account, rows, legs) : []),
      ...rows.map((row): ImportOrder => {
        const order = orderOf(row, legs(row.amount, clean(row.description)));
        return { account, row, order };
      }),
    ];
  });
  const total = orders.filter(({ row }) => row).length;
  let done = 0;
  for (let start = 0; start < orders.length; start += batchSize) {
    const batch = orders.slice(start, start + batchSize);
    const outcomes = await post(db, {
      institutionId,
      world,
      seals,
      orders: batch.map(({ order }) => order),
    });
    for (const [index, { account, row }] of batch.entries()) {
      const outcome = outcomes[index];
      if (!outcome) continue;
      if (!row) {
        if (outcome.outcome === 'refused')
          errors.push({
            file: 'transactions',
            line: batch[index]?.line ?? 0,
            reason: `the balance brought forward that follows from it is refused: ${inWords(outcome.reason)}`,
          });
        continue;
      }
      done += 1;
      if (outcome.outcome === 'refused') {
        errors.push({ file: 'transactions', line: row.line, reason: inWords(outcome.reason) });
        continue;
      }
      counts[outcome.already ? 'already' : 'posted'] += 1;
      if (row.balance === undefined) continue;
      counts.compared += 1;
      const difference = differenceOf(account, row, outcome);
      if (difference) differences.push(difference);
    }
    options.onProgress?.({ stage: 'transactions', done, total });
  }
  return { ...counts, errors, differences };
}

/** How the accounts stand now: which side of them is debit, and whether they have an entry. */
async function stateOf(
  db: Database,
  institutionId: number,
  work: readonly AccountRows[],
): Promise<Map<string, AccountState>> {
  const rows = await db.query<AccountState & { id: string }>(
    `select id, normal_side = 1 as "isDebit", version = 0 as "isUntouched" from accounts
      where institution_id = $1 and id = any($2::uuid[])`,
    [institutionId, work.map(({ account }) => account.accountId)],
  );
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}

/** What the account had before its first row: by the first balance that is shown, less what led to it. */
function openingOf(
  account: ImportedAccount,
  rows: readonly TransactionLine[],
  legs: (amount: bigint, description: string) => Legs,
): ImportOrder[] {
  let sum = 0n;
  for (const { amount, balance, line } of rows) {
    sum += amount;
    if (balance === undefined) continue;
    const opening = balance - sum;
    const [first] = rows;
    if (opening === 0n || !first) return [];
    const order: EntriesOrder = {
      order: 'entries',
      key: `import-opening:${account.accountId}`,
      effectiveOn: first.effectiveOn,
      kind: 'opening',
      forced: true,
      entries: legs(opening, 'BALANCE BROUGHT FORWARD'),
    };
    return [{ order, account, line }];
  }
  return [];
}

function orderOf(row: TransactionLine, [own, other]: Legs): EntriesOrder {
  return {
    order: 'entries',
    key: `import:${row.externalId}`,
    effectiveOn: row.effectiveOn,
    kind: row.kind,
    forced: true,
    entries: [
      row.checkNumber === undefined ? own : { ...own, checkNumber: row.checkNumber },
      other,
    ],
  };
}

function legsOf(account: ImportedAccount, debit: bigint, description: string): Legs {
  return [
    { accountId: account.accountId, amount: debit, description },
    { accountId: account.importedId, amount: -debit, description: '', kind: 'imported' },
  ];
}

function differenceOf(
  account: ImportedAccount,
  { line, externalId, share, balance }: TransactionLine,
  outcome: Extract<Outcome, { outcome: 'posted' }>,
): BalanceDifference | undefined {
  const entry = outcome.entries.find(({ accountId }) => accountId === account.accountId);
  if (!entry || balance === undefined || entry.balanceAfter === balance) return undefined;
  return { line, externalId, share, shown: balance, computed: entry.balanceAfter };
}

function inWords(reason: BookRefusal): string {
  if (reason === 'key_reused') return 'its external_id was imported before with another content';
  if (reason === 'account_closed') return 'its account is closed';
  if (reason === 'limit_exceeded') return 'its amount is greater than the books take';
  return `the books refuse it: ${reason}`;
}
