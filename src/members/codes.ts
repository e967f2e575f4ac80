import type { Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { ownCode, randomCode, type CodeRefusal } from './code-rules.ts';

/**
 * The 6-character codes: one for each address, at the end of every message to it. They are stored
 * encrypted with their version. Only a proven, unsuspended address has its code decrypted or gets a
 * new one (a paused address is proven).
 */
export interface OpenCode {
  readonly version: number;
  readonly code: string;
}

/** States of addresses whose code may be used. */
export const usableStates = "('proven', 'paused')";

/** Returns the place that an encrypted code is bound to. */
function codePlace(institutionId: number, addressId: string, version: number): string {
  return `codes/${institutionId}/${addressId}/${version}`;
}

const openStatement = {
  name: 'codes_open',
  text: `select a.id, c.version, c.sealed as "encrypted"
    from addresses a
    cross join lateral (
      select version, sealed from codes
      where institution_id = $1 and address_id = a.id
      order by version desc limit 1
    ) c
    where a.institution_id = $1 and a.id = any($2::uuid[]) and a.state in ${usableStates}`,
};

/** Decrypts the current codes, by address, without unproven or suspended addresses. */
export async function openCodes(
  q: Queries,
  keyring: Keyring,
  institutionId: number,
  addressIds: readonly string[],
): Promise<Map<string, OpenCode>> {
  const rows = await q.query<{ id: string; version: number; encrypted: Uint8Array }>(
    openStatement,
    [institutionId, addressIds],
  );
  return new Map(
    rows.map(({ id, version, encrypted }) => [
      id,
      { version, code: keyring.decrypt('code', codePlace(institutionId, id, version), encrypted) },
    ]),
  );
}

/** Decrypts the code of a certain version, to check an earlier message. */
export async function codeOfVersion(
  q: Queries,
  keyring: Keyring,
  place: { institutionId: number; addressId: string; version: number },
): Promise<string | undefined> {
  const { institutionId, addressId, version } = place;
  const [row] = await q.query<{ encrypted: Uint8Array }>(
    'select sealed as "encrypted" from codes where institution_id = $1 and address_id = $2 and version = $3',
    [institutionId, addressId, version],
  );
  return (
    row && keyring.decrypt('code', codePlace(institutionId, addressId, version), row.encrypted)
  );
}

/**
 * Decrypts codes of certain versions, to show earlier messages.
 * @returns them by `address/version`
 */
export async function codesOfVersions(
  q: Queries,
  keyring: Keyring,
  institutionId: number,
  wanted: readonly { readonly addressId: string; readonly version: number }[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const rows = await q.query<{ addressId: string; version: number; encrypted: Uint8Array }>(
    `select distinct c.address_id as "addressId", c.version, c.sealed as "encrypted"
      from unnest($2::uuid[], $3::int[]) as k (address_id, version)
      join codes c on c.institution_id = $1 and c.address_id = k.address_id and c.version = k.version`,
    [institutionId, wanted.map(({ addressId }) => addressId), wanted.map(({ version }) => version)],
  );
  return new Map(
    rows.map(({ addressId, version, encrypted }) => [
      `${addressId}/${version}`,
      keyring.decrypt('code', codePlace(institutionId, addressId, version), encrypted),
    ]),
  );
}

/** Returns the text whose blind index identifies an address's code. */
export function codeKey(institutionId: number, addressId: string, code: string): string {
  return `${institutionId}/${addressId}/${code}`;
}

/** How long, and for how many versions, an old code is refused. */
const refusedFor = { days: 365, versions: 20 };

/**
 * Gives an address a new code (or its first): random, or the member's own choice.
 * @throws Fault `address_not_proven`: an unproven, suspended or removed address gets no code
 */
export async function changeCode(
  tx: Queries,
  { keyring, world }: { keyring: Keyring; world: World },
  wanted: { institutionId: number; addressId: string; chosen?: string },
): Promise<OpenCode | { readonly refused: CodeRefusal }> {
  const { institutionId, addressId, chosen } = wanted;
  // The address's row is the lock, so that concurrent changes run one after the other.
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
    blindIndex: Uint8Array;
    createdAt: Temporal.Instant;
  }>(
    `select version, lookup as "blindIndex", created_at as "createdAt" from codes
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
      .some((index) => refused.some((one) => Buffer.from(one.blindIndex).equals(index)));
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

/** Issues first codes for many addresses, at random. Addresses that have one keep it. */
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
