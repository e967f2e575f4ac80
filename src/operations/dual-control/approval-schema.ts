import { z } from 'zod';
import { isCollectable } from '../../staff/approvals/collectable.ts';
import { staffApprovalStates } from '../../kernel/vocabulary/staff-approval.ts';
import type { StaffApproval } from '../../staff/approvals/approval.ts';

export const referenceField = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .describe('The reference, such as A-1123-4821.');

/** An act that takes two persons, as pages and programs read it. */
export const approvalSchema = z.object({
  reference: z.string(),
  operation: z.string(),
  permission: z.string(),
  subject: z.string(),
  lines: z.array(
    z.object({ what: z.string(), before: z.string().optional(), after: z.string().optional() }),
  ),
  state: z.enum(staffApprovalStates),
  askedBy: z.string(),
  askedWhy: z.string(),
  askedAt: z.string(),
  dueAt: z.string().nullable(),
  expiresAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedWhy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** The refusal that the approved act met. */
  outcome: z.unknown(),
  seenBy: z.string().nullable(),
  seenAt: z.string().nullable(),
  collectedAt: z.string().nullable(),
  waitsForAsker: z.boolean().describe('It was approved, and the asker has not carried it out yet.'),
  mayCollect: z
    .boolean()
    .describe(
      'It was approved, and the reader, who asked for it, can carry it out and see its answer.',
    ),
  mine: z.boolean().describe('The reader asked for it, so somebody else decides.'),
  mayDecide: z.boolean(),
});

export function approvalOut(
  row: StaffApproval,
  reader: {
    readonly identity: string | undefined;
    readonly mayDecide: boolean;
    readonly now: Temporal.Instant;
  },
): z.input<typeof approvalSchema> {
  const waitsForAsker = isCollectable(row, reader.now);
  const mine = row.askedBy !== null && row.askedBy === reader.identity;
  return {
    reference: row.reference,
    operation: row.operation,
    permission: row.permission,
    subject: row.subject,
    lines: [...row.lines],
    state: row.state,
    askedBy: row.askedByName,
    askedWhy: row.askedWhy,
    askedAt: row.askedAt.toString(),
    dueAt: row.dueAt?.toString() ?? null,
    expiresAt: row.expiresAt.toString(),
    decidedBy: row.decidedByName,
    decidedWhy: row.decidedWhy,
    decidedAt: row.decidedAt?.toString() ?? null,
    outcome: row.outcome,
    seenBy: row.seenByName,
    seenAt: row.seenAt?.toString() ?? null,
    collectedAt: row.collectedAt?.toString() ?? null,
    waitsForAsker,
    mayCollect: mine && waitsForAsker,
    mine,
    mayDecide: reader.mayDecide && !mine && row.state === 'waiting',
  };
}
