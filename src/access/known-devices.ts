import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { limits } from './limits.ts';
import { randomToken } from './tokens.ts';

/** The cookie by which we recognize a browser. */
export interface DeviceCookie {
  /** For the cookie only. */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

interface Browser {
  readonly institutionId: number;
  /** The token from the browser's cookie, if any. */
  readonly token: string | undefined;
}

/** Returns the blind indexes of a browser's token; none if it lacks the 256 bits of ours. */
function blindIndexesOf(keyring: Keyring, { institutionId, token }: Browser): Uint8Array[] {
  if (token?.length !== 43) return [];
  return keyring.blindIndexes('token', nameOf(institutionId, token));
}

const nameOf = (institutionId: number, token: string) => `device/${institutionId}/${token}`;

/**
 * Records that a member signed in from this browser, and gives it a new token, so that copies of
 * the old one become worthless. Members may share a browser, so the new token replaces the old one
 * for all of them. It deletes the member's expired browsers and the oldest above the limit.
 */
export async function rememberDevice(
  tx: Queries,
  context: AccessContext,
  given: MemberKey & Browser,
): Promise<DeviceCookie> {
  const { world, keyring } = context;
  const { institutionId, memberId } = given;
  const now = world.clock.now();
  const token = randomToken(world.random);
  const blindIndex = keyring.blindIndex('token', nameOf(institutionId, token));
  await tx.query(
    'update known_devices set lookup = $3 where institution_id = $1 and lookup = any($2::bytea[])',
    [institutionId, blindIndexesOf(keyring, given), blindIndex],
  );
  await tx.query(
    `insert into known_devices (institution_id, member_id, lookup, created_at, last_used_at) values ($1, $2, $3, $4, $4)
      on conflict (institution_id, member_id, lookup) do update set last_used_at = excluded.last_used_at`,
    [institutionId, memberId, blindIndex, now],
  );
  await tx.query(
    `delete from known_devices where institution_id = $1 and member_id = $2 and (last_used_at <= $4 or lookup in (
        select lookup from known_devices where institution_id = $1 and member_id = $2
        order by last_used_at desc, lookup offset $3))`,
    [institutionId, memberId, limits.device.perMember, knownSince(now)],
  );
  return { token, expiresAt: now.add({ hours: 24 * limits.device.days }) };
}

/**
 * Finds the browser among those where this member signed in. It runs the same statement for a
 * number that nobody has.
 * @returns its id for counting; `undefined` if unknown
 */
export async function findKnownDevice(
  q: Queries,
  { world, keyring }: AccessContext,
  given: Browser & { readonly memberId: string | undefined },
): Promise<string | undefined> {
  const [row] = await q.query<{ blindIndex: Uint8Array }>(
    `select lookup as "blindIndex" from known_devices
      where institution_id = $1 and member_id = $2 and lookup = any($3::bytea[]) and last_used_at > $4`,
    [
      given.institutionId,
      given.memberId ?? '00000000-0000-0000-0000-000000000000',
      blindIndexesOf(keyring, given),
      knownSince(world.clock.now()),
    ],
  );
  return row && Buffer.from(row.blindIndex).toString('hex');
}

/**
 * Finds the browser among those where any member of the institution signed in.
 * @returns its id for counting; `undefined` if unknown
 */
export async function findSharedDevice(
  q: Queries,
  { world, keyring }: AccessContext,
  given: Browser,
): Promise<string | undefined> {
  const indexes = blindIndexesOf(keyring, given);
  if (indexes.length === 0) return undefined;
  const [row] = await q.query<{ blindIndex: Uint8Array }>(
    `select lookup as "blindIndex" from known_devices
      where institution_id = $1 and lookup = any($2::bytea[]) and last_used_at > $3 limit 1`,
    [given.institutionId, indexes, knownSince(world.clock.now())],
  );
  return row && Buffer.from(row.blindIndex).toString('hex');
}

/**
 * Forgets the member's browsers, for example after a password change: somebody who knew the old one
 * may use one of them.
 * @param given `exceptToken`: the current browser's, which stays known
 */
export async function forgetDevices(
  tx: Queries,
  { keyring }: Pick<AccessContext, 'keyring'>,
  given: MemberKey & { readonly exceptToken?: string | undefined },
): Promise<void> {
  const { institutionId, memberId, exceptToken: token } = given;
  await tx.query(
    'delete from known_devices where institution_id = $1 and member_id = $2 and not (lookup = any($3::bytea[]))',
    [institutionId, memberId, blindIndexesOf(keyring, { institutionId, token })],
  );
}

/** Returns the time before which a browser's last use is too old. Its cookie expires then, too. */
function knownSince(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: 24 * limits.device.days });
}
