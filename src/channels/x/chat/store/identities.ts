import { z } from 'zod';
import type { Queries } from '../../../../database/database.ts';
import type { Keyring } from '../../../../kernel/keyring.ts';
import type { World } from '../../../../kernel/world.ts';
import type { NewKeys, RegistrationRecord } from '../engine/chat-engine.ts';

/** Keys of our account. Without `version`: X has not confirmed them, so they sign nothing. */
export interface StoredIdentity {
  readonly id: string;
  readonly userId: string;
  readonly record: RegistrationRecord;
  readonly version: string | undefined;
  readonly madeAt: Temporal.Instant;
  readonly registeredAt: Temporal.Instant | undefined;
  readonly sealed: Uint8Array;
}

interface Row {
  readonly id: string;
  readonly userId: string;
  readonly record: unknown;
  readonly version: string | null;
  readonly madeAt: Temporal.Instant;
  readonly registeredAt: Temporal.Instant | null;
  readonly sealed: Uint8Array;
}

const recordKept = z.object({
  version: z.string(),
  publicKey: z.string(),
  signingPublicKey: z.string(),
  identityPublicKeySignature: z.string(),
  signingPublicKeySignature: z.string(),
  publicKeyFingerprint: z.string(),
  registrationMethod: z.string(),
});

const placeOf = (institutionId: number, id: string) => `x_chat_identities/${institutionId}/${id}`;

/** All keys that the account ever had, newest first. */
export async function identitiesOf(
  q: Queries,
  of: { readonly institutionId: number; readonly userId: string },
): Promise<StoredIdentity[]> {
  const rows = await q.query<Row>(
    `select id, user_id as "userId", record, version, made_at as "madeAt", registered_at as "registeredAt", sealed
      from x_chat_identities where institution_id = $1 and user_id = $2
      order by registered_at desc nulls last, made_at desc`,
    [of.institutionId, of.userId],
  );
  return rows.map(({ record, version, registeredAt, ...row }) => ({
    ...row,
    record: recordKept.parse(record),
    version: version ?? undefined,
    registeredAt: registeredAt ?? undefined,
  }));
}

/** Those of these institutions that have registered keys: one statement for all. */
export async function institutionsWithKeys(
  q: Queries,
  institutionIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (institutionIds.length === 0) return new Set();
  const rows = await q.query<{ id: number }>(
    `select distinct institution_id as id from x_chat_identities
      where institution_id = any($1::int[]) and version is not null`,
    [institutionIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The private keys, in clear. Overwrite them after use. */
export function openIdentity(
  keyring: Keyring,
  institutionId: number,
  { id, sealed }: StoredIdentity,
): Uint8Array {
  return Buffer.from(keyring.decrypt('chat', placeOf(institutionId, id), sealed), 'base64');
}

/** Stores new keys, encrypted, before X gets the public ones. @returns their id here */
export async function saveIdentity(
  q: Queries,
  { keyring, world }: { readonly keyring: Keyring; readonly world: World },
  given: { readonly institutionId: number; readonly userId: string } & NewKeys,
): Promise<string> {
  const id = world.ids.next();
  const { institutionId, userId, keys, record } = given;
  const plain = Buffer.from(keys).toString('base64');
  await q.query(
    `insert into x_chat_identities (institution_id, id, user_id, sealed, record, made_at)
      values ($1, $2, $3, $4, $5, $6)`,
    [
      institutionId,
      id,
      userId,
      keyring.encrypt('chat', placeOf(institutionId, id), plain),
      record,
      world.clock.now(),
    ],
  );
  return id;
}

/** Stores the same keys again, encrypted with the installation's current key. */
export async function resealIdentity(
  q: Queries,
  { keyring }: { readonly keyring: Keyring },
  given: { readonly institutionId: number; readonly id: string; readonly keys: Uint8Array },
): Promise<void> {
  const { institutionId, id } = given;
  const plain = Buffer.from(given.keys).toString('base64');
  await q.query('update x_chat_identities set sealed = $3 where institution_id = $1 and id = $2', [
    institutionId,
    id,
    keyring.encrypt('chat', placeOf(institutionId, id), plain),
  ]);
}

/** Records under which version X has registered these keys. From then on they sign. */
export async function noteRegistered(
  q: Queries,
  of: {
    readonly institutionId: number;
    readonly id: string;
    readonly version: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await q.query(
    `update x_chat_identities set version = $3, registered_at = $4 where institution_id = $1 and id = $2`,
    [of.institutionId, of.id, of.version, of.at],
  );
}
