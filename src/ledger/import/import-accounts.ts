import type { Database } from '../../database/database.ts';
import { assert } from '../../kernel/assert.ts';
import { openInternalAccounts } from '../internal-accounts.ts';
import type { OpenAccountOrder } from '../order.ts';
import { postIn } from '../post.ts';
import type { ImportOptions } from './import-books.ts';
import type { AccountLine } from './import-rows.ts';
import type { ImportError } from './read-table.ts';

/** An account that rows can be posted on. */
export interface ImportedAccount {
  readonly accountId: string;
  readonly share: string;
  /** The internal account on the other side of what is brought in. */
  readonly importedId: string;
}

const chunkSize = 500;

/** Opens the accounts of the file that are not there yet, with their shares. */
export async function importAccounts(
  db: Database,
  options: ImportOptions,
  rows: readonly AccountLine[],
  firstDays: ReadonlyMap<string, Temporal.PlainDate>,
): Promise<{
  accounts: Map<string, ImportedAccount>;
  opened: number;
  already: number;
  errors: ImportError[];
  notes: ImportError[];
}> {
  const { institutionId, world, seals, target, today } = options;
  const accounts = new Map<string, ImportedAccount>();
  const errors: ImportError[] = [];
  const notes: ImportError[] = [];
  const counts = { opened: 0, already: 0 };
  const imported = new Map<string, string>();
  for (const currency of new Set(rows.map((row) => row.currency))) {
    const openedOn = [...firstDays.values()].reduce(earlier, today);
    const internal = await openInternalAccounts(db, {
      institutionId,
      currency,
      openedOn,
      world,
      seals,
    });
    imported.set(currency, internal.get('imported') ?? '');
  }
  const firsts = new Map<string, AccountLine>();
  const unique = rows.filter((row) => {
    const share = shareOf(row);
    const first = firsts.get(share);
    if (!first) {
      firsts.set(share, row);
      return true;
    }
    const reason = `account ${share} already stands in line ${first.line}`;
    errors.push({ file: 'accounts', line: row.line, reason });
    return false;
  });
  for (let start = 0; start < unique.length; start += chunkSize) {
    const chunk = unique.slice(start, start + chunkSize);
    const { found, isNew } = await db.transaction(async (tx) => {
      const wanted = chunk.map((row) => ({ ...row, accountId: world.ids.next() }));
      const found = await target.ensureShares(tx, wanted);
      const fresh = wanted.filter((row, index) => {
        const answer = found[index];
        return answer && 'accountId' in answer && answer.accountId === row.accountId;
      });
      const orders = fresh.map((row) => openingOrder(row, firstDays.get(shareOf(row)) ?? today));
      const outcomes = await postIn(tx, { institutionId, world, seals, orders });
      assert(
        outcomes.every(({ outcome }) => outcome !== 'refused'),
        'an account under a new id can be opened',
      );
      return { found, isNew: fresh.length };
    });
    counts.opened += isNew;
    for (const [index, row] of chunk.entries()) {
      const answer = found[index];
      if (!answer || 'refused' in answer) {
        const reason = answer?.refused ?? 'it could not be opened';
        errors.push({ file: 'accounts', line: row.line, reason });
        continue;
      }
      if (answer.note !== undefined)
        notes.push({ file: 'accounts', line: row.line, reason: answer.note });
      accounts.set(shareOf(row), {
        accountId: answer.accountId,
        share: shareOf(row),
        importedId: imported.get(row.currency) ?? '',
      });
    }
    counts.already = accounts.size - counts.opened;
    options.onProgress?.({
      stage: 'accounts',
      done: Math.min(start + chunkSize, unique.length),
      total: unique.length,
    });
  }
  return { accounts, ...counts, errors, notes };
}

function openingOrder(
  row: AccountLine & { readonly accountId: string },
  openedOn: Temporal.PlainDate,
): OpenAccountOrder {
  return {
    order: 'open_account',
    // By its id: a suffix that was given up names another account later.
    key: `import-account:${row.accountId}`,
    effectiveOn: openedOn,
    accountId: row.accountId,
    class: row.kind === 'loan' ? 'asset' : 'liability',
    kind: row.kind,
    currency: row.currency,
    internal: false,
    overdraftLimit: row.overdraftLimit,
  };
}

function shareOf(row: AccountLine): string {
  return `${row.memberNumber}/${row.suffix}`;
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}
