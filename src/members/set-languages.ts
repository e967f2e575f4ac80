import type { Queries } from '../database/database.ts';
import type { Language } from '../kernel/vocabulary/language.ts';

/** Records the languages that these members chose, set-based. */
export async function setLanguages(
  tx: Queries,
  institutionId: number,
  chosen: ReadonlyMap<string, Language>,
): Promise<void> {
  if (chosen.size === 0) return;
  await tx.query(
    `update members m set language = c.language
      from unnest($2::uuid[], $3::text[]) as c (id, language)
      where m.institution_id = $1 and m.id = c.id`,
    [institutionId, [...chosen.keys()], [...chosen.values()]],
  );
}
