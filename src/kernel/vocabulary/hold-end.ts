/** How a hold ends: captured, released by the party that placed it, or expired. */
export const holdEnds = ['captured', 'released', 'expired'] as const;

export type HoldEnd = (typeof holdEnds)[number];
