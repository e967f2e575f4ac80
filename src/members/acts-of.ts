import type { Queries } from '../database/database.ts';

/** An act in the audit log. */
export interface Act {
  readonly id: string;
  readonly who: string;
  readonly why: string;
  readonly what: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Temporal.Instant;
}

/** Lists acts on any of these subjects, newest first. */
export async function actsOf(
  q: Queries,
  institutionId: number,
  asked: { readonly subjects: readonly string[]; readonly count: number },
): Promise<Act[]> {
  return q.query<Act>(
    `select a.* from unnest($2::text[]) as s (subject) cross join lateral (
        select id, who, why, what, subject, detail, at from acts
        where institution_id = $1 and subject = s.subject order by at desc limit $3
      ) a order by a.at desc, a.id desc limit $3`,
    [institutionId, asked.subjects, asked.count],
  );
}
