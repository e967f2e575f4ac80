import type { Database, Queries } from '../../database/database.ts';
import { assert } from '../../kernel/assert.ts';
import { openInternalAccounts } from '../internal-accounts.ts';
import type { OpenAccountOrder } from '../order.ts';
import { postIn } from '../post.ts';
import type { ImportOptions } from './import-books.ts';
import type { AccountLine } from './import-rows.ts';
import { type ShareAnswer, unlike } from './import-target.ts';
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
      // By what the old system calls it: its member may call it otherwise by now, and another share so.
      const before = await openedBefore(tx, institutionId, chunk);
      const wanted = chunk.flatMap((row) =>
        before.has(shareOf(row)) ? [] : [{ ...row, accountId: world.ids.next() }],
      );
      const answers = await target.ensureShares(tx, wanted);
      const fresh = wanted.filter((row, index) => {
        const answer = answers[index];
        return answer && 'accountId' in answer && answer.accountId === row.accountId;
      });
      const orders = fresh.map((row) => openingOrder(row, firstDays.get(shareOf(row)) ?? today));
      const outcomes = await postIn(tx, { institutionId, world, seals, orders });
      assert(
        outcomes.every(({ outcome }) => outcome === 'posted'),
        'a share that is new has an account of its own',
      );
      const answered = new Map(wanted.map((row, index) => [shareOf(row), answers[index]]));
      const found = chunk.map((row) => {
        const opened = before.get(shareOf(row));
        return opened === undefined ? answered.get(shareOf(row)) : knownAgain(opened, row);
      });
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

interface Opened {
  readonly accountId: string;
  readonly kind: string;
  readonly currency: string;
}

/** The accounts that earlier imports opened for these rows, by what the old system calls them. */
async function openedBefore(
  q: Queries,
  institutionId: number,
  rows: readonly AccountLine[],
): Promise<Map<string, Opened>> {
  const opened = await q.query<Opened & { key: string }>(
    `select t.key, e.account_id as "accountId", e.kind, e.currency
      from unnest($2::text[]) as k (key)
      cross join lateral (
        select key, id, batch_id from transactions where institution_id = $1 and key = k.key limit 1
      ) t
      join account_events e on e.institution_id = $1 and e.batch_id = t.batch_id and e.transaction_id = t.id
        and e.event = 'opened'`,
    [institutionId, rows.map(keyOf)],
  );
  const byKey = new Map(opened.map((one) => [one.key, one]));
  return new Map(
    rows.flatMap((row) => {
      const one = byKey.get(keyOf(row));
      return one === undefined ? [] : [[shareOf(row), one]];
    }),
  );
}

/** What an earlier import opened under the row's name, unless the row now means something else by it. */
function knownAgain(opened: Opened, row: AccountLine): ShareAnswer {
  const refused = unlike(row, opened);
  return refused === undefined ? { accountId: opened.accountId } : { refused };
}

function keyOf(row: AccountLine): string {
  return `import-account:${shareOf(row)}`;
}

function openingOrder(
  row: AccountLine & { readonly accountId: string },
  openedOn: Temporal.PlainDate,
): OpenAccountOrder {
  return {
    order: 'open_account',
    key: keyOf(row),
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
