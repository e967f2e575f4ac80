import type { Queries } from '../database/database.ts';
import type { World } from '../kernel/world.ts';
import type { ProgramKey } from './program.ts';

/** This many calls at once, and this many more each second. */
export const programRate = Object.freeze({ burst: 60, perSecond: 2 });

/**
 * Takes one call from a program's allowance, a token bucket that all processes share. One statement
 * fills and takes, so two processes can't take the same call. A process whose clock is behind fills
 * nothing.
 * @returns when to try again, if none is left
 */
export async function takeProgramCall(
  db: Queries,
  { clock }: Pick<World, 'clock'>,
  { institutionId, id }: ProgramKey,
): Promise<Temporal.Instant | undefined> {
  const now = clock.now();
  const { burst, perSecond } = programRate;
  const filled = `least($4::float8, r.level + greatest(0, extract(epoch from excluded.at - r.at)::float8) * $5::float8)`;
  const rows = await db.query(
    `insert into program_rates as r (institution_id, program_id, level, at) values ($1, $2, $4::float8 - 1, $3)
      on conflict (institution_id, program_id) do update
        set level = ${filled} - 1, at = greatest(r.at, excluded.at)
        where ${filled} >= 1
      returning 1`,
    [institutionId, id, now, burst, perSecond],
  );
  return rows.length > 0 ? undefined : now.add({ seconds: Math.ceil(1 / perSecond) });
}
