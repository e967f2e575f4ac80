import type { MovedAccount } from '../alerts/moved-account.ts';
import { availableOf, normalSide } from './account.ts';
import type { Books } from './books.ts';

/**
 * Returns members' accounts on which the batch posted or placed a hold, with the available balance
 * before and after. What the batch itself opened is left out: nobody watches it yet.
 */
export function movedAccounts({ decided, accounts }: Books): MovedAccount[] {
  const entries = Map.groupBy(decided.entries, ({ accountId }) => accountId);
  const holds = Map.groupBy(decided.holdEvents, ({ accountId }) => accountId);
  return [...new Set([...entries.keys(), ...holds.keys()])].flatMap((id): MovedAccount[] => {
    const account = accounts.get(id);
    if (!account || account.internal || decided.openedAccounts.has(id)) return [];
    const own = entries.get(id) ?? [];
    const held = holds.get(id) ?? [];
    const side = normalSide(account);
    const posted = own.reduce((sum, { amount }) => sum + amount * side, 0n);
    const holding = held.reduce(
      (sum, { event, amount }) => sum + (event === 'placed' ? amount : -amount),
      0n,
    );
    const after = availableOf(account);
    return [
      {
        accountId: id,
        before: after - posted + holding,
        after,
        // A credit brings money in: to a deposit account, and to a loan that it pays.
        entries: own.map(({ sequence, amount, kind, description, checkNumber, effectiveOn }) => ({
          sequence,
          amount: -amount,
          kind,
          description,
          checkNumber,
          effectiveOn,
        })),
        holds: held.flatMap(({ holdId, event, amount, description }) =>
          event === 'placed' ? [{ id: holdId, amount, description }] : [],
        ),
      },
    ];
  });
}
