import type { Queries } from '../database/database.ts';

/** What was done with a task or a case: who, when, why, and the note where there is one. */
export interface Noted {
  readonly at: Temporal.Instant;
  readonly who: string;
  readonly why: string;
  readonly what: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The history of a task or a case, oldest first. */
export async function historyOf(
  q: Queries,
  institutionId: number,
  reference: string,
): Promise<Noted[]> {
  return q.query<Noted>(
    `select at, who, why, what, detail from acts
      where institution_id = $1 and subject = $2 order by at, id limit 1000`,
    [institutionId, reference],
  );
}
