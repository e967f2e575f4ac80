import type { Queries } from '../database/database.ts';
import type { MemberKey } from './access-context.ts';

/**
 * Tells whether staff closed the member's access, and the member has not activated it again since. A member who never had an access
 * here has none that is closed.
 */
export async function isAccessClosed(
  q: Queries,
  { institutionId, memberId }: MemberKey,
): Promise<boolean> {
  const [last] = await q.query<{ kind: string }>(
    `select kind from security_events
      where institution_id = $1 and member_id = $2 and kind in ('access_closed', 'access_activated')
      order by at desc, id desc limit 1`,
    [institutionId, memberId],
  );
  return last?.kind === 'access_closed';
}
