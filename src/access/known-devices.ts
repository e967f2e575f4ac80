import type { Queries } from '../database/database.ts';
import type { Seals } from '../kernel/seal.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { limits } from './limits.ts';
import { randomToken } from './tokens.ts';

/** What a browser keeps so that it is known again. */
export interface DeviceCookie {
  /** For the cookie and nothing else. */
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

interface Browser {
  readonly institutionId: number;
  /** As the browser has it, if it has one. */
  readonly token: string | undefined;
}

/** The blind indexes of a browser's token; none where it can't be one of ours, which have 256 bits. */
function lookupsOf(seals: Seals, { institutionId, token }: Browser): Uint8Array[] {
  if (token?.length !== 43) return [];
  return seals.lookups('token', nameOf(institutionId, token));
}

const nameOf = (institutionId: number, token: string) => `device/${institutionId}/${token}`;

/**
 * Notes that a member signed in from this browser. Members may share one: its token stays while any of them has used it. The member's
 * oldest browsers above the limit are forgotten.
 */
export async function rememberDevice(
  tx: Queries,
  context: AccessContext,
  given: MemberKey & Browser,
): Promise<DeviceCookie> {
  const { world, seals } = context;
  const { institutionId, memberId } = given;
  const now = world.clock.now();
  const isKnown = await isKnownDevice(tx, context, given);
  const token = isKnown && given.token !== undefined ? given.token : randomToken(world.random);
  await tx.query(
    `insert into known_devices (institution_id, member_id, lookup, created_at, last_used_at) values ($1, $2, $3, $4, $4)
      on conflict (institution_id, member_id, lookup) do update set last_used_at = excluded.last_used_at`,
    [institutionId, memberId, seals.lookup('token', nameOf(institutionId, token)), now],
  );
  await tx.query(
    `delete from known_devices where institution_id = $1 and member_id = $2 and lookup in (
        select lookup from known_devices where institution_id = $1 and member_id = $2
        order by last_used_at desc, lookup offset $3)`,
    [institutionId, memberId, limits.device.perMember],
  );
  return { token, expiresAt: now.add({ hours: 24 * limits.device.days }) };
}

/**
 * Finds the browser among those in which this member signed in. A number that nobody has is looked up alike.
 * @returns its id for counting, `undefined` where it is not known
 */
export async function findKnownDevice(
  q: Queries,
  { seals }: Pick<AccessContext, 'seals'>,
  given: Browser & { readonly memberId: string | undefined },
): Promise<string | undefined> {
  const [row] = await q.query<{ lookup: Uint8Array }>(
    'select lookup from known_devices where institution_id = $1 and member_id = $2 and lookup = any($3::bytea[])',
    [
      given.institutionId,
      given.memberId ?? '00000000-0000-0000-0000-000000000000',
      lookupsOf(seals, given),
    ],
  );
  return row && Buffer.from(row.lookup).toString('hex');
}

/** Whether any member of the institution has signed in from this browser. */
export async function isKnownDevice(
  q: Queries,
  { seals }: Pick<AccessContext, 'seals'>,
  given: Browser,
): Promise<boolean> {
  const lookups = lookupsOf(seals, given);
  if (lookups.length === 0) return false;
  const rows = await q.query(
    'select 1 from known_devices where institution_id = $1 and lookup = any($2::bytea[]) limit 1',
    [given.institutionId, lookups],
  );
  return rows.length > 0;
}

/** Forgets the member's browsers, as after a change of password: who knew the old one may sit at one of them. */
export async function forgetDevices(
  tx: Queries,
  { institutionId, memberId }: MemberKey,
): Promise<void> {
  await tx.query('delete from known_devices where institution_id = $1 and member_id = $2', [
    institutionId,
    memberId,
  ]);
}
