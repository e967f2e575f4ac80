import { openSession } from '../../src/access/sessions.ts';
import type { Database } from '../../src/database/database.ts';
import type { World } from '../../src/kernel/world.ts';
import type { Fixture } from '../support/fixture.ts';

/** Signs a member in. @returns the headers of their requests to the API */
export async function sessionHeaders(
  db: Database,
  { fixture, world, memberId }: Readonly<{ fixture: Fixture; world: World; memberId: string }>,
): Promise<Readonly<Record<string, string>>> {
  const { keyring, institution } = fixture;
  const key = { institutionId: institution.id, memberId, device: 'the siege' };
  const { token } = await openSession(db, { world, keyring }, key);
  return {
    cookie: `__Host-mv_session=${token}`,
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
  };
}
