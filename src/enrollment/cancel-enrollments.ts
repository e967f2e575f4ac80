import type { Queries } from '../database/database.ts';

/**
 * Ends a member's open enrollments: one of them, those of a session that was signed out, or all. A one-time code must not outlive
 * the session that asked for it.
 * @returns how many were ended
 */
export async function cancelEnrollments(
  tx: Queries,
  institutionId: number,
  of: {
    readonly memberId: string;
    readonly sessionId?: string;
    /** Keep those of this session. */
    readonly exceptSessionId?: string;
    readonly id?: string;
    readonly at: Temporal.Instant;
  },
): Promise<number> {
  const ended = await tx.query(
    `update enrolments set state = 'cancelled', ended_at = $5, word_sealed = null
      where institution_id = $1 and member_id = $2 and state = 'pending'
        and ($3::text is null or session_id = $3) and ($4::uuid is null or id = $4)
        and ($6::text is null or session_id <> $6)
      returning 1`,
    [
      institutionId,
      of.memberId,
      of.sessionId ?? null,
      of.id ?? null,
      of.at,
      of.exceptSessionId ?? null,
    ],
  );
  return ended.length;
}
