import type { Queries } from '../../database/database.ts';
import { applyEarlyReceipts } from './receipts.ts';

/** The result of sending a message, as its row stores it. */
export type Settlement = {
  readonly id: string;
  /** When this sending was claimed: another process may have taken over since. */
  readonly sendingAt: Temporal.Instant;
  /** Who reports: the sender, or a lookup. */
  readonly by: 'sender' | 'lookup';
} & (
  | {
      readonly status: 'wired';
      readonly carrierId: string;
      readonly codeVersion?: number | undefined;
      readonly segments: number;
      readonly costMicrodollars: number;
      readonly at: Temporal.Instant;
    }
  | {
      readonly status: 'errored';
      readonly code: string;
      readonly notBefore: Temporal.Instant;
      /** Its payload is of no use any more. */
      readonly prepareAgain?: true | undefined;
    }
  | { readonly status: 'failed'; readonly code: string }
  /** The answer was lost: look it up, never resend blindly. */
  | { readonly status: 'unknown'; readonly code: string; readonly notBefore: Temporal.Instant }
  /** The carrier takes nothing now: as if it had not been tried. */
  | {
      readonly status: 'queued';
      readonly notBefore: Temporal.Instant;
      readonly prepareAgain?: true | undefined;
    }
);

/**
 * Records the result if the message is still in the state that this sending left. The sender knows best, even after another process
 * gave the message up; a lookup changes only `unknown`.
 */
export async function settle(
  q: Queries,
  institutionId: number,
  settlement: Settlement,
): Promise<void> {
  const { status } = settlement;
  const [set, values] = changesOf(settlement);
  const early = await q.query(
    `with settled as (
        update outbound set status = $4, ${set}
          where institution_id = $1 and id = $2 and sending_at = $3 and status = any($5::text[])
          returning channel, carrier_id
      )
      select 1 from settled s
      join early_receipts e on e.institution_id = $1 and e.channel = s.channel and e.carrier_id = s.carrier_id`,
    [
      institutionId,
      settlement.id,
      settlement.sendingAt,
      status,
      statesBefore(settlement),
      ...values,
    ],
  );
  if (status === 'wired' && early.length > 0)
    await applyEarlyReceipts(q, institutionId, settlement.id);
}

/**
 * The statuses in which the message may be. If it was queued again and not claimed since, a late report of its sender keeps it from
 * being sent twice.
 */
function statesBefore({ by, status }: Settlement): string[] {
  if (by === 'lookup') return ['unknown'];
  return status === 'wired' ? ['sending', 'unknown', 'queued'] : ['sending', 'unknown'];
}

/** The other columns that change; their values are $6, $7… */
function changesOf(settlement: Settlement): readonly [set: string, values: readonly unknown[]] {
  switch (settlement.status) {
    case 'wired':
      return [
        'carrier_id = $6, code_version = $7, segments = $8, cost_microdollars = $9, wired_at = $10, error_code = null',
        [
          settlement.carrierId,
          settlement.codeVersion ?? null,
          settlement.segments,
          settlement.costMicrodollars,
          settlement.at,
        ],
      ];
    case 'errored':
      return [
        `error_code = $6, not_before = $7${withoutPayload(settlement)}`,
        [settlement.code, settlement.notBefore],
      ];
    case 'failed':
      return ['error_code = $6', [settlement.code]];
    case 'unknown':
      return [
        'error_code = $6, not_before = $7, missed = 0',
        [settlement.code, settlement.notBefore],
      ];
    case 'queued':
      return [
        `not_before = $6, attempts = greatest(attempts - 1, 0), missed = 0${withoutPayload(settlement)}`,
        [settlement.notBefore],
      ];
    default:
      settlement satisfies never;
      return ['', []];
  }
}

function withoutPayload({ prepareAgain }: { readonly prepareAgain?: true | undefined }): string {
  return prepareAgain ? ', payload = null' : '';
}
