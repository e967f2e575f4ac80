import type { Queries } from '../database/database.ts';

/** What may be told of an address's code: which version it is, and since when. */
export interface CodeFacts {
  readonly version: number;
  readonly since: Temporal.Instant;
}

/** Tells of the newest codes of addresses, without opening any. */
export async function codeFactsOf(
  q: Queries,
  institutionId: number,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, CodeFacts>> {
  const rows = await q.query<CodeFacts & { readonly id: string }>(
    `select distinct on (address_id) address_id as id, version, created_at as since from codes
      where institution_id = $1 and address_id = any($2::uuid[]) order by address_id, version desc`,
    [institutionId, addressIds],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
