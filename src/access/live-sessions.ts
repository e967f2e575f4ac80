import type { Queries } from '../database/database.ts';
import type { AccessContext } from './access-context.ts';
import { limits } from './limits.ts';
import type { Session } from './session.ts';

/**
 * Tells which of these sessions still live, with one statement for all. It does not count as activity: a session that only listens ends
 * when it was idle for long enough.
 * @returns their ids
 */
export async function liveSessions(
  q: Queries,
  { world }: Pick<AccessContext, 'world'>,
  sessions: readonly Pick<Session, 'institutionId' | 'id'>[],
): Promise<ReadonlySet<string>> {
  if (sessions.length === 0) return new Set();
  const now = world.clock.now();
  const rows = await q.query<{ id: string }>(
    `select s.id from unnest($1::int[], $2::uuid[]) as k (institution_id, id)
      join sessions s on s.institution_id = k.institution_id and s.id = k.id
      where s.expires_at > $3 and s.last_seen_at > $4`,
    [
      sessions.map(({ institutionId }) => institutionId),
      sessions.map(({ id }) => id),
      now,
      now.subtract({ minutes: limits.session.idleMinutes }),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}
