import type { Core, CoreBalance, LoanTerms } from '../../core/core.ts';
import type { Queries } from '../../database/database.ts';
import type { World } from '../../kernel/world.ts';
import { loadLoanTerms } from '../../shares/loan-terms.ts';
import type { Share } from '../../shares/share.ts';

/** A loan on which something is owed, with what the books know of its contract. */
export interface OwedLoan {
  readonly share: Share;
  readonly terms: LoanTerms;
}

interface Books {
  readonly core: Core;
  readonly institutionId: number;
  readonly world: World;
}

/** After so many accounts in a row without an answer, the core counts as away. */
const missesMax = 3;

/**
 * Reads which of these loans are open and owed, with their terms: from our books, or from the core elsewhere, which is asked outside any
 * transaction. One account that the core doesn't know keeps no other back.
 * @returns `isAway`: the core elsewhere did not answer for all
 */
export async function owedLoans(
  q: Queries,
  books: Books,
  shares: readonly Share[],
): Promise<{ readonly loans: readonly OwedLoan[]; readonly isAway: boolean }> {
  const loans = shares.filter(({ kind }) => kind === 'loan');
  if (loans.length === 0) return { loans: [], isAway: false };
  const { balances, isAway } = await balancesOf(q, books, [
    ...new Set(loans.map(({ accountId }) => accountId)),
  ]);
  const own = await loadLoanTerms(
    q,
    books.institutionId,
    loans.map(({ id }) => id),
  );
  return {
    isAway,
    loans: loans.flatMap((share): OwedLoan[] => {
      const balance = balances.get(share.accountId);
      if (!balance || balance.closed || balance.ledger <= 0n) return [];
      return [{ share, terms: balance.loan ?? own.get(share.accountId) ?? {} }];
    }),
  };
}

async function balancesOf(
  q: Queries,
  { core, institutionId, world }: Books,
  accountIds: readonly string[],
): Promise<{ readonly balances: ReadonlyMap<string, CoreBalance>; readonly isAway: boolean }> {
  if (core.remote) return balancesElsewhere(core.remote, institutionId, accountIds);
  const view = await core.open(q, {
    institutionId,
    world,
    reading: accountIds,
    moving: [],
    keys: [],
  });
  const found = accountIds.flatMap((id) => {
    const balance = view.balance(id);
    return balance ? [[id, balance] as const] : [];
  });
  return { balances: new Map(found), isAway: false };
}

/** Asks for all at once, and one by one if that failed. */
async function balancesElsewhere(
  remote: NonNullable<Core['remote']>,
  institutionId: number,
  accountIds: readonly string[],
): Promise<{ readonly balances: ReadonlyMap<string, CoreBalance>; readonly isAway: boolean }> {
  const all = await remote.prefetch(institutionId, { balances: accountIds });
  if (all) return { balances: all.balances, isAway: false };
  const balances = new Map<string, CoreBalance>();
  let misses = 0;
  for (const id of accountIds) {
    if (misses === missesMax) return { balances, isAway: true };
    const balance = (await remote.prefetch(institutionId, { balances: [id] }))?.balances.get(id);
    misses = balance ? 0 : misses + 1;
    if (balance) balances.set(id, balance);
  }
  return { balances, isAway: false };
}
