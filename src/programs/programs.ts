import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { Program, ProgramKey } from './program.ts';

const columns = `id, name, scopes, made_at as "madeAt", made_by as "madeBy", expires_at as "expiresAt",
  token_made_at as "tokenMadeAt", last_used_at as "lastUsedAt", ended_at as "endedAt"`;

/**
 * Adds a program. It has no token yet.
 * @returns `undefined` if another one that has not ended has this name
 */
export async function addProgram(
  tx: Queries,
  { clock, ids }: Pick<World, 'clock' | 'ids'>,
  given: {
    readonly institutionId: number;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly days: number;
    readonly by: string;
  },
): Promise<Program | undefined> {
  const now = clock.now();
  const [row] = await tx.query<Program>(
    `insert into programs (institution_id, id, name, scopes, made_at, made_by, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (institution_id, lower(name)) where ended_at is null do nothing
      returning ${columns}`,
    [
      given.institutionId,
      ids.next(),
      given.name,
      [...given.scopes],
      now,
      given.by,
      now.add({ hours: 24 * given.days }),
    ],
  );
  return row;
}

/** Lists the programs, the newest first. */
export async function listPrograms(q: Queries, institutionId: number): Promise<Program[]> {
  return q.query<Program>(
    `select ${columns} from programs where institution_id = $1 order by made_at desc, id desc`,
    [institutionId],
  );
}

/**
 * Finds a program by its id, or by its name among those that have not ended.
 * @param options.lock nobody else changes it until the transaction ends
 */
export async function findProgram(
  q: Queries,
  institutionId: number,
  named: string,
  options: { readonly lock?: boolean } = {},
): Promise<Program | undefined> {
  const [row] = await q.query<Program>(
    `select ${columns} from programs
      where institution_id = $1 and (id::text = lower($2) or (lower(name) = lower($2) and ended_at is null))
      order by (id::text = lower($2)) desc limit 1 ${options.lock ? 'for update' : ''}`,
    [institutionId, named],
  );
  return row;
}

/** Ends a program and its token at once. @returns false if it had ended before */
export async function endProgram(
  tx: Queries,
  { clock }: Pick<World, 'clock'>,
  { institutionId, id }: ProgramKey,
): Promise<boolean> {
  const rows = await tx.query(
    `update programs set ended_at = $3, token_hash = null, token_made_at = null
      where institution_id = $1 and id = $2 and ended_at is null returning 1`,
    [institutionId, id, clock.now()],
  );
  return rows.length > 0;
}
