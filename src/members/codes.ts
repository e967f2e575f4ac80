import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { ownCode, randomCode, type CodeRefusal } from './code-rules.ts';

/**
 * The 6-character codes: one per address, at the end of every message sent there. Sealed at rest with their version; only a
 * proven, unsuspended address has its code opened or a new one issued (what is paused by its member is proven).
 */
export interface OpenCode {
  readonly version: number;
  readonly code: string;
}

/** States whose code may be used. */
export const usableStates = "('proven', 'paused')";

/** What a sealed code is bound to. */
function codePlace(institutionId: number, addressId: string, version: number): string {
  return `codes/${institutionId}/${addressId}/${version}`;
}

const openStatement = {
  name: 'codes_open',
  text: `select a.id, c.version, c.sealed
    from addresses a
    cross join lateral (
      select version, sealed from codes
      where institution_id = $1 and address_id = a.id
      order by version desc limit 1
    ) c
    where a.institution_id = $1 and a.id = any($2::uuid[]) and a.state in ${usableStates}`,
};

/** The codes that stand now, by address; an address that is unproven or suspended is not among them. */
export async function openCodes(
  q: Queries,
  keyring: Keyring,
  institutionId: number,
  addressIds: readonly string[],
): Promise<Map<string, OpenCode>> {
  const rows = await q.query<{ id: string; version: number; sealed: Uint8Array }>(openStatement, [
    institutionId,
    addressIds,
  ]);
  return new Map(
    rows.map(({ id, version, sealed }) => [
      id,
      { version, code: keyring.decrypt('code', codePlace(institutionId, id, version), sealed) },
    ]),
  );
}

/** The code of a certain version: to check a message received earlier. */
export async function codeOfVersion(
  q: Queries,
  keyring: Keyring,
  place: { institutionId: number; addressId: string; version: number },
): Promise<string | undefined> {
  const { institutionId, addressId, version } = place;
  const [row] = await q.query<{ sealed: Uint8Array }>(
    'select sealed from codes where institution_id = $1 and address_id = $2 and version = $3',
    [institutionId, addressId, version],
  );
  return row && keyring.decrypt('code', codePlace(institutionId, addressId, version), row.sealed);
}

/** By what a code of an address is known again, as a keyed hash. */
export function codeKey(institutionId: number, addressId: string, code: string): string {
  return `${institutionId}/${addressId}/${code}`;
}

/** How long, and for how many versions, a code that was given up is refused. */
const refusedFor = { days: 365, versions: 20 };

/**
 * Gives an address another code (or its first): at random, or the member's own choice.
 * @throws Fault `address_not_proven`: no code is issued to an address that is unproven, suspended or gone
 */
export async function changeCode(
  tx: Queries,
  { keyring, world }: { keyring: Keyring; world: World },
  wanted: { institutionId: number; addressId: string; chosen?: string },
): Promise<OpenCode | { readonly refused: CodeRefusal }> {
  const { institutionId, addressId, chosen } = wanted;
  // The address's row is the lock: two changes at once go one after the other.
  const [address] = await tx.query<{ number: string }>(
    `select m.number from addresses a join members m on m.institution_id = $1 and m.id = a.member_id
      where a.institution_id = $1 and a.id = $2 and a.state in ${usableStates}
      for update of a`,
    [institutionId, addressId],
  );
  if (!address) {
    throw new Fault({
      code: 'address_not_proven',
      message: 'Only an address that is verified and not suspended can get a code',
      retryable: false,
    });
  }
  const now = world.clock.now();
  const previous = await tx.query<{
    version: number;
    lookup: Uint8Array;
    createdAt: Temporal.Instant;
  }>(
    `select version, lookup, created_at as "createdAt" from codes
      where institution_id = $1 and address_id = $2 order by version desc`,
    [institutionId, addressId],
  );
  const since = now.subtract({ hours: 24 * refusedFor.days });
  const refused = previous.filter(
    (one, index) =>
      index < refusedFor.versions || Temporal.Instant.compare(one.createdAt, since) > 0,
  );
  const isUsed = (code: string) =>
    keyring
      .blindIndexes('code', codeKey(institutionId, addressId, code))
      .some((lookup) => refused.some((one) => Buffer.from(one.lookup).equals(lookup)));
  let code: string;
  if (chosen === undefined) {
    do code = randomCode(world.random);
    while (isUsed(code));
  } else {
    const own = ownCode(chosen, address.number);
    if ('refused' in own) return own;
    if (isUsed(own.code)) return { refused: 'code_used_before' };
    code = own.code;
  }
  const version = (previous[0]?.version ?? 0) + 1;
  await tx.query(
    `insert into codes (institution_id, address_id, version, sealed, lookup, chosen, created_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      institutionId,
      addressId,
      version,
      keyring.encrypt('code', codePlace(institutionId, addressId, version), code),
      keyring.blindIndex('code', codeKey(institutionId, addressId, code)),
      chosen !== undefined,
      now,
    ],
  );
  return { version, code };
}

/** First codes for many addresses at once, at random. @throws nothing: addresses that have one keep it */
export async function issueCodes(
  tx: Queries,
  { keyring, world }: { keyring: Keyring; world: World },
  institutionId: number,
  addressIds: readonly string[],
): Promise<void> {
  const codes = addressIds.map(() => randomCode(world.random));
  await tx.query(
    `insert into codes (institution_id, address_id, version, sealed, lookup, chosen, created_at)
      select $1, n.id, 1, n.sealed, n.lookup, false, $5
      from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as n (id, sealed, lookup)
      join addresses a on a.institution_id = $1 and a.id = n.id and a.state in ${usableStates}
      on conflict do nothing`,
    [
      institutionId,
      addressIds,
      addressIds.map((id, index) =>
        keyring.encrypt('code', codePlace(institutionId, id, 1), codes[index] ?? ''),
      ),
      addressIds.map((id, index) =>
        keyring.blindIndex('code', codeKey(institutionId, id, codes[index] ?? '')),
      ),
      world.clock.now(),
    ],
  );
}
