import type { Pruning } from '../audit/record-part.ts';
import { leafFormats } from '../audit/leaf-formats.ts';
import type { Queries } from '../database/database.ts';
import { instantText } from '../kernel/clock.ts';

/** Messages that were deleted together: those of batches up to a number of the chain. */
export interface PruningRow {
  readonly through: bigint;
  readonly messages: bigint;
  readonly prunedAt: Temporal.Instant;
}

/** The content of a pruning's leaf. */
export function pruningContent({ through, messages, prunedAt }: PruningRow): string {
  return JSON.stringify([
    leafFormats.messages,
    'pruned',
    through.toString(),
    messages.toString(),
    instantText(prunedAt),
  ]);
}

/** All prunings of an institution, or those of some batches. */
export async function readPrunings(
  q: Queries,
  institutionId: number,
  batchIds?: readonly string[],
): Promise<Pruning[]> {
  const rows = await q.query<PruningRow & { batchId: string }>(
    `select through, batch_id as "batchId", messages, pruned_at as "prunedAt" from prunings
      where institution_id = $1 and ($2::uuid[] is null or batch_id = any($2::uuid[])) order by through`,
    [institutionId, batchIds ?? null],
  );
  return rows.map((row) => ({
    batchId: row.batchId,
    through: row.through,
    rows: row.messages,
    content: pruningContent(row),
  }));
}
