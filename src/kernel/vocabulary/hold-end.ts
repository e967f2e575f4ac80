/** How a hold ends: its amount was taken, given back by whoever placed it, or given back since its time was up. */
export const holdEnds = ['captured', 'released', 'expired'] as const;

export type HoldEnd = (typeof holdEnds)[number];
