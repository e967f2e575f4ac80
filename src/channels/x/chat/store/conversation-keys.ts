import type { Queries } from '../../../../database/database.ts';
import type { Keyring } from '../../../../kernel/keyring.ts';
import type { ConversationKey } from '../engine/chat-engine.ts';

interface Place {
  readonly institutionId: number;
  readonly lookup: Uint8Array;
}

const placeOf = ({ institutionId, lookup }: Place, version: string) =>
  `x_chat_keys/${institutionId}/${Buffer.from(lookup).toString('hex')}/${version}`;

/** A key that was learned. */
export interface StoredKey extends ConversationKey {
  /** X's number of our keys for which it was made; `undefined`: it was not kept then. */
  readonly ownVersion: string | undefined;
  readonly learnedAt: Temporal.Instant;
  /** The digest of the key change that brought it; see `SignedPart`. */
  readonly digest: Uint8Array | undefined;
}

/** The columns of a key, null where a join found none. */
export interface KeyRow {
  readonly keyLookup: Uint8Array | null;
  readonly keyVersion: string | null;
  readonly sealed: Uint8Array | null;
  readonly ownVersion: string | null;
  readonly learnedAt: Temporal.Instant | null;
  readonly digest: Uint8Array | null;
}

export function keyColumns(table: string): string {
  return `${table}.lookup as "keyLookup", ${table}.version::text as "keyVersion", ${table}.sealed, ${table}.own_version as "ownVersion",
        ${table}.learned_at as "learnedAt", ${table}.digest`;
}

/** @returns `undefined` where a join found none */
export function openKey(
  keyring: Keyring,
  institutionId: number,
  row: KeyRow,
): StoredKey | undefined {
  const { keyLookup: lookup, keyVersion: version, sealed, learnedAt } = row;
  if (!lookup || version === null || !sealed || !learnedAt) return undefined;
  const place = placeOf({ institutionId, lookup }, version);
  const key = Buffer.from(keyring.decrypt('chat', place, sealed), 'base64');
  return {
    version,
    key,
    ownVersion: row.ownVersion ?? undefined,
    learnedAt,
    digest: row.digest ?? undefined,
  };
}

/** The keys of a conversation, newest first. */
export async function conversationKeys(
  q: Queries,
  keyring: Keyring,
  of: { readonly institutionId: number; readonly lookups: readonly Uint8Array[] },
): Promise<StoredKey[]> {
  const rows = await q.query<KeyRow>(
    `select ${keyColumns('x_chat_keys')} from x_chat_keys
      where institution_id = $1 and lookup = any($2::bytea[])
      order by x_chat_keys.version desc`,
    [of.institutionId, of.lookups],
  );
  return rows.flatMap((row) => openKey(keyring, of.institutionId, row) ?? []);
}

/** A version that can be stored and compared as a number. */
export const versionPattern = /^\d{1,18}$/;

/**
 * Stores a key, encrypted. Only keys from a key change that verified may come here.
 * @returns whether it is new
 */
export async function saveConversationKey(
  q: Queries,
  keyring: Keyring,
  given: Place & {
    readonly key: ConversationKey;
    /** X's number of our keys for which it was made. */
    readonly ownVersion: string;
    /** Of its key change. What comes again with it is not decrypted again. */
    readonly digest: Uint8Array | undefined;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { key } = given;
  const version = String(BigInt(key.version));
  const plain = Buffer.from(key.key).toString('base64');
  const added = await q.query(
    `insert into x_chat_keys (institution_id, lookup, version, sealed, learned_at, own_version, digest)
      values ($1, $2, $3::bigint, $4, $5, $6, $7) on conflict do nothing returning 1`,
    [
      given.institutionId,
      given.lookup,
      version,
      keyring.encrypt('chat', placeOf(given, version), plain),
      given.at,
      given.ownVersion,
      given.digest ?? null,
    ],
  );
  return added.length > 0;
}
