import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import type { DebtSign } from '../../ledger/import/check-debts.ts';
import {
  accountColumnNames,
  optionalAccountColumns,
  readAccount,
  shareOf,
  shareOfFields,
} from '../../ledger/import/import-rows.ts';
import { type Finding, readTable, type TableRecord } from '../../ledger/import/read-table.ts';
import type { Institution } from '../../members/institution.ts';
import { currencyOf } from '../../money/amount.ts';
import { accountNames, assertOwnNames } from './named-lines.ts';
import { ownPostings } from './own-postings.ts';

/** An account in both books, or in one of them. */
export interface BalancedAccount {
  /** `member/suffix`, as the core names it. */
  readonly share: string;
  readonly digits: number;
  /** Absent: the core's file lacks it. */
  readonly core?: bigint | undefined;
  /** Absent: our books lack it. */
  readonly ours?: bigint | undefined;
  /** What was made here and the core doesn't have yet; part of `ours`. */
  readonly outstanding: bigint;
  /** What stays unexplained. */
  readonly difference: bigint;
}

/**
 * Compares the balances of a core's file with our books, by account.
 * @returns all accounts, in order of their names, and the lines that can't be read
 * @throws SharedName
 */
export async function balance(
  q: Queries,
  given: {
    readonly institution: Institution;
    readonly world: World;
    readonly debts?: DebtSign | undefined;
  },
  records: AsyncIterable<TableRecord>,
): Promise<{ accounts: BalancedAccount[]; errors: readonly Finding[] }> {
  const { institution } = given;
  const file = await readTable(records, {
    file: 'accounts',
    names: accountColumnNames,
    optional: optionalAccountColumns,
    shareOf: shareOfFields,
    read: (fields, line) => {
      const row = readAccount(fields, line);
      if (typeof row === 'string') return row;
      return row.details.balance === undefined ? 'balance is empty' : row;
    },
  });
  const names = await accountNames(q, institution.id);
  assertOwnNames(names, names.keys());
  const figures = await ownPostings(given).outstanding(q, [...names.keys()]);
  const closed = await closedAccounts(q, institution.id);
  const ours = new Map(
    [...names].map(([accountId, name]) => [shareOf(name), { accountId, ...name }]),
  );
  const core = new Map(file.rows.map((row) => [shareOf(row), row]));
  const shares = [...new Set([...core.keys(), ...ours.keys()])].sort();
  const accounts = shares.flatMap((share): BalancedAccount[] => {
    const own = ours.get(share);
    const row = core.get(share);
    const there = own && figures.get(own.accountId);
    if (!row && (!own || closed.has(own.accountId))) return [];
    const shown = row?.details.balance;
    const isTurned = given.debts === 'negative' && row?.kind === 'loan';
    const theirs = shown === undefined ? undefined : isTurned ? -shown : shown;
    // The core has what waits for staff, ours or not.
    const waiting = there?.waiting.reduce((sum, { amount }) => sum + amount, 0n) ?? 0n;
    const outstanding = (there?.outstanding ?? 0n) - waiting;
    return [
      {
        share,
        digits: currencyOf(row?.currency ?? own?.currency ?? institution.currency)?.digits ?? 2,
        core: theirs,
        ours: there?.ledger,
        outstanding,
        difference: (there?.ledger ?? 0n) - outstanding - (theirs ?? 0n),
      },
    ];
  });
  return { accounts, errors: file.errors };
}

async function closedAccounts(q: Queries, institutionId: number): Promise<Set<string>> {
  const rows = await q.query<{ id: string }>(
    'select id from accounts where institution_id = $1 and closed_on is not null',
    [institutionId],
  );
  return new Set(rows.map(({ id }) => id));
}
