import type { Queries } from '../../database/database.ts';

/** How a message that was on its way ended, as its row keeps it. */
export type Settlement = {
  readonly id: string;
} & (
  | {
      readonly status: 'wired';
      readonly carrierId: string;
      readonly codeVersion?: number | undefined;
      readonly segments: number;
      readonly costMicrodollars: number;
      readonly at: Temporal.Instant;
    }
  | { readonly status: 'errored'; readonly code: string; readonly notBefore: Temporal.Instant }
  | { readonly status: 'failed'; readonly code: string }
  /** An answer lost on the way: looked up, never sent again blindly. */
  | { readonly status: 'unknown'; readonly code: string; readonly codeVersion?: number | undefined }
  /** The carrier wants no message now: as if it had not been tried. */
  | { readonly status: 'queued'; readonly notBefore: Temporal.Instant }
);

/** Records it; only what is still on its way changes. */
export async function settle(
  q: Queries,
  institutionId: number,
  settlement: Settlement,
): Promise<void> {
  const { id, status } = settlement;
  const where = `where institution_id = $1 and id = $2 and status in ('sending', 'unknown')`;
  switch (status) {
    case 'wired':
      await q.query(
        `update outbound set status = 'wired', carrier_id = $3, code_version = $4, segments = $5,
            cost_microdollars = $6, wired_at = $7, error_code = null ${where}`,
        [
          institutionId,
          id,
          settlement.carrierId,
          settlement.codeVersion ?? null,
          settlement.segments,
          settlement.costMicrodollars,
          settlement.at,
        ],
      );
      return;
    case 'errored':
      await q.query(
        `update outbound set status = 'errored', error_code = $3, not_before = $4 ${where}`,
        [institutionId, id, settlement.code, settlement.notBefore],
      );
      return;
    case 'failed':
      await q.query(`update outbound set status = 'failed', error_code = $3 ${where}`, [
        institutionId,
        id,
        settlement.code,
      ]);
      return;
    case 'unknown':
      await q.query(
        `update outbound set status = 'unknown', error_code = $3, code_version = $4 ${where}`,
        [institutionId, id, settlement.code, settlement.codeVersion ?? null],
      );
      return;
    case 'queued':
      await q.query(
        `update outbound set status = 'queued', not_before = $3, attempts = greatest(attempts - 1, 0) ${where}`,
        [institutionId, id, settlement.notBefore],
      );
      return;
    default:
      settlement satisfies never;
  }
}
