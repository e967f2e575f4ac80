import type { StaffApproval } from './approval.ts';
import { approvalHours } from './store.ts';

/** What the row of an approved act says whose answer is for the asker alone. */
export const forAsker = { forAsker: true } as const;

/** Tells whether an approved act still waits for its asker to carry it out. They have a day from the yes on. */
export function isCollectable(
  { state, decidedAt, collectedAt, outcome }: StaffApproval,
  now: Temporal.Instant,
): boolean {
  const isTheirs = typeof outcome === 'object' && outcome !== null && 'forAsker' in outcome;
  if (state !== 'approved' || decidedAt === null || collectedAt !== null || !isTheirs) return false;
  return Temporal.Instant.compare(now, decidedAt.add({ hours: approvalHours })) < 0;
}
