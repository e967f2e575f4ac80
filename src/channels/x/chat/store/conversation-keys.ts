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
}

/** The keys of a conversation, newest first. */
export async function conversationKeys(
  q: Queries,
  keyring: Keyring,
  of: { readonly institutionId: number; readonly lookups: readonly Uint8Array[] },
): Promise<StoredKey[]> {
  const rows = await q.query<{
    version: string;
    sealed: Uint8Array;
    lookup: Uint8Array;
    ownVersion: string | null;
    learnedAt: Temporal.Instant;
  }>(
    `select version::text as version, sealed, lookup, own_version as "ownVersion", learned_at as "learnedAt" from x_chat_keys
      where institution_id = $1 and lookup = any($2::bytea[])
      order by x_chat_keys.version desc`,
    [of.institutionId, of.lookups],
  );
  return rows.map(({ version, sealed, lookup, ownVersion, learnedAt }) => {
    const place = placeOf({ institutionId: of.institutionId, lookup }, version);
    const key = Buffer.from(keyring.decrypt('chat', place, sealed), 'base64');
    return { version, key, ownVersion: ownVersion ?? undefined, learnedAt };
  });
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
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { key } = given;
  const version = String(BigInt(key.version));
  const plain = Buffer.from(key.key).toString('base64');
  const added = await q.query(
    `insert into x_chat_keys (institution_id, lookup, version, sealed, learned_at, own_version)
      values ($1, $2, $3::bigint, $4, $5, $6) on conflict do nothing returning 1`,
    [
      given.institutionId,
      given.lookup,
      version,
      keyring.encrypt('chat', placeOf(given, version), plain),
      given.at,
      given.ownVersion,
    ],
  );
  return added.length > 0;
}
