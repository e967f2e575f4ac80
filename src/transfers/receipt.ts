import type { CoreReceipt } from '../core/core.ts';

/** A longer reference of a core is cut: replies have room for no more. */
const referenceMax = 20;

/**
 * What a member is given for a transfer. Of our own books: the number of the share that money left (1, 2, 3… in order of opening) and
 * of its entry there, unique for the member for ever, also when a suffix changes hands. Of a core elsewhere: its own reference.
 */
export function receiptOf(ordinal: number, receipt: CoreReceipt): string {
  return 'sequence' in receipt
    ? `${ordinal}-${receipt.sequence}`
    : receipt.reference.slice(0, referenceMax);
}
