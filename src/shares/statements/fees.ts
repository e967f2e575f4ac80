import type { CoreEntry } from '../../core/core.ts';
import type { Amount } from '../../money/amount.ts';

/** What a fee was for, as far as statements must add it up by itself (12 CFR 707.11(a)). */
export type FeeClass = 'overdraft' | 'returned_item' | 'other';

/**
 * Words of a fee for an item that was returned unpaid. A deposit that came back is none of these:
 * it was somebody else's item.
 */
const returned =
  /\b(?:nsf|non-?sufficient|insufficient funds|(?:returned?|unpaid) (?:item|check|ach|payment|debit)s?)\b/i;

/** Words of a fee for an item that was paid although the money wasn't there. */
const overdraft = /\b(?:overdr(?:aft|awn|aw)|courtesy pay|od (?:fee|charge)|bounce protection)\b/i;

/** Tells by its description what a fee was for. */
export function feeClass({ description }: Pick<CoreEntry, 'description'>): FeeClass {
  if (/\bdeposit/i.test(description)) return 'other';
  if (returned.test(description)) return 'returned_item';
  return overdraft.test(description) ? 'overdraft' : 'other';
}

/** Whether an entry is a fee that we took. */
export function isFee({ kind, amount }: Pick<CoreEntry, 'kind' | 'amount'>): boolean {
  return kind === 'fee' && amount < 0n;
}

/** The fees of one kind, by their description in the books. */
export interface FeeSum {
  readonly description: string;
  readonly total: Amount;
}

/** Adds up fees by their description, in the order in which they first appear (12 CFR 707.6(a)(3)). */
export function feesByType(entries: readonly CoreEntry[]): FeeSum[] {
  const groups = Map.groupBy(entries.filter(isFee), ({ description }) => description);
  return [...groups].map(([description, fees]) => ({ description, total: totalOf(fees) }));
}

/** Adds up the fees of a class. */
export function feesOfClass(entries: readonly CoreEntry[], wanted: FeeClass): Amount {
  return totalOf(entries.filter((entry) => isFee(entry) && feeClass(entry) === wanted));
}

function totalOf(fees: readonly CoreEntry[]): Amount {
  return -fees.reduce((total, { amount }) => total + amount, 0n);
}
