/**
 * What a member is given for a transfer: the number of the share that money left (1, 2, 3… in order of opening) and of its
 * entry there. Unique for the member for ever, also when a suffix changes hands.
 */
export function receiptOf(ordinal: number, sequence: bigint): string {
  return `${ordinal}-${sequence}`;
}
