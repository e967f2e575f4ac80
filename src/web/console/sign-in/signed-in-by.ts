import type { Database } from '../../../database/database.ts';
import type { World } from '../../../kernel/world.ts';
import { liveStaffSession } from '../../../staff-access/staff-sessions.ts';
import type { SignedInBy } from '../frame/console-options.ts';
import { consoleCookies } from './console-cookies.ts';

/** Makes what finds the person of a request by the session in its cookie, with their roles as they are now. */
export function createSignedInBy({
  db,
  world,
}: {
  readonly db: Database;
  readonly world: World;
}): SignedInBy {
  return async (context, { institution, consoleUrl }) => {
    const token = consoleCookies(context, { consoleUrl, world }).read('session') ?? '';
    const live = await liveStaffSession(db, institution.id, token, world.clock.now());
    if (!live) return undefined;
    const { identity, sessionId, verifiedAt } = live;
    return {
      principal: {
        kind: 'staff',
        identity: identity.id,
        name: identity.name,
        roles: identity.roles,
        provenBy: 'session',
        provenAt: verifiedAt,
      },
      sessionId,
      language: identity.language,
    };
  };
}
