import type { Random } from '../../src/kernel/random.ts';
import type { TransferOrder } from '../../src/ledger/order.ts';

/** Makes transfers between uniformly random accounts, each with its own key. */
export function randomTransfers(
  accounts: readonly string[],
  random: Random,
  run: string,
): (count: number) => TransferOrder[] {
  let keys = 0;
  const effectiveOn = Temporal.PlainDate.from('2026-11-23');
  const draw = (): TransferOrder => {
    const from = random.below(accounts.length);
    const to = (from + 1 + random.below(accounts.length - 1)) % accounts.length;
    keys += 1;
    return {
      order: 'transfer',
      key: `bench:${run}:${keys}`,
      effectiveOn,
      fromAccountId: accounts[from] ?? '',
      toAccountId: accounts[to] ?? '',
      amount: BigInt(1 + random.below(10_000)),
      kind: 'transfer',
      fromDescription: 'TRANSFER TO SAVINGS 0',
      toDescription: 'TRANSFER FROM CHECKING 7',
    };
  };
  return (count) => Array.from({ length: count }, draw);
}
