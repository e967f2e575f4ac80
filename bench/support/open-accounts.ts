import type { Database } from '../../src/database/database.ts';
import type { World } from '../../src/kernel/world.ts';
import { post } from '../../src/ledger/post.ts';

/** Opens members' accounts that may be overdrawn without end, so that no transfer is refused. */
export async function openAccounts(
  db: Database,
  options: { institutionId: number; count: number; world: World },
): Promise<string[]> {
  const { institutionId, count, world } = options;
  const accounts = Array.from({ length: count }, () => world.ids.next());
  const effectiveOn = Temporal.PlainDate.from('2026-01-01');
  for (let start = 0; start < count; start += 4_000) {
    await post(db, {
      institutionId,
      world,
      orders: accounts.slice(start, start + 4_000).map((accountId) => ({
        order: 'open_account',
        key: `open:${accountId}`,
        effectiveOn,
        accountId,
        class: 'liability',
        kind: 'checking',
        currency: 'USD',
        internal: false,
        overdraftLimit: 1_000_000_000_000n,
      })),
    });
  }
  return accounts;
}
