/** How a hold ends: captured, released by its owner, or expired. */
export const holdEnds = ['captured', 'released', 'expired'] as const;

export type HoldEnd = (typeof holdEnds)[number];
