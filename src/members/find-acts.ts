import type { Queries } from '../database/database.ts';
import type { Act } from './acts-of.ts';

/**
 * Finds acts in the audit log, the newest first. Their ids are in order of time.
 * @param asked all that is given must hold. `firstId` is included, `beforeId` is not
 */
export async function findActs(
  q: Queries,
  institutionId: number,
  asked: {
    readonly who?: string | undefined;
    readonly what?: string | undefined;
    readonly subjects?: readonly string[] | undefined;
    readonly firstId?: string | undefined;
    readonly beforeId?: string | undefined;
    readonly limit: number;
  },
): Promise<Act[]> {
  return q.query<Act>(
    `select id, who, why, what, subject, detail, at from acts
      where institution_id = $1 and ($2::text is null or who = $2) and ($3::text is null or what = $3)
        and ($4::text[] is null or subject = any($4)) and ($5::uuid is null or id >= $5) and ($6::uuid is null or id < $6)
      order by id desc limit $7`,
    [
      institutionId,
      asked.who ?? null,
      asked.what ?? null,
      asked.subjects ?? null,
      asked.firstId ?? null,
      asked.beforeId ?? null,
      asked.limit,
    ],
  );
}

/** Lists what has been done at all, by name. It skips from each name to the next, however many acts there are. */
export async function actNames(q: Queries, institutionId: number): Promise<string[]> {
  const rows = await q.query<{ what: string }>(
    `with recursive names as (
        (select what from acts where institution_id = $1 order by what limit 1)
      union all
        select (select a.what from acts a where a.institution_id = $1 and a.what > n.what order by a.what limit 1)
          from names n where n.what is not null)
      select what from names where what is not null`,
    [institutionId],
  );
  return rows.map(({ what }) => what);
}
