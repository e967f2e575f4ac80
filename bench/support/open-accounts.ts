import type { Database } from '../../src/database/database.ts';
import type { World } from '../../src/kernel/world.ts';
import { opening, postAll } from '../../test/support/fixture/books.ts';

/** Opens members' accounts with unlimited overdraft, so that no transfer is refused. */
export async function openAccounts(
  db: Database,
  options: { institutionId: number; count: number; world: World },
): Promise<string[]> {
  const { institutionId, count, world } = options;
  const accounts = Array.from({ length: count }, () => world.ids.next());
  const effectiveOn = Temporal.PlainDate.from('2026-01-01');
  await postAll(
    { db, institutionId, world },
    accounts.map((accountId) =>
      opening({ accountId, effectiveOn, overdraftLimit: 1_000_000_000_000n }),
    ),
  );
  return accounts;
}
