import type { Queries } from '../database/database.ts';

/** An entry in the history of a task or case: who, when, why, and any note. */
export interface HistoryEntry {
  readonly at: Temporal.Instant;
  readonly who: string;
  readonly why: string;
  readonly what: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Reads the history of a task or a case, oldest first. */
export async function historyOf(
  q: Queries,
  institutionId: number,
  reference: string,
): Promise<HistoryEntry[]> {
  return q.query<HistoryEntry>(
    `select at, who, why, what, detail from acts
      where institution_id = $1 and subject = $2 order by at, id limit 1000`,
    [institutionId, reference],
  );
}
