import type { CoreReceipt } from '../core/core.ts';

/** A core's longer reference is cut, since replies have little room. */
const referenceMax = 20;

/**
 * Returns a transfer's receipt. For our own books: the ordinal of the source account (1, 2, 3… in
 * order of opening) and of its entry there. It stays unique for the member, even when a suffix
 * passes to another account. For a core elsewhere: its own reference.
 */
export function receiptOf(ordinal: number, receipt: CoreReceipt): string {
  return 'sequence' in receipt
    ? `${ordinal}-${receipt.sequence}`
    : receipt.reference.slice(0, referenceMax);
}
