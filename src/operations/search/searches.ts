import type { Queries } from '../../database/database.ts';
import type { StaffContext } from '../request-context.ts';

/** A search over all messages: who asked, why, and for what. */
export interface SearchRow {
  readonly id: string;
  readonly who: string;
  readonly whoName: string;
  readonly why: string;
  readonly criteria: unknown;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly exportedAt: Temporal.Instant | null;
}

const columns = `id, who, who_name as "whoName", why, criteria, at, expires_at as "expiresAt", exported_at as "exportedAt"`;

/** How long the results stay open to who searched. */
export const openFor = { hours: 24 } as const;

/** Who acts, as a search names them. */
export function searcherOf({ principal }: Pick<StaffContext, 'principal'>): string {
  return (principal.kind === 'staff' ? principal.identity : undefined) ?? principal.name;
}

/** Records a search before anything is looked at. */
export async function insertSearch(
  tx: Queries,
  institutionId: number,
  search: Omit<SearchRow, 'exportedAt'>,
): Promise<void> {
  await tx.query(
    `insert into message_searches (institution_id, id, who, who_name, why, criteria, at, expires_at)
      values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
    [
      institutionId,
      search.id,
      search.who,
      search.whoName,
      search.why,
      search.criteria,
      search.at,
      search.expiresAt,
    ],
  );
}

/** Reads a search of this person whose results are still open. */
export async function openSearch(
  q: Queries,
  request: Pick<StaffContext, 'institution' | 'principal' | 'world'>,
  id: string,
): Promise<SearchRow | undefined> {
  const [row] = await q.query<SearchRow>(
    `select ${columns} from message_searches
      where institution_id = $1 and id = $2 and who = $3 and expires_at > $4`,
    [request.institution.id, id, searcherOf(request), request.world.clock.now()],
  );
  return row;
}

/** Lists this person's searches that are still open, the newest first. */
export async function openSearches(
  q: Queries,
  request: Pick<StaffContext, 'institution' | 'principal' | 'world'>,
): Promise<SearchRow[]> {
  return q.query<SearchRow>(
    `select ${columns} from message_searches
      where institution_id = $1 and who = $2 and expires_at > $3 order by at desc, id desc limit 50`,
    [request.institution.id, searcherOf(request), request.world.clock.now()],
  );
}

/** Records that the results may be taken away as a file. They stay open long enough for that, however late the second person said yes. */
export async function markExported(
  tx: Queries,
  institutionId: number,
  given: { readonly id: string; readonly at: Temporal.Instant; readonly why: string },
): Promise<void> {
  await tx.query(
    `update message_searches set exported_at = $3, exported_why = $4, expires_at = greatest(expires_at, $5)
      where institution_id = $1 and id = $2`,
    [institutionId, given.id, given.at, given.why, given.at.add(openFor)],
  );
}
