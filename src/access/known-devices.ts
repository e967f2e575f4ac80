import type { Queries } from '../database/database.ts';
import type { Seals } from '../kernel/seal.ts';
import type { AccessContext, MemberKey } from './access-context.ts';
import { limits } from './limits.ts';
import { randomToken } from './tokens.ts';

const nameOf = (institutionId: number, token: string) => `device/${institutionId}/${token}`;

/** A token of ours has 256 bits; anything else is not looked up. */
const isToken = (token: string) => token.length === 43;

const lookupsOf = (seals: Seals, institutionId: number, token: string) =>
  seals.lookups('token', nameOf(institutionId, token));

/**
 * Notes that a member signed in from this browser. Several members may share a browser: its token stays while any of them has used it.
 * @param given `token` as the browser has it, if it has one
 * @returns the token for the browser to keep
 */
export async function rememberDevice(
  tx: Queries,
  { world, seals }: AccessContext,
  given: MemberKey & { readonly token: string | undefined },
): Promise<string> {
  const { institutionId, memberId } = given;
  const now = world.clock.now();
  const token = await keptToken(tx, seals, given);
  const kept = token ?? randomToken(world.random);
  await tx.query(
    `insert into known_devices (institution_id, member_id, lookup, created_at, last_used_at) values ($1, $2, $3, $4, $4)
      on conflict (institution_id, member_id, lookup) do update set last_used_at = excluded.last_used_at`,
    [institutionId, memberId, seals.lookup('token', nameOf(institutionId, kept)), now],
  );
  await tx.query(
    `delete from known_devices where institution_id = $1 and member_id = $2 and lookup in (
        select lookup from known_devices where institution_id = $1 and member_id = $2
        order by last_used_at desc, lookup offset $3)`,
    [institutionId, memberId, limits.knownDevice.perMember],
  );
  return kept;
}

async function keptToken(
  tx: Queries,
  seals: Seals,
  { institutionId, token }: { readonly institutionId: number; readonly token: string | undefined },
): Promise<string | undefined> {
  if (token === undefined || !isToken(token)) return undefined;
  const rows = await tx.query(
    'select 1 from known_devices where institution_id = $1 and lookup = any($2::bytea[]) limit 1',
    [institutionId, lookupsOf(seals, institutionId, token)],
  );
  return rows.length > 0 ? token : undefined;
}

/** Whether the member of this number has signed in from the browser that holds this token. A number that nobody has takes as long. */
export async function isKnownDevice(
  q: Queries,
  { seals }: Pick<AccessContext, 'seals'>,
  given: {
    readonly institutionId: number;
    readonly memberNumber: string;
    readonly token: string | undefined;
  },
): Promise<boolean> {
  const { institutionId, memberNumber, token } = given;
  if (token === undefined || !isToken(token)) return false;
  const rows = await q.query(
    `select 1 from known_devices d join members m on m.institution_id = $1 and m.id = d.member_id
      where d.institution_id = $1 and lower(m.number) = $2 and d.lookup = any($3::bytea[])`,
    [institutionId, memberNumber, lookupsOf(seals, institutionId, token)],
  );
  return rows.length > 0;
}

/**
 * Forgets the member's browsers, as after a change of password: who knew the old one may sit at one of them.
 * @param given `exceptToken`: the browser that asks stays known
 */
export async function forgetDevices(
  tx: Queries,
  { seals }: Pick<AccessContext, 'seals'>,
  given: MemberKey & { readonly exceptToken?: string | undefined },
): Promise<void> {
  const { institutionId, memberId, exceptToken } = given;
  const kept = exceptToken === undefined ? [] : lookupsOf(seals, institutionId, exceptToken);
  await tx.query(
    'delete from known_devices where institution_id = $1 and member_id = $2 and not lookup = any($3::bytea[])',
    [institutionId, memberId, kept],
  );
}
