import type { DomainEvent } from '../kernel/vocabulary/domain-event.ts';
import type { Decided } from './books.ts';
import type { HoldEventRow } from './rows.ts';

/** Returns a batch's domain events: each posting, and each hold placed or lowered. */
export function domainEventsOf({ transactions, entries, holdEvents }: Decided): DomainEvent[] {
  const byTransaction = Map.groupBy(entries, ({ transactionId }) => transactionId);
  const posted = transactions.flatMap(({ id, kind }): DomainEvent[] => {
    const own = byTransaction.get(id);
    if (!own) return [];
    const ownEntries = own.map(({ accountId, sequence, amount }) => ({
      accountId,
      sequence: sequence.toString(),
      amount: amount.toString(),
    }));
    return [{ kind: 'posted', transactionId: id, of: kind, entries: ownEntries }];
  });
  return [...posted, ...holdEvents.map(holdEventOf)];
}

function holdEventOf({ holdId, accountId, amount, event }: HoldEventRow): DomainEvent {
  const facts = { holdId, accountId, amount: amount.toString() };
  return event === 'placed'
    ? { kind: 'hold_placed', ...facts }
    : { kind: 'hold_lowered', by: event, ...facts };
}
